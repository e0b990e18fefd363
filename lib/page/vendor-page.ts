import type { Guidance } from '@/lib/domain/grant/guidance';
import type { PageFacts, TabPage } from '@/lib/domain/grant/page-facts';
import type { PagePacks } from '@/lib/vendors/vendor';
import type { Background } from './background';
import { childOf } from './child';
import { once } from './dom';
import { finderOf } from './finder';
import type { PageReader, readPage } from './page-reader';
import { pageUrl } from './page-url';
import { type Look, type Recognised, recognise } from './recognise';
import { seek } from './seek';
import type { Site } from './site';
import { titleCheck } from './title-check';

const nothing: Look = { recognised: null, nearest: null, needsReader: false };

/** Grantbook in one vendor page. */
export interface VendorPage {
  /** Loads the part that reads and guides, at the first call; null where the browser refuses it. */
  reader(): Promise<PageReader | null>;
  handlers: {
    'page.look'(): Promise<{ facts: PageFacts | null; nearest: TabPage['nearest'] }>;
    'packs.use'(payload: { packs: PagePacks }): null;
    'guide.show'(payload: { guidance: Guidance | null }): Promise<null>;
  };
}

/**
 * Follows which page of the vendor the tab shows, and tells the background. On a page that is ours it loads the part
 * that reads and guides; on any other nothing observes. Ends when `signal` aborts.
 */
export function runVendorPage(
  packs: PagePacks,
  background: Background,
  load: () => Promise<{ readPage: typeof readPage }>,
  signal: AbortSignal,
): VendorPage {
  let page: Recognised | null = null;
  let nearest: TabPage['nearest'] = null;
  let lastSent = '';
  let seeking: AbortController | null = null;
  let reader: PageReader | null = null;
  let isUnreadable = false;
  let mayBeOurs = titleCheck(packs.packs);

  const loadReader = once(async () => {
    try {
      reader = (await load()).readPage(site, background, signal);
    } catch {
      isUnreadable = true;
    }
    if (seeking) start();
    else if (isUnreadable) void send();
    return reader;
  });

  function look(finder = finderOf(), isThorough = false) {
    const seen = recognise(packs, finder, { before: page?.definition, proofOf: reader?.viewOf, isThorough });
    if (seen.recognised) page = seen.recognised;
    return seen;
  }

  /** Tells the background where this tab is, once per change, and opens the guide that it names. */
  async function send() {
    const recognised = page?.recognition ?? null;
    const tabPage = { url: pageUrl(location.href), recognised, nearest: page ? null : nearest, isUnreadable };
    const state = JSON.stringify({ ...tabPage, recognised: recognised && [recognised.generation, recognised.page] });
    if (state === lastSent) return;
    lastSent = state;
    const loading = page ? loadReader() : reader;
    const guidance = await background.changed(tabPage);
    const loaded = await loading;
    // What was sent since has an answer of its own; a late one must not close the guide that the newer one opened.
    if (state === lastSent) loaded?.guide(guidance);
  }

  /** After a navigation or a click: looks until the page is recognised, or it is clear that it is not ours. */
  function start() {
    seeking?.abort();
    seeking = childOf(signal);
    seek(
      () => {
        const isWorthIt = packs.assumed[location.pathname] !== undefined || mayBeOurs();
        const { recognised, needsReader, nearest: near } = isWorthIt ? look() : nothing;
        nearest = near;
        if (needsReader && !reader && !isUnreadable) void loadReader();
        else if (recognised) {
          seeking = null;
          void send();
          return true;
        }
        if (nearest?.missing.length !== 1) return false;
        // One thing alone may be loading still, however quietly. An open guide waits for it; the popup need not.
        if (!reader?.isGuiding() && !page) void send();
        return 'soon';
      },
      seeking.signal,
      (isOver) => {
        if (isOver) seeking = null;
        page = null;
        reader?.guide(null);
        void send();
      },
    );
  }

  function use(next: PagePacks) {
    packs = next;
    mayBeOurs = titleCheck(packs.packs);
    lastSent = '';
    if (!reader?.refresh()) start();
  }

  const site: Site = {
    page: () => page,
    finder: finderOf,
    look,
    send: () => void send(),
    seek: () => seeking ?? start(),
    use,
  };

  const moved = () => {
    reader?.leave();
    page = null;
    start();
  };
  const navigation = (globalThis as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener('navigatesuccess', moved, { signal });
  addEventListener('popstate', moved, { signal });
  addEventListener('pageshow', (event) => event.persisted && moved(), { signal });
  // Tabs inside a page may change what it shows without a new address, and take a moment for it.
  const again = () => setTimeout(() => signal.aborted || reader?.isGuiding() || start(), 150);
  document.addEventListener('click', again, { capture: true, passive: true, signal });
  start();

  return {
    reader: loadReader,
    handlers: {
      async 'page.look'() {
        let seen = look(finderOf(), true);
        const isShort = !reader && (seen.needsReader || seen.recognised);
        if (isShort && (await loadReader())) seen = look(finderOf(), true);
        return { facts: (seen.recognised && reader?.facts()) ?? null, nearest: seen.nearest };
      },
      'packs.use'({ packs: next }) {
        use(next);
        return null;
      },
      async 'guide.show'({ guidance }) {
        if (!page) look();
        if (page) (await loadReader())?.guide(guidance);
        return null;
      },
    },
  };
}
