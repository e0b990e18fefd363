import { rolesIn, warnOfRoles } from '@/lib/domain/advice';
import { viewChecklist } from '@/lib/domain/grant/checklist';
import { conditionsOf } from '@/lib/domain/grant/conditions';
import {
  decideConfirm,
  decideJustify,
  decideKeep,
  decideKey,
  decideKeys,
  decideRemoval,
  decideReopen,
} from '@/lib/domain/grant/decide';
import type { Grant } from '@/lib/domain/grant/grant';
import { checkKey, type KeyForm } from '@/lib/domain/grant/key-record';
import { dateOf } from '@/lib/domain/values/calendar';
import { vendorSettings } from '@/lib/domain/values/settings';
import type { Reply } from '@/lib/messaging/protocol';
import { db } from '@/lib/storage/db';
import type { Ledger, Written } from '@/lib/storage/ledger';
import { stored } from '@/lib/storage/stored-values';
import { adviceFor } from '@/lib/vendors/advising';
import { checklistFor, generationFor, vendorOf } from '@/lib/vendors/registry';
import { adviceFacts } from './advice-facts';

export type Done = Reply<'step.confirm'>;

export const done: Done = { ok: true };
export const refused = (message: string) => ({ ok: false, message }) as const;
const outcome = (written: Written): Done => (written.ok ? done : refused(written.message));

/** The commands that change a grant step by step; the guide's port and the pages of ours share them. */
export function createSteps(ledger: Ledger) {
  async function stepOf(grant: Grant | undefined, id: string) {
    const generation = grant && generationFor(grant.vendor, grant.generation);
    if (!grant || !generation) return null;
    const settings = vendorSettings(await stored.settings.read(), grant.vendor);
    const checklist = checklistFor(grant) ?? generation.grant;
    const view = viewChecklist(checklist, grant, conditionsOf(grant, settings, vendorOf(grant.vendor)?.limit));
    const step = view.stages.flatMap(({ steps }) => steps).find((one) => one.id === id);
    return step ? { generation: generation.id, step } : null;
  }

  return {
    async confirm(grantId: string, stepId: string): Promise<Done> {
      const found = await stepOf(await db.grants.get(grantId), stepId);
      if (!found) return refused('This step is not part of the checklist any more.');
      const { id: step, text, reaches } = found.step;
      return outcome(
        await ledger.change(grantId, null, ({ grant }) =>
          decideConfirm(grant, { generation: found.generation, step, text, reaches }),
        ),
      );
    },
    async reopen(grantId: string, step: string): Promise<Done> {
      return outcome(
        await ledger.change(grantId, null, ({ grant }) =>
          // Before any page was seen, the checklist is that of the vendor's newest generation, here as when the step was confirmed.
          decideReopen(grant, (grant && generationFor(grant.vendor, grant.generation)?.id) ?? '', step),
        ),
      );
    },
    async settleKeys(grantId: string, needed: boolean): Promise<Done> {
      return outcome(await ledger.change(grantId, null, ({ grant }) => decideKeys(grant, needed)));
    },
    async recordKey(grantId: string, stepId: string, form: KeyForm): Promise<Reply<'key.record'>> {
      const found = await stepOf(await db.grants.get(grantId), stepId);
      if (!found) return { ok: false, errors: { name: 'This step is not part of the checklist any more.' } };
      const key = checkKey(form, dateOf(new Date()));
      if (!key.ok) return key;
      const { id: step, text, reaches } = found.step;
      const written = await ledger.change(grantId, null, ({ grant }) =>
        decideKey(grant, found.generation, key.value, { generation: found.generation, step, text, reaches }),
      );
      return written.ok ? { ok: true } : { ok: false, errors: { name: written.message } };
    },
    async remove(grantId: string, reason: string): Promise<Done> {
      return outcome(await ledger.change(grantId, null, ({ grant }) => decideRemoval(grant, reason)));
    },
    async keep(grantId: string): Promise<Done> {
      return outcome(await ledger.change(grantId, null, ({ grant }) => decideKeep(grant)));
    },
    /** `tab`: of the vendor's page where the role was chosen; null where the page is not at hand. */
    async justify(grantId: string, chosen: string, justification: string, tab: number | null = null): Promise<Done> {
      const grant = await db.grants.get(grantId);
      const generation = grant && generationFor(grant.vendor, grant.generation);
      const advising = grant && generation && adviceFor(grant, generation, await adviceFacts(grant.vendor, tab));
      if (!grant || !generation || !advising?.advice)
        return refused('There is no recommendation to make an exception from.');
      const { model, advice } = advising;
      const warning = warnOfRoles(model, advice.organization, model.roles, rolesIn(model.roles, chosen));
      if (!warning) return refused('This is the recommended role: no exception is needed.');
      return outcome(
        await ledger.change(grantId, null, ({ grant: standing }) =>
          decideJustify(standing, {
            generation: generation.id,
            recommended: warning.recommended,
            chosen: warning.chosen,
            excess: warning.excess.map(({ label }) => label),
            justification,
          }),
        ),
      );
    },
  };
}

export type Steps = ReturnType<typeof createSteps>;
