import { addMonths, type DateOnly, dateOf } from '@/lib/domain/values/calendar';
import type { Review } from './review';

/** Counts what falls into one calendar month. */
interface DueMonth {
  /** Its first day. */
  from: DateOnly;
  /** Access that ends, and reviews that are due, in it. */
  ends: number;
  reviews: number;
}

/** Counts by the coming twelve months, this one first. What is late already counts in this one. */
export function dueByMonth(reviews: readonly Review[], now: Date): DueMonth[] {
  const first = `${dateOf(now).slice(0, 7)}-01`;
  const months = Array.from({ length: 12 }, (_, at): DueMonth => ({ from: addMonths(first, at), ends: 0, reviews: 0 }));
  for (const { kind, due } of reviews) {
    const month = due < first ? months[0] : months.find(({ from }) => from.slice(0, 7) === due.slice(0, 7));
    if (!month) continue;
    if (kind === 'review') month.reviews += 1;
    else month.ends += 1;
  }
  return months;
}
