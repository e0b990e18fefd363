import type { Description } from '@/lib/domain/advice';
import { dateOf } from '@/lib/domain/values/calendar';
import { db } from '@/lib/storage/db';
import { saveDescribed } from '@/lib/storage/described';
import { descriptionAt } from '@/lib/vendors/describing';
import { generationFor } from '@/lib/vendors/registry';
import { adviceFacts } from './advice-facts';
import { type Done, done, refused } from './grant-handlers';

/**
 * Saves what an admin says a role, a group or the baseline gives, for the organization and generation that a tab shows (null: no page is at
 * hand). `gives`: permission ids.
 */
export async function describeRole(grantId: string, tab: number | null, said: Description): Promise<Done> {
  const grant = await db.grants.get(grantId);
  const generation = grant && generationFor(grant.vendor, grant.generation);
  if (!grant || !generation) return refused('This grant is not in the log any more.');
  const { organization } = await adviceFacts(grant.vendor, tab);
  const at = { vendor: grant.vendor, organization, generation: generation.id };
  const described = descriptionAt(at, said, dateOf(new Date()));
  if (!described.ok) return refused(described.message);
  await saveDescribed(described.value);
  return done;
}
