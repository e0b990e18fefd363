import * as z from 'zod/mini';
import { advise, roleNamed, warnOfRole } from '@/lib/domain/advice';
import { dateOf } from '@/lib/domain/calendar';
import { viewChecklist } from '@/lib/domain/checklist';
import { circumstancesOf } from '@/lib/domain/circumstances';
import { decideConfirm, decideJustify, decideReopen, decideStart } from '@/lib/domain/decide';
import type { Grant } from '@/lib/domain/grant';
import { checkIdentity } from '@/lib/domain/identity';
import { checkGrantForm } from '@/lib/domain/new-grant';
import { vendorSettings } from '@/lib/domain/settings';
import { type PageFacts, Recognition, type Reply, Roster } from '@/lib/messaging/protocol';
import type { Handlers, Sender } from '@/lib/messaging/router';
import { db } from '@/lib/storage/db';
import type { Ledger, Written } from '@/lib/storage/ledger';
import { chosenGrants, tabStates } from '@/lib/storage/session';
import { readSettings, saveSettings } from '@/lib/storage/settings';
import { pagesAt } from '@/lib/vendors/page-registry';
import { generationFor, vendors } from '@/lib/vendors/registry';
import { logWhatIsSeen } from './observing';
import { guidanceFor, guideEverywhere, order, tabAbout } from './vendor-tabs';

type Done = Reply<'step.confirm'>;

const done: Done = { ok: true };
const refused = (message: string) => ({ ok: false, message }) as const;
const outcome = (written: Written): Done => (written.ok ? done : refused(written.message));

const ReadRoster = z.object({ roster: z.nullable(Roster), page: Recognition, url: z.string() });
const Found = z.object({ found: z.boolean() });

/** The commands that change a grant step by step; the guide's port and the pages of ours share them. */
export function createSteps(ledger: Ledger) {
  async function stepOf(grant: Grant | undefined, id: string) {
    const generation = grant && generationFor(grant.vendor, grant.generation);
    if (!grant || !generation) return null;
    const settings = vendorSettings(await readSettings(), grant.vendor);
    const view = viewChecklist(generation.grant, grant, circumstancesOf(grant, settings));
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
        await ledger.change(grantId, null, ({ grant }) => decideReopen(grant, grant?.generation ?? '', step)),
      );
    },
    async justify(grantId: string, chosen: string, justification: string): Promise<Done> {
      const grant = await db.grants.get(grantId);
      const generation = grant && generationFor(grant.vendor, grant.generation);
      const advice = grant && generation && advise(generation.model, grant.purpose);
      if (!grant || !generation || !advice) return refused('There is no recommendation to make an exception from.');
      const { roles } = generation.model;
      const warning = warnOfRole(generation.model, advice.organization, roles, chosen);
      if (!warning) return refused('This is the recommended role: no exception is needed.');
      return outcome(
        await ledger.change(grantId, null, ({ grant: standing }) =>
          decideJustify(standing, {
            generation: generation.id,
            recommended: advice.organization.role.label,
            chosen: roleNamed(roles, chosen)?.label ?? chosen,
            excess: warning.excess.map(({ label }) => label),
            justification,
          }),
        ),
      );
    },
  };
}

/** Everything that messages can ask for. `changed` is called with the id of a grant whose guide should be shown anew. */
export function createHandlers(
  ledger: Ledger,
  changed: (grant: string) => Promise<void>,
  refusedSoFar: () => number,
): Handlers {
  const steps = createSteps(ledger);
  const andTell = async (grant: string, result: Promise<Done>): Promise<Done> => {
    const reply = await result;
    await changed(grant);
    return reply;
  };
  const tabOf = (sender: Sender) => sender.tab?.id ?? -1;

  return {
    async 'page.packs'(_, sender) {
      return pagesAt(new URL(sender.url ?? '').host);
    },
    async 'page.changed'({ page }, sender) {
      const tab = tabOf(sender);
      const vendor = page.recognised?.vendor;
      const { guidance, grant } = vendor ? await guidanceFor(tab, vendor) : { guidance: null, grant: null };
      await tabStates.set(tab, { page, grant, facts: null, at: Date.now() });
      return guidance;
    },
    async 'page.facts'({ grant, facts }, sender) {
      const tab = tabOf(sender);
      const state = await tabStates.get(tab);
      if (state?.grant !== grant || new URL(facts.url).host !== new URL(sender.url ?? '').host)
        return refused('This page guides another grant.');
      await tabStates.set(tab, { ...state, facts, at: Date.now() });
      await changed(grant);
      await logWhatIsSeen(ledger, tab, grant, facts);
      await changed(grant);
      return done;
    },
    async 'identity.save'(form) {
      const checked = checkIdentity(form);
      if (!checked.ok) return checked;
      await saveSettings({ identity: checked.value });
      return { ok: true };
    },
    async 'grant.start'({ id, form }) {
      const settings = await readSettings();
      if (!settings.identity)
        return { ok: false, errors: { ticket: 'Say who you are first: every entry names who made it.' } };
      const checked = checkGrantForm(form, {
        today: dateOf(new Date()),
        ticketPattern: settings.ticketPattern,
        vendors,
      });
      if (!checked.ok) return checked;
      const grant = checked.value;
      const written = await ledger.change(id, grant.vendor, ({ grant: existing, open }) =>
        decideStart(existing, id, grant, open),
      );
      if (!written.ok) return { ok: false, errors: { ticket: written.message } };
      await chosenGrants.set(grant.vendor, id);
      await guideEverywhere(grant.vendor);
      return { ok: true, grant: id };
    },
    'step.confirm': ({ grant, step }) => andTell(grant, steps.confirm(grant, step)),
    'step.reopen': ({ grant, step }) => andTell(grant, steps.reopen(grant, step)),
    'role.justify': ({ grant, chosen, justification }) => andTell(grant, steps.justify(grant, chosen, justification)),
    async 'tab.page'(_, sender) {
      return (await tabAbout(sender))?.page ?? null;
    },
    async 'guide.choose'({ grant: id }) {
      const grant = await db.grants.get(id);
      if (!grant) return refused('This grant is not in the log any more.');
      await chosenGrants.set(grant.vendor, id);
      await guideEverywhere(grant.vendor);
      return done;
    },
    async 'roster.read'(_, sender) {
      const about = await tabAbout(sender);
      if (!about)
        return refused('Open the vendor’s team page in this window first: Grantbook reads the list that it shows.');
      const read = ReadRoster.safeParse(await order(about.tab, { order: 'read-roster' })).data;
      if (!read)
        return refused('This page does not show a member list that Grantbook knows. Open the team page and try again.');
      if (!read.roster)
        return refused('No member list can be seen on this page yet. Wait until it has loaded and try again.');
      return { ok: true, page: read.page, url: read.url, roster: read.roster };
    },
    async 'landmark.show'({ landmark }, sender) {
      const about = await tabAbout(sender);
      const found = about && Found.safeParse(await order(about.tab, { order: 'show', landmark })).data?.found;
      return found ? done : refused('This element cannot be seen on the vendor’s page right now.');
    },
    async 'log.exported'({ format, entries, head }) {
      await ledger.append([{ type: 'log.exported', grant: null, basis: 'recorded', data: { format, entries, head } }]);
      return done;
    },
    async 'refused.count'() {
      return { count: refusedSoFar() };
    },
  };
}

/** Facts as a tab told them last; null where the tab guides another grant or shows no recognised page. */
export async function factsFor(tab: number, grant: string): Promise<z.infer<typeof PageFacts> | null> {
  const state = await tabStates.get(tab);
  return state?.grant === grant ? state.facts : null;
}
