import { followForm } from '@/lib/domain/grant/follow-form';
import { plainText } from '@/lib/domain/values/text';
import { sendToPage } from '@/lib/messaging/page';
import type { Handlers, Sender } from '@/lib/messaging/router';
import { saveCorrection } from '@/lib/storage/corrections';
import { inTurn } from '@/lib/storage/in-turn';
import type { Ledger } from '@/lib/storage/ledger';
import { stored } from '@/lib/storage/stored-values';
import { pagesAt } from '@/lib/vendors/registry';
import { done, refused } from './grant-handlers';
import { logWhatIsSeen } from './observe-page';
import { factsInPackWords } from './pack-words';
import { packsAt } from './packs';
import type { Rosters } from './rosters';
import { guidanceFor, speaksFor } from './vendor-tabs';

type PageRequest = 'page.packs' | 'page.changed' | 'page.facts' | 'landmark.picked' | 'roster.seen' | 'guide.placed';

const tabOf = (sender: Sender) => sender.tab?.id ?? -1;
const hostOf = (sender: Sender) => new URL(sender.url ?? '').host;

/** A page that speaks of another place than its own is not ours, or not any more: the router refuses what throws, and counts it. */
function insist(fits: boolean): void {
  if (!fits) throw new Error('a page spoke of another place than its own');
}

/** What the content script may ask. `changed` is called with the id of a grant whose guide should be shown anew. */
export function createPageHandlers(
  ledger: Ledger,
  changed: (grant: string) => Promise<void>,
  rosters: Rosters,
): Pick<Handlers, PageRequest> {
  // What a tab tells in one breath is taken in its order: facts of a page come after the news that the page is there.
  const inOrder = inTurn();

  /** Reads the list of a page that was opened, where somebody waits for what it shows. */
  async function readVisit(tab: number, vendor: string): Promise<void> {
    if (!(await rosters.isWanted(vendor))) return;
    const told = await sendToPage(tab, 'roster.read', {});
    if (told?.roster && told.page.vendor === vendor) await rosters.take(tab, { ...told, roster: told.roster }, false);
  }

  return {
    async 'page.packs'(_, sender) {
      return packsAt(hostOf(sender));
    },
    async 'page.changed'({ page }, sender) {
      const tab = tabOf(sender);
      const vendor = page.recognised?.vendor;
      insist(speaksFor(hostOf(sender), page.url, vendor));
      if (vendor) void readVisit(tab, vendor);
      return inOrder(async () => {
        const { guidance, grant } = vendor ? await guidanceFor(tab, vendor) : { guidance: null, grant: null };
        await stored.tabs.at(tab).write({ page, grant, facts: null, at: Date.now() });
        return guidance;
      });
    },
    async 'page.facts'({ grant, facts: told }, sender) {
      const tab = tabOf(sender);
      insist(speaksFor(hostOf(sender), told.url, told.recognition.vendor));
      const facts = factsInPackWords(told);
      const state = await inOrder(() =>
        stored.tabs
          .at(tab)
          .change((was) =>
            was?.grant === grant ? { ...was, facts: followForm(facts, was.facts), at: Date.now() } : was,
          ),
      );
      if (state?.grant !== grant) return refused('This page guides another grant.');
      await changed(grant);
      await logWhatIsSeen(ledger, tab, grant, facts);
      await changed(grant);
      return done;
    },
    async 'landmark.picked'(correction, sender) {
      const host = hostOf(sender);
      const pack = pagesAt(host).find(({ generation }) => generation === correction.generation);
      const page = pack?.pages.find(({ id }) => id === correction.page);
      insist(page !== undefined && Object.hasOwn(page.landmarks, correction.landmark));
      await saveCorrection({
        ...correction,
        name: plainText(correction.name),
        vendor: pack?.vendor ?? '',
        at: new Date().toISOString(),
      });
      return packsAt(host);
    },
    async 'roster.seen'({ page, url, roster }, sender) {
      insist(speaksFor(hostOf(sender), url, page.vendor));
      await rosters.take(tabOf(sender), { page, url, roster }, false);
      return done;
    },
    async 'guide.placed'(place, sender) {
      const recognised = (await stored.tabs.at(tabOf(sender)).read())?.page.recognised;
      if (recognised) await stored.guidePlaces.change((all) => ({ ...all, [recognised.vendor]: place }));
      return done;
    },
  };
}
