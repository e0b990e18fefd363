import { followForm } from '@/lib/domain/grant/follow-form';
import { plainText } from '@/lib/domain/values/text';
import { sendToPage } from '@/lib/messaging/page';
import type { Handlers } from '@/lib/messaging/router';
import { saveCorrection } from '@/lib/storage/corrections';
import { inTurn } from '@/lib/storage/in-turn';
import { stored } from '@/lib/storage/stored-values';
import { pagesAt } from '@/lib/vendors/registry';
import type { GuideFrames } from './guide-frames';
import type { Observer } from './observe-page';
import { factsInPackWords } from './pack-words';
import { packsAt } from './packs';
import { done, refused } from './replies';
import type { Rosters } from './rosters';
import { guidanceFor, speaksFor } from './vendor-tabs';

type PageCommand = 'page.packs' | 'page.changed' | 'page.facts' | 'landmark.picked' | 'roster.seen' | 'guide.placed';

/**
 * Throws where a page speaks of another place than its own: it is not ours, or not any more. The router refuses what
 * throws, and counts it.
 */
function insist(fits: boolean): void {
  if (!fits) throw new Error('a page spoke of another place than its own');
}

/** Makes the handlers of what the content script sends. */
export function createPageHandlers(
  rosters: Rosters,
  observer: Observer,
  frames: Pick<GuideFrames, 'showPage'>,
): Pick<Handlers, PageCommand> {
  // Messages of a tab are taken in their order: the facts of a page follow its `page.changed`.
  const inOrder = inTurn();

  /** Reads the list of a page that was opened, where somebody waits for what it shows. */
  async function readVisit(tab: number, vendor: string): Promise<void> {
    if (!(await rosters.isWanted(vendor))) return;
    const told = await sendToPage(tab, 'roster.read', {});
    if (told?.roster && told.page.vendor === vendor) await rosters.take(tab, { ...told, roster: told.roster }, false);
  }

  return {
    'page.packs': (_, { host }) => packsAt(host),
    async 'page.changed'({ page }, { tab, host }) {
      const vendor = page.recognised?.vendor;
      insist(speaksFor(host, page.url, vendor));
      if (vendor) void readVisit(tab, vendor);
      return inOrder(async () => {
        const { guidance, grant } = vendor ? await guidanceFor(tab, vendor) : { guidance: null, grant: null };
        await stored.tabs.at(tab).write({ page, grant, facts: null, at: Date.now() });
        return guidance;
      });
    },
    async 'page.facts'({ grant, facts: told }, { tab, host }) {
      insist(speaksFor(host, told.url, told.recognition.vendor));
      const facts = { ...factsInPackWords(told), readAt: new Date().toISOString() };
      const state = await inOrder(() =>
        stored.tabs
          .at(tab)
          .change((was) =>
            was?.grant === grant ? { ...was, facts: followForm(facts, was.facts), at: Date.now() } : was,
          ),
      );
      if (state?.grant !== grant) return refused('This page guides another grant.');
      frames.showPage(tab, state);
      await observer.observe(tab, grant, facts);
      return done;
    },
    async 'landmark.picked'(correction, { host }) {
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
    async 'roster.seen'({ page, url, roster }, { tab, host }) {
      insist(speaksFor(host, url, page.vendor));
      await rosters.take(tab, { page, url, roster }, false);
      return done;
    },
    async 'guide.placed'(place, { tab }) {
      const recognised = (await stored.tabs.at(tab).read())?.page.recognised;
      if (recognised) await stored.guidePlaces.change((all) => ({ ...all, [recognised.vendor]: place }));
      return done;
    },
  };
}
