import type { Checked } from './email';

/** A calendar date, `YYYY-MM-DD`, in the admin's own zone; never an instant. */
export type DateOnly = string;

/** Returns the calendar date of an instant in the zone of this browser. */
export function dateOf(now: Date): DateOnly {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}

/**
 * `dateOf` for many instants, as UTC (ISO 8601 with milliseconds), most of which fall on the day of the one before:
 * building a `Date` of each would cost more than all else that is said of it.
 */
export function dateReader(): (at: string) => DateOnly {
  let day = { date: '', from: '', until: '' };
  return (at) => {
    if (at < day.from || at >= day.until) day = dayAround(new Date(at));
    return day.date;
  };
}

/**
 * Returns the calendar date of an instant, and the instants between which it is the same for sure: just this one where
 * the clock changes that day.
 */
function dayAround(now: Date): { date: DateOnly; from: string; until: string } {
  if (Number.isNaN(now.getTime())) return { date: '', from: '', until: '' };
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()];
  const [from, until] = [new Date(year, month, day), new Date(year, month, day + 1)];
  const even = from.getTimezoneOffset() === until.getTimezoneOffset();
  return { date: dateOf(now), from: even ? from.toISOString() : '', until: even ? until.toISOString() : '' };
}

/** Offset of the zone from UTC at an instant, as `+02:00`. */
export function offsetOf(now: Date): string {
  const minutes = -now.getTimezoneOffset();
  const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${hours}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
}

/** Tells whether a string is a date that exists. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Reads the day on which temporary access ends: a date that exists, not before today. */
export function checkEndDate(text: string, today: DateOnly): Checked<DateOnly> {
  if (text === '') return { ok: false, message: 'Enter the day on which the access ends.' };
  if (!isDate(text)) return { ok: false, message: 'Enter a date that exists, for example 2027-06-30.' };
  if (text < today) return { ok: false, message: `${text} is in the past: enter today or a later day.` };
  return { ok: true, value: text };
}

/** Whole calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: DateOnly, to: DateOnly): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Returns the first instant of a calendar date in the zone of this browser: UTC, ISO 8601 with milliseconds. */
export function startOf(date: DateOnly): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day).toISOString();
}

/** Returns a date some days later (or earlier, with a negative count). What is no date stays as it is. */
export function addDays(date: DateOnly, days: number): DateOnly {
  if (!isDate(date)) return date;
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Returns a date some months later; a day that the month lacks becomes its last one (31 August + 6 months = 28 or 29
 * February). What is no date stays as it is.
 */
export function addMonths(date: DateOnly, months: number): DateOnly {
  if (!isDate(date)) return date;
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}
