import type { Described } from '@/lib/domain/advice';
import { dateOf } from '@/lib/domain/calendar';
import { looksLikeSecret, secretMessage } from '@/lib/domain/secret';
import { plainText } from '@/lib/domain/text';
import { db } from '@/lib/storage/db';
import { saveDescribed } from '@/lib/storage/described';
import { generationFor } from '@/lib/vendors/registry';
import { adviceFacts } from './advice-facts';
import { type Done, done, refused } from './steps';

/** Keeps what an admin says a role gives, for the organization and generation that a tab shows. `gives`: permission ids. */
export async function describeRole(
  grantId: string,
  tab: number,
  role: { kind: Described['kind']; name: string; gives: readonly string[] },
): Promise<Done> {
  const grant = await db.grants.get(grantId);
  const generation = grant && generationFor(grant.vendor, grant.generation);
  if (!grant || !generation) return refused('This grant is not in the log any more.');
  const name = plainText(role.name, 100);
  if (name === '') return refused('The role has no name.');
  if (looksLikeSecret(name)) return refused(secretMessage);
  const { organization } = await adviceFacts(grant.vendor, tab);
  const gives = generation.model.permissions.map(({ id }) => id).filter((id) => role.gives.includes(id));
  if (gives.length === 0) return refused('Tick at least one thing that the role gives.');
  const on = dateOf(new Date());
  await saveDescribed({
    vendor: grant.vendor,
    organization,
    generation: generation.id,
    kind: role.kind,
    name,
    gives,
    on,
  });
  return done;
}
