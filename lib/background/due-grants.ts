import type { Grant } from '@/lib/domain/grant/grant';
import { type Cadence, shortestDays } from '@/lib/domain/review/cadence';
import { type DueGrant, dueToday } from '@/lib/domain/review/due-today';
import { addDays, dateOf } from '@/lib/domain/values/calendar';
import { db } from '@/lib/storage/db';
import { stored } from '@/lib/storage/stored-values';
import { generationFor } from '@/lib/vendors/registry';

const invitationDays = ({ vendor, generation }: Grant) =>
  generationFor(vendor, generation)?.info.invitationDays ?? null;

/** Reads the grants that could be due: the indexes are in UTC, and the calendar of the admin's zone is up to a day ahead or behind. */
function candidates(now: Date, { privileged, others }: Cadence): Promise<Grant[]> {
  const tomorrow = addDays(dateOf(now), 2);
  const reviewed = addDays(tomorrow, -Math.min(shortestDays(privileged), shortestDays(others)));
  return db.grants.where('pressingFrom').below(tomorrow).or('reviewFrom').below(reviewed).toArray();
}

/** Reads what is overdue or expires today, the gravest first. */
export async function readDueToday(now: Date): Promise<DueGrant[]> {
  const { cadence } = await stored.settings.read();
  return dueToday(await candidates(now, cadence), now, cadence, invitationDays);
}
