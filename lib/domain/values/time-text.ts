import { isDate } from './calendar';

const units: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, size: number, from: number])[] = [
  ['year', 365 * 86_400_000, 730 * 86_400_000],
  ['month', 30 * 86_400_000, 90 * 86_400_000],
  ['day', 86_400_000, 86_400_000],
  ['hour', 3_600_000, 3_600_000],
  ['minute', 60_000, 60_000],
];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** Says how long ago (or how soon) an instant is: `2 days ago`, `in 5 hours`, `just now`. Days are counted up to 90. */
export function age(at: Date, now: Date): string {
  const span = at.getTime() - now.getTime();
  if (Number.isNaN(span)) return 'at no date';
  const found = units.find(([, , from]) => Math.abs(span) >= from);
  return found ? relative.format(Math.trunc(span / found[1]), found[0]) : 'just now';
}

/** An instant to the second in the zone of this browser, with its offset: `2026-11-21 14:03:22 UTC+01:00`. */
export function exactTime(at: Date): string {
  const pad = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  const offset = -at.getTimezoneOffset();
  const zone = `UTC${offset < 0 ? '-' : '+'}${pad(offset / 60)}:${pad(offset % 60)}`;
  return `${day} ${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())} ${zone}`;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A calendar date, `YYYY-MM-DD`, as people read it: `30 Jun 2027`. */
export function dayText(date: string): string {
  return isDate(date) ? dayFormat.format(new Date(`${date}T00:00:00Z`)) : `${date} (no date)`;
}
