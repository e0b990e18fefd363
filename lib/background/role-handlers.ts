import { rolesIn, warnOfRoles } from '@/lib/domain/advice';
import { decideJustify } from '@/lib/domain/grant/decide';
import { dateOf } from '@/lib/domain/values/calendar';
import type { Handlers } from '@/lib/messaging/router';
import { db } from '@/lib/storage/db';
import { saveDescribed } from '@/lib/storage/described';
import type { Ledger } from '@/lib/storage/ledger';
import { adviceFor } from '@/lib/vendors/advising';
import { descriptionAt } from '@/lib/vendors/describing';
import { generationFor } from '@/lib/vendors/registry';
import { adviceFacts } from './advice-facts';
import { done, outcome, refused } from './replies';
import { tabAbout } from './vendor-tabs';

/** Makes the handlers of what an admin says about roles. */
export function createRoleHandlers(ledger: Ledger): Pick<Handlers, 'role.justify' | 'role.describe'> {
  return {
    async 'role.justify'({ grant: id, chosen, justification }, origin) {
      const [grant, about] = await Promise.all([db.grants.get(id), tabAbout(origin)]);
      const generation = grant && generationFor(grant.vendor, grant.generation);
      const facts = grant && (await adviceFacts(grant.vendor, about?.tab ?? null));
      const advising = grant && generation && facts && adviceFor(grant, generation, facts);
      if (!generation || !advising?.advice) return refused('There is no recommendation to make an exception from.');
      const { model, advice } = advising;
      const warning = warnOfRoles(model, advice.organization, model.roles, rolesIn(model.roles, chosen));
      if (!warning) return refused('This is the recommended role: no exception is needed.');
      const exception = {
        generation: generation.id,
        recommended: warning.recommended,
        chosen: warning.chosen,
        excess: warning.excess.map(({ label }) => label),
        justification,
      };
      return outcome(await ledger.change(id, null, ({ grant: standing }) => decideJustify(standing, exception)));
    },
    /** Keeps what is said for the organization and generation that the tab shows. */
    async 'role.describe'({ grant: id, ...said }, origin) {
      const [grant, about] = await Promise.all([db.grants.get(id), tabAbout(origin)]);
      const generation = grant && generationFor(grant.vendor, grant.generation);
      if (!grant || !generation) return refused('This grant is not in the log any more.');
      const { organization } = await adviceFacts(grant.vendor, about?.tab ?? null);
      const at = { vendor: grant.vendor, organization, generation: generation.id };
      const described = descriptionAt(at, said, dateOf(new Date()));
      if (!described.ok) return refused(described.message);
      await saveDescribed(described.value);
      return done;
    },
  };
}
