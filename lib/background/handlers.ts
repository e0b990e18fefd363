import { decideStart } from '@/lib/domain/grant/decide';
import { checkGrantForm } from '@/lib/domain/grant/new-grant';
import { dateOf } from '@/lib/domain/values/calendar';
import { checkIdentity } from '@/lib/domain/values/identity';
import { sendToPage } from '@/lib/messaging/page';
import type { Handlers } from '@/lib/messaging/router';
import { assumePage } from '@/lib/storage/corrections';
import { db } from '@/lib/storage/db';
import { clearForgotten } from '@/lib/storage/forgotten';
import type { Ledger } from '@/lib/storage/ledger';
import { saveSettings } from '@/lib/storage/settings';
import { stored } from '@/lib/storage/stored-values';
import { vendors } from '@/lib/vendors/registry';
import { createSteps, done, refused } from './grant-handlers';
import { createLogHandlers } from './log-handlers';
import { packsAt } from './packs';
import { createPageHandlers } from './page-handlers';
import { pageReport } from './page-report';
import { createReviewHandlers } from './review-handlers';
import { describeRole } from './role-handlers';
import { createRosters } from './rosters';
import { guideEverywhere, lookAt, speaksFor, tabAbout } from './vendor-tabs';

/** Everything that messages can ask for. `changed` is called with the id of a grant whose guide should be shown anew. */
export function createHandlers(
  ledger: Ledger,
  changed: (grant: string) => Promise<void>,
  refusedSoFar: () => number,
): Handlers {
  const steps = createSteps(ledger);
  const rosters = createRosters(ledger, changed);
  const andTell = async <R>(grant: string, result: Promise<R>): Promise<R> => {
    const reply = await result;
    await changed(grant);
    return reply;
  };
  /** For what changes which checklist a grant is at: its vendor's tabs open, or close, their guides. */
  const andGuide = async <R>(id: string, result: Promise<R>): Promise<R> => {
    const reply = await andTell(id, result);
    const grant = await db.grants.get(id);
    if (grant) {
      await stored.chosenGrants.at(grant.vendor).write(id);
      await guideEverywhere(grant.vendor);
    }
    return reply;
  };

  return {
    ...createLogHandlers(ledger),
    ...createPageHandlers(ledger, changed, rosters),
    ...createReviewHandlers(ledger, changed, rosters),
    async 'identity.save'(form) {
      const checked = checkIdentity(form);
      if (!checked.ok) return checked;
      await saveSettings({ identity: checked.value });
      await clearForgotten(checked.value.email);
      return { ok: true };
    },
    async 'grant.start'({ id, form }) {
      const settings = await stored.settings.read();
      if (!settings.identity)
        return { ok: false, errors: { ticket: 'Say who you are first: every entry names who made it.' } };
      const checked = checkGrantForm(form, {
        today: dateOf(new Date()),
        ticketPattern: settings.ticketPattern,
        vendors,
      });
      if (!checked.ok) return checked;
      const grant = checked.value;
      const written = await ledger.change(
        id,
        grant.vendor,
        ({ grant: existing, open }) => decideStart(existing, id, grant, open),
        grant.email,
      );
      if (!written.ok) return { ok: false, errors: { ticket: written.message } };
      await clearForgotten(grant.email);
      await stored.chosenGrants.at(grant.vendor).write(id);
      await guideEverywhere(grant.vendor);
      return { ok: true, grant: id };
    },
    'step.confirm': ({ grant, step }) => andTell(grant, steps.confirm(grant, step)),
    'step.reopen': ({ grant, step }) => andTell(grant, steps.reopen(grant, step)),
    async 'role.justify'({ grant, chosen, justification }, sender) {
      const tab = (await tabAbout(sender))?.tab ?? null;
      return andTell(grant, steps.justify(grant, chosen, justification, tab));
    },
    async 'role.describe'({ grant, ...description }, sender) {
      const tab = (await tabAbout(sender))?.tab ?? null;
      return andTell(grant, describeRole(grant, tab, description));
    },
    async 'tab.page'(_, sender) {
      const about = await tabAbout(sender);
      if (!about) return null;
      const { page, grant } = about;
      // Where no grant is guided the page tells nothing by itself; what of it can be found is worth a look.
      const facts = about.facts ?? (page.recognised && (await lookAt(about.tab)));
      return { ...page, grant, facts };
    },
    async 'guide.choose'({ grant: id }) {
      const grant = await db.grants.get(id);
      if (!grant) return refused('This grant is not in the log any more.');
      await stored.chosenGrants.at(grant.vendor).write(id);
      await guideEverywhere(grant.vendor);
      return done;
    },
    async 'roster.read'(_, sender) {
      const about = await tabAbout(sender);
      if (!about)
        return refused('Open the vendor’s team page in this window first: Grantbook reads the list that it shows.');
      const read = await sendToPage(about.tab, 'roster.read', {});
      if (!read || !speaksFor(new URL(about.page.url).host, read.url, read.page.vendor))
        return refused('This page does not show a member list that Grantbook knows. Open the team page and try again.');
      if (!read.roster)
        return refused('No member list can be seen on this page yet. Wait until it has loaded and try again.');
      const taken = await rosters.take(about.tab, { ...read, roster: read.roster }, true);
      if (!taken) return refused('This list is not the one of all members: open the team page and try again.');
      return { ok: true, ...taken };
    },
    async 'landmark.show'({ landmark }, sender) {
      const about = await tabAbout(sender);
      const reply = about && (await sendToPage(about.tab, 'landmark.show', { landmark }));
      return reply?.found ? done : refused('This element cannot be seen on the vendor’s page right now.');
    },
    async 'landmark.pick'({ landmark }, sender) {
      const about = await tabAbout(sender);
      const reply = about && (await sendToPage(about.tab, 'landmark.pick', { landmark }));
      return reply?.found ? done : refused('Open the vendor’s page in this window first, then point at the element.');
    },
    async 'page.report'(_, sender) {
      const about = await tabAbout(sender);
      const report = about && (await pageReport(about.tab));
      return report
        ? { ok: true, report }
        : refused('Open the vendor’s page in this window first: the report is about it.');
    },
    async 'page.assume'({ page }, sender) {
      const about = await tabAbout(sender);
      if (!about) return refused('Open the vendor’s page in this window first.');
      await assumePage(about.page.url, page);
      await sendToPage(about.tab, 'packs.use', { packs: await packsAt(new URL(about.page.url).host) });
      return done;
    },
    'keys.settle': ({ grant, needed }) => andTell(grant, steps.settleKeys(grant, needed)),
    'key.record': ({ grant, step, form }) => andTell(grant, steps.recordKey(grant, step, form)),
    'removal.start': ({ grant, reason }) => andGuide(grant, steps.remove(grant, reason)),
    'removal.stop': ({ grant }) => andGuide(grant, steps.keep(grant)),
    async 'refused.count'() {
      return { count: refusedSoFar() };
    },
  };
}
