import { addMonths, type DateOnly, dateOf, isDate } from '@/lib/domain/values/calendar';
import { type GrantRow, rowStatus } from './grant-rows';

/** Describes grants that were started in one month, `YYYY-MM`, by vendor id. */
export interface Month {
  month: string;
  total: number;
  byVendor: Readonly<Record<string, number>>;
}

/** Holds what the picture shows of some grants. */
export interface GrantFigures {
  /** From the first month with a grant to this month, also those without, oldest first. */
  months: readonly Month[];
  /** The vendors in it, by id. */
  vendors: readonly string[];
  total: number;
  /** Grants with a day on which the access ends. */
  temporary: number;
  overdue: number;
  /** Grants whose role is not the recommended one, with a reason for it. */
  excepted: number;
}

// Months in a row at most: what a log of ten years has.
const longest = 120;

/** Counts grants by the month of their start and by what an auditor asks for. */
export function figuresOf(rows: readonly GrantRow[], now: Date): GrantFigures {
  const counts = new Map<string, Map<string, number>>();
  const vendors = new Set<string>();
  let [temporary, overdue, excepted] = [0, 0, 0];
  for (const row of rows) {
    const { grant, day } = row;
    const month = day.slice(0, 7);
    // A moment that is none, as a log may hold that was merged once, is of no month.
    if (isDate(day)) {
      const ofMonth = counts.get(month) ?? new Map<string, number>();
      counts.set(month, ofMonth);
      ofMonth.set(grant.vendor, (ofMonth.get(grant.vendor) ?? 0) + 1);
    }
    vendors.add(grant.vendor);
    if (grant.accessEnds !== null) {
      temporary += 1;
      if (rowStatus(row, now) === 'Overdue') overdue += 1;
    }
    if (grant.exceptions.length > 0) excepted += 1;
  }
  const months = monthsFrom([...counts.keys()], dateOf(now)).map((month): Month => {
    const byVendor = Object.fromEntries(counts.get(month) ?? []);
    return { month, byVendor, total: Object.values(byVendor).reduce((sum, count) => sum + count, 0) };
  });
  return { months, vendors: [...vendors].sort(), total: rows.length, temporary, overdue, excepted };
}

/**
 * Returns every month from the first to this one; of a longer time only the last ones. A clock that was wrong adds no
 * years.
 */
function monthsFrom(there: readonly string[], today: DateOnly): string[] {
  const last = [...there, today.slice(0, 7)].sort().at(-1) ?? '';
  const first = [...there].sort()[0];
  if (first === undefined) return [];
  const months: string[] = [];
  for (let back = 0; back < longest; back += 1) {
    const month = addMonths(`${last}-01`, -back).slice(0, 7);
    if (month < first) break;
    months.unshift(month);
  }
  return months;
}
