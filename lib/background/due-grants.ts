import type { Grant } from '@/lib/domain/grant/grant';
import { type DueGrant, dueToday } from '@/lib/domain/review/due-today';
import { dateOf } from '@/lib/domain/values/calendar';
import { db } from '@/lib/storage/db';
import { endsIn, reviewsIn } from '@/lib/storage/due-grants';
import { countIn, grantsIn } from '@/lib/storage/grant-index';
import { openGrants } from '@/lib/storage/standing-grants';
import { stored } from '@/lib/storage/stored-values';
import { generationFor } from '@/lib/vendors/registry';

const invitationDays = ({ vendor, generation }: Grant) =>
  generationFor(vendor, generation)?.info.invitationDays ?? null;

/** Reads what is overdue or expires today, the gravest first. */
export async function readDueToday(now: Date): Promise<DueGrant[]> {
  const { cadence } = await stored.settings.read();
  const days = { from: null, to: dateOf(now) };
  const due = [endsIn(days), ...reviewsIn(days, cadence)].map((places) => grantsIn(db, places));
  const found = (await Promise.all([openGrants(db, null), ...due])).flat();
  const grants = new Map(found.map((grant) => [grant.id, grant]));
  return dueToday([...grants.values()], now, cadence, invitationDays);
}

/**
 * Counts what is overdue or expires today. Only open grants are read: the others are counted where they stand in the
 * indexes.
 */
export async function countDueToday(now: Date): Promise<number> {
  const { cadence } = await stored.settings.read();
  const days = { from: null, to: dateOf(now) };
  const counts = [endsIn(days), ...reviewsIn(days, cadence)].map((places) => countIn(db, places));
  const [open, ...due] = await Promise.all([openGrants(db, null), ...counts]);
  const invitations = dueToday(open, now, cadence, invitationDays).filter(
    ({ kind, grant }) => kind.startsWith('laps') && !(grant.accessEnds !== null && grant.accessEnds <= days.to),
  );
  return due.reduce((sum, count) => sum + count, invitations.length);
}
