import { viewChecklist } from '@/lib/domain/grant/checklist';
import { conditionsOf } from '@/lib/domain/grant/conditions';
import { contradictionOf } from '@/lib/domain/grant/contradiction';
import {
  type Decision,
  decideConfirm,
  decideKey,
  decideKeyElsewhere,
  decideKeys,
  decideRemoval,
  decideReopen,
  decideStart,
  decideStopRemoval,
} from '@/lib/domain/grant/decide';
import { type Grant, hasKeyRecord } from '@/lib/domain/grant/grant';
import { checkKey } from '@/lib/domain/grant/key-record';
import { checkGrantForm } from '@/lib/domain/grant/new-grant';
import type { PageFacts } from '@/lib/domain/grant/page-facts';
import { dateOf } from '@/lib/domain/values/calendar';
import { vendorSettings } from '@/lib/domain/values/settings';
import type { Done, Origin, OriginOf } from '@/lib/messaging/commands';
import type { Handlers } from '@/lib/messaging/router';
import { db } from '@/lib/storage/db';
import { clearForgotten } from '@/lib/storage/forgotten';
import type { Ledger } from '@/lib/storage/ledger';
import { stored } from '@/lib/storage/stored-values';
import { checklistFor, generationFor, vendorOf, vendors } from '@/lib/vendors/registry';
import { factsInPackWords } from './pack-words';
import { outcome, refused } from './replies';
import { guideTo, lookAt, tabAbout } from './vendor-tabs';

type GrantCommand =
  | 'grant.start'
  | 'step.confirm'
  | 'step.reopen'
  | 'keys.settle'
  | 'key.record'
  | 'key.document'
  | 'removal.start'
  | 'removal.stop';

const noRecord = 'Record the key below, or say where it is documented.';
const noStep = 'This step is not part of the checklist any more.';

/** Reads a step as the grant's checklist has it now; null where it has none of that name. */
async function stepOf(id: string, stepId: string) {
  const grant = await db.grants.get(id);
  const generation = grant && generationFor(grant.vendor, grant.generation);
  if (!grant || !generation) return null;
  const settings = vendorSettings(await stored.settings.read(), grant.vendor);
  const checklist = checklistFor(grant) ?? generation.grant;
  const view = viewChecklist(checklist, grant, conditionsOf(grant, settings, vendorOf(grant.vendor)?.limit));
  const found = view.stages.flatMap(({ steps }) => steps).find((one) => one.id === stepId);
  if (!found) return null;
  const { id: step, text, reaches, gives: access, claim, form } = found;
  return { claim, form, confirmed: { generation: generation.id, step, text, reaches, access } };
}

/** Reads what the tab that a command is about shows of a grant now; null where it shows nothing of it. */
async function lookedAt(grant: string, origin: OriginOf<'step.confirm'>): Promise<PageFacts | null> {
  const about = await tabAbout(origin);
  if (about?.grant !== grant) return null;
  const facts = await lookAt(about.tab);
  return facts ? { ...factsInPackWords(facts), readAt: new Date().toISOString() } : about.facts;
}

/** Makes the handlers of what moves a grant on, step by step. */
export function createGrantHandlers(ledger: Ledger): Pick<Handlers, GrantCommand> {
  const change = async (id: string, decide: (grant: Grant | undefined) => Decision): Promise<Done> =>
    outcome(await ledger.change(id, null, ({ grant }) => decide(grant)));

  /** Changes which checklist a grant is at: tabs of its vendor turn to it, or away; a guide that sent this goes on. */
  async function turning(id: string, { from }: Origin, decide: (grant: Grant | undefined) => Decision): Promise<Done> {
    const reply = await change(id, decide);
    const grant = from === 'ours' ? await db.grants.get(id) : undefined;
    if (grant) await guideTo(grant);
    return reply;
  }

  return {
    async 'grant.start'({ id, form }) {
      const settings = await stored.settings.read();
      if (!settings.identity)
        return { ok: false, errors: { ticket: 'Say who you are first: every entry names who made it.' } };
      const { ticketPattern } = settings;
      const checked = checkGrantForm(form, { today: dateOf(new Date()), ticketPattern, vendors });
      if (!checked.ok) return checked;
      const { value } = checked;
      const written = await ledger.change(id, value, ({ grant, open }) => decideStart(grant, id, value, open));
      if (!written.ok) return { ok: false, errors: { ticket: written.message } };
      await clearForgotten(value.email);
      await guideTo({ id, vendor: value.vendor });
      return { ok: true, grant: id };
    },
    async 'step.confirm'({ grant: id, step, reason = '' }, origin) {
      const found = await stepOf(id, step);
      if (!found) return refused(noStep);
      const { claim, form, confirmed } = found;
      const looked = claim && (await lookedAt(id, origin));
      return change(id, (grant) => {
        if (grant && form === 'key' && !hasKeyRecord(grant)) return refused(noRecord);
        const against = grant && claim ? contradictionOf(grant, claim, looked) : null;
        return decideConfirm(grant, confirmed, against && { against, reason });
      });
    },
    'step.reopen': ({ grant: id, step }) =>
      // Before any page was seen, the checklist is that of the vendor's newest generation, here as when the step was confirmed.
      change(id, (grant) =>
        decideReopen(grant, (grant && generationFor(grant.vendor, grant.generation)?.id) ?? '', step),
      ),
    'keys.settle': ({ grant: id, needed }) => change(id, (grant) => decideKeys(grant, needed)),
    async 'key.record'({ grant: id, step, form }) {
      const found = await stepOf(id, step);
      if (!found) return { ok: false, errors: { name: noStep } };
      const key = checkKey(form, dateOf(new Date()));
      if (!key.ok) return key;
      const { confirmed } = found;
      const reply = await change(id, (grant) => decideKey(grant, confirmed.generation, key.value, confirmed));
      return reply.ok ? reply : { ok: false, errors: { name: reply.message } };
    },
    async 'key.document'({ grant: id, step, where }) {
      const found = await stepOf(id, step);
      return found ? change(id, (grant) => decideKeyElsewhere(grant, where, found.confirmed)) : refused(noStep);
    },
    'removal.start': ({ grant: id, reason }, origin) => turning(id, origin, (grant) => decideRemoval(grant, reason)),
    'removal.stop': ({ grant: id }, origin) => turning(id, origin, decideStopRemoval),
  };
}
