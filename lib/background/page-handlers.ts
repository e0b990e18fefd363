import type { Handlers, Sender } from '@/lib/messaging/router';
import { saveCorrection } from '@/lib/storage/corrections';
import { saveGuidePlace } from '@/lib/storage/guide-place';
import type { Ledger } from '@/lib/storage/ledger';
import { readRosters, tabStates } from '@/lib/storage/session';
import { vendorInfos } from '@/lib/vendors/hosts';
import { logWhatIsSeen } from './observing';
import { packsAt } from './packs';
import { done, refused } from './steps';
import { guidanceFor } from './vendor-tabs';

type PageRequest = 'page.packs' | 'page.changed' | 'page.facts' | 'landmark.picked' | 'roster.seen' | 'guide.placed';

const tabOf = (sender: Sender) => sender.tab?.id ?? -1;
const hostOf = (sender: Sender) => new URL(sender.url ?? '').host;

/** What the content script may ask. `changed` is called with the id of a grant whose guide should be shown anew. */
export function createPageHandlers(
  ledger: Ledger,
  changed: (grant: string) => Promise<void>,
): Pick<Handlers, PageRequest> {
  return {
    async 'page.packs'(_, sender) {
      return packsAt(hostOf(sender));
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
      if (state?.grant !== grant || new URL(facts.url).host !== hostOf(sender))
        return refused('This page guides another grant.');
      await tabStates.set(tab, { ...state, facts, at: Date.now() });
      await changed(grant);
      await logWhatIsSeen(ledger, tab, grant, facts);
      await changed(grant);
      return done;
    },
    async 'landmark.picked'(correction, sender) {
      const host = hostOf(sender);
      const vendor = vendorInfos.find(({ hosts }) => hosts.includes(host))?.id ?? '';
      await saveCorrection({ ...correction, vendor, at: new Date().toISOString() });
      return packsAt(host);
    },
    async 'roster.seen'({ page, url, roster }, sender) {
      await readRosters.set(tabOf(sender), { page, url, roster, at: Date.now() });
      return done;
    },
    async 'guide.placed'(place, sender) {
      const recognised = (await tabStates.get(tabOf(sender)))?.page.recognised;
      if (recognised) await saveGuidePlace(recognised.vendor, place);
      return done;
    },
  };
}
