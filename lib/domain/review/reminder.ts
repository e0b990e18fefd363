import * as z from 'zod/mini';
import { type DateOnly, dateOf } from '@/lib/domain/values/calendar';
import { quantity } from '@/lib/domain/values/quantity';
import type { DueGrant, DueKind } from './due-today';

/** The moment when the admin was reminded last. */
export const Reminded = z.object({
  /** Epoch milliseconds. */
  at: z.number(),
  /** The calendar date that it was in the admin's zone then. */
  day: z.string(),
});
export type Reminded = z.infer<typeof Reminded>;

/** The hour of the admin's day from which on they are reminded. */
const remindFrom = 9;

const hour = 3_600_000;

/**
 * Tells whether it is time for the day's one reminder: from nine o'clock on, in the zone of this browser, on each
 * calendar date once. One that was missed (the browser was closed, the computer slept) is due at the next moment that
 * somebody asks, once, however many were missed. A clock that was put back starts anew on its day; a journey across
 * zones brings no second reminder for a morning that was told already.
 */
export function isReminderDue(now: Date, last: Reminded | null): boolean {
  if (now.getHours() < remindFrom) return false;
  if (last === null) return true;
  const today = dateOf(now);
  const passed = now.getTime() - last.at;
  if (passed < 0) return today !== last.day;
  // From 23:59 to nine o'clock it is nine hours, or eight on the night that summer time begins; less is a journey.
  return passed >= (today > last.day ? 8 : 24) * hour;
}

/** Holds what a notification says. */
interface ReminderWords {
  title: string;
  message: string;
}

const counted: Record<DueKind, (count: number) => string> = {
  ended: (count) => quantity(count, 'access is past its end', 'accesses are past their end'),
  ends: (count) => quantity(count, 'access ends today', 'accesses end today'),
  lapsed: (count) => quantity(count, 'invitation expired', 'invitations expired'),
  lapses: (count) => quantity(count, 'invitation expires today', 'invitations expire today'),
  review: (count) => quantity(count, 'review is due', 'reviews are due'),
};

const named: Record<DueKind, (day: string) => string> = {
  ended: (day) => `access ended on ${day}`,
  ends: () => 'access ends today',
  lapsed: () => 'the invitation expired',
  lapses: () => 'the invitation expires today',
  review: (day) => `review due since ${day}`,
};

/** Grants named in one notification: more would not be shown. */
const most = 4;

/** Names grants, where the admin wants them named. */
interface ReminderNames {
  vendorName: (id: string) => string;
  /** A calendar date as people write it. */
  dayText: (day: DateOnly) => string;
}

/**
 * Writes one notification for everything that is due. Without `names` it holds nothing about anybody: a lock screen
 * shows it to whoever passes. `due`: at least one, the gravest first.
 */
export function reminderWords(due: readonly DueGrant[], names: ReminderNames | null): ReminderWords {
  const count = due.length;
  const title = quantity(count, 'grant needs you today', 'grants need you today');
  if (names) {
    const lines = due
      .slice(0, most)
      .map(
        ({ kind, grant, due }) =>
          `${grant.email ?? 'A forgotten person'}, ${names.vendorName(grant.vendor)} (${grant.ticket}): ${named[kind](names.dayText(due))}`,
      );
    return { title, message: [...lines, ...(count > most ? [`And ${count - most} more.`] : [])].join('\n') };
  }
  const kinds = [...new Set(due.map(({ kind }) => kind))];
  const parts = kinds.map((kind) => counted[kind](due.filter((one) => one.kind === kind).length));
  return { title, message: `${parts.join(', ')}.` };
}
