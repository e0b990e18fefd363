import type { Picked } from '@/lib/domain/grant/correction';
import type { Guidance, GuidePlace } from '@/lib/domain/grant/guidance';
import type { PageFacts, Recognition, Roster, TabPage } from '@/lib/domain/grant/page-facts';
import type { PagePacks } from '@/lib/vendors/vendor';

/** The background as the page sees it. */
export interface Background {
  changed(page: TabPage): Promise<Guidance | null>;
  facts(grant: string, facts: PageFacts): Promise<unknown>;
  /** The admin pointed at a landmark that was lost; the answer has the correction in it. */
  picked(correction: Picked): Promise<PagePacks>;
  roster(page: Recognition, url: string, roster: Roster): Promise<unknown>;
  placed(place: GuidePlace): Promise<unknown>;
  guideUrl(key: string): string;
}
