import type { WarnedField } from '@/lib/domain/advice';
import type { Guidance } from '@/lib/domain/grant/guidance';
import type { PageFacts, Recognition, Roster } from '@/lib/domain/grant/page-facts';
import type { Background } from './background';
import { childOf } from './child';
import { followRoster } from './follow-roster';
import { guidePage } from './guide-page';
import { pageUrl } from './page-url';
import { viewOf } from './page-view';
import { pick } from './pick';
import { readFacts } from './read-facts';
import { readRoster } from './read-roster';
import { outline } from './report';
import type { Site } from './site';

/** The part of the content script that reads and guides; only recognised pages load it. */
export interface PageReader {
  viewOf: typeof viewOf;
  /** Guides a grant, or none. */
  guide(guidance: Guidance | null): void;
  isGuiding(): boolean;
  /** Reads all that the page shows; null where it is not recognised. */
  facts(): PageFacts | null;
  /** Looks again, and sends all anew; false where nothing is guided. */
  refresh(): boolean;
  /** Ends what was about the address that was left. */
  leave(): void;
  handlers: {
    'roster.read'(): { roster: Roster | null; page: Recognition; url: string } | null;
    'landmark.pick'(payload: { landmark: string }): { found: boolean };
    'landmark.show'(payload: { landmark: string }): { found: boolean };
    'page.report'(): { outline: string[]; people: string[] };
    'guide.point'(payload: { landmark: string | null; warned: readonly WarnedField[] }): null;
    'guide.size'(payload: { height: number; collapsed: boolean }): null;
  };
}

/** Reads and guides on the pages of a site that are recognised. Ends when `signal` aborts. */
export function readPage(site: Site, background: Background, signal: AbortSignal): PageReader {
  const guide = guidePage(site, background, signal);
  let following: AbortController | null = null;

  /** Lets the admin point at a landmark that was lost, and uses the correction at once. */
  async function correct(landmark: string) {
    const page = site.page();
    const overlay = guide.overlay();
    if (!page || !overlay) return;
    const picked = await pick((element) => overlay.point(element), childOf(signal).signal);
    const { pack, definition } = page;
    if (!picked) return;
    const { role, name, element } = picked;
    const equals = site.finder().find({ role, words: [name] })?.hits ?? [];
    const nth = equals.length > 1 && equals.includes(element) ? equals.indexOf(element) : undefined;
    const where = { generation: pack.generation, page: definition.id, landmark };
    site.use(await background.picked({ role, name, nth, ...where }));
  }

  return {
    viewOf,
    guide: guide.show,
    isGuiding: () => guide.overlay() !== null,
    facts() {
      const page = site.page();
      const view = guide.view();
      return page && view && readFacts(page, view, location.href);
    },
    refresh: guide.refresh,
    leave: () => following?.abort(),
    handlers: {
      'roster.read'() {
        const { recognised } = site.look();
        if (!recognised) return null;
        following?.abort();
        following = childOf(signal);
        const roster = followRoster(recognised, site, background, following);
        return { roster, page: recognised.recognition, url: pageUrl(location.href) };
      },
      'landmark.pick'({ landmark }) {
        void correct(landmark);
        return { found: guide.overlay() !== null };
      },
      'landmark.show': ({ landmark }) => ({ found: guide.reveal(landmark) }),
      'page.report'() {
        const { recognised, nearest } = site.look(site.finder(), true);
        const view = guide.view();
        const rows = view ? readRoster(view.tables(), view.pack.roster).rows : [];
        return {
          outline: [location.host, JSON.stringify(recognised?.recognition.evidence ?? nearest), ...outline()],
          people: rows.flatMap(({ name, email }) => [email, name]),
        };
      },
      'guide.point'({ landmark, warned }) {
        guide.point(landmark, warned);
        return null;
      },
      'guide.size'({ height, collapsed }) {
        guide.overlay()?.size(height, collapsed);
        return null;
      },
    },
  };
}
