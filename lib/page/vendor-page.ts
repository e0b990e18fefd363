import type { WarnedField } from '@/lib/domain/advice';
import type { Picked } from '@/lib/domain/grant/correction';
import type { Guidance, GuidePlace } from '@/lib/domain/grant/guidance';
import type { PageFacts, Recognition, Roster, TabPage } from '@/lib/domain/grant/page-facts';
import type { PagePacks } from '@/lib/vendors/vendor';
import { finderOf } from './finder';
import { gathering } from './gather';
import { locate } from './landmarks';
import { type Overlay, openOverlay } from './overlay';
import { type View, viewOf } from './page-view';
import { pick } from './pick';
import { pageUrl, readFacts } from './read-facts';
import { readRoster } from './read-roster';
import { type Look, type Recognised, recognise } from './recognise';
import { outline } from './report';
import { seek, type Watch, watch } from './watch';

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

/**
 * Grantbook in one vendor page: recognises it, tells the background, and while a grant is guided here follows what the page shows.
 * Where the page is not ours, or nothing is guided, nothing observes. Ends when `signal` aborts.
 *
 * @returns the handlers of the background's commands
 */
export function runVendorPage({ packs, assumed }: PagePacks, background: Background, signal: AbortSignal) {
  let page: Recognised | null = null;
  let lastSent = '';
  let warned: readonly WarnedField[] = [];
  let members: PageFacts['members'];
  let seeking: AbortController | null = null;
  let guided: { guidance: Guidance; overlay: Overlay; stop: AbortController; watch: Watch } | null = null;
  let lastFacts = '';
  let gathered: AbortController | null = null;

  const child = () => {
    const controller = new AbortController();
    signal.addEventListener('abort', () => controller.abort(signal.reason), {
      signal: controller.signal,
    });
    return controller;
  };

  function look(finder = finderOf()): Look {
    const seen = recognise(packs, finder, page?.definition, assumed[location.pathname]);
    if (seen.recognised) page = seen.recognised;
    return seen;
  }

  /** Tells the background where this tab is, once per change, and opens the guide that it names. */
  async function send(nearest: Look['nearest']) {
    const tabPage = { url: pageUrl(location.href), recognised: page?.recognition ?? null, nearest };
    const state = JSON.stringify([tabPage.url, tabPage.recognised?.generation, tabPage.recognised?.page, nearest]);
    if (state === lastSent) return;
    lastSent = state;
    const guidance = await background.changed(tabPage);
    // What was sent since has an answer of its own; a late one must not close the guide that the newer one opened.
    if (state === lastSent) guide(guidance);
  }

  /** After a navigation or a click: looks until the page is recognised, or it is clear that it is not ours. */
  function start() {
    seeking?.abort();
    seeking = child();
    let nearest: Look['nearest'] = null;
    seek(
      () => {
        const seen = look();
        nearest = seen.nearest;
        if (!seen.recognised) {
          if (nearest?.missing.length !== 1) return false;
          // One thing alone may be loading still, however quietly. An open guide waits for it; the popup need not.
          if (!guided && !page) void send(nearest);
          return 'soon';
        }
        seeking = null;
        void send(null);
        return true;
      },
      seeking.signal,
      (isOver) => {
        if (isOver) seeking = null;
        page = null;
        guide(null);
        void send(nearest);
      },
    );
  }

  function guide(guidance: Guidance | null) {
    if (signal.aborted) return;
    if (guided && guidance && guided.guidance.grant === guidance.grant) {
      guided.guidance = { ...guidance, landmark: guidance.landmark ?? guided.guidance.landmark };
      guided.watch.nudge();
      return;
    }
    guided?.stop.abort();
    guided = null;
    lastFacts = '';
    if (!guidance || !page) return;
    const stop = child();
    const overlay = openOverlay(
      background.guideUrl(guidance.key),
      guidance.style,
      guidance.place,
      background.placed,
      stop.signal,
    );
    guided = { guidance, overlay, stop, watch: { nudge() {} } };
    guided.watch = watch(follow, stop.signal);
  }

  /** One look while guiding: moves the ring, and sends what changed about the person in question. */
  function follow() {
    if (!guided) return;
    const finder = finderOf();
    const seen = look(finder);
    if (!seen.recognised) {
      guided.overlay.point(null);
      if (!seeking) start();
      return;
    }
    void send(null);
    const view = viewOf(seen.recognised.pack, finder, guided.guidance.email);
    point(view);
    const facts = readFacts(seen.recognised, view, location.href);
    // Counted once per opened form: reading the whole list at each key would be dear.
    members = facts.form ? (members ?? countMembers(view)) : undefined;
    facts.members = members;
    const state = JSON.stringify(facts);
    if (state === lastFacts) return;
    lastFacts = state;
    void background.facts(guided.guidance.grant, facts);
  }

  /** Takes the view of one look that a command asks for. */
  const viewNow = () => page && viewOf(page.pack, finderOf(), guided?.guidance.email);

  function point(view = viewNow()) {
    const { landmark = null } = guided?.guidance ?? {};
    guided?.overlay.point(
      target(landmark, view),
      warned.map((field) => view?.form()?.[field]),
    );
  }

  function target(landmark: string | null, view = viewNow()): Element | null {
    const definition = landmark === null ? undefined : page?.definition.landmarks[landmark];
    return definition && view ? locate(definition, view) : null;
  }

  const handlers = {
    'page.look'() {
      const seen = look().recognised;
      const view = viewNow();
      return { facts: seen && view ? readFacts(seen, view, location.href) : null };
    },
    'roster.read'() {
      const seen = look().recognised;
      return seen && { roster: gather(seen), page: seen.recognition, url: pageUrl(location.href) };
    },
    'packs.use'({ packs: next }: { packs: PagePacks }) {
      use(next);
      return null;
    },
    'landmark.pick'({ landmark }: { landmark: string }) {
      void correct(landmark);
      return { found: guided !== null };
    },
    'landmark.show'({ landmark }: { landmark: string }) {
      // Until another step is pointed at: a page that moves meanwhile would take the ring away again.
      if (guided) guided.guidance.landmark = landmark;
      const element = target(landmark);
      if (element) guided?.overlay.show(element);
      return { found: element !== null };
    },
    'page.report'() {
      const { recognised, nearest } = look();
      const people = page
        ? readRoster(viewOf(page.pack).tables(), page.pack.roster).rows.flatMap(({ name, email }) => [email, name])
        : [];
      return {
        outline: [location.host, JSON.stringify(recognised?.recognition.evidence ?? nearest), ...outline()],
        people,
      };
    },
    'guide.show'({ guidance }: { guidance: Guidance | null }) {
      if (!page) look();
      guide(guidance);
      return null;
    },
    'guide.point'({ landmark, warned: fields }: { landmark: string | null; warned: readonly WarnedField[] }) {
      if (guided) {
        guided.guidance.landmark = landmark;
        warned = fields;
        point();
      }
      return null;
    },
    'guide.size'({ height, collapsed }: { height: number; collapsed: boolean }) {
      guided?.overlay.size(height, collapsed);
      return null;
    },
  };

  /** Reads the member list, and goes on adding to it for as long as the admin stays on the page, at most 10 minutes. */
  function gather({ pack, recognition }: Recognised): Roster | null {
    gathered?.abort();
    const stop = child();
    gathered = stop;
    const { add } = gathering();
    let latest: Roster | null = null;
    let news = '';
    let answered = false;
    watch(() => {
      const tables = viewOf(pack).tables();
      if (tables.length === 0) return;
      // Where rows are drawn while somebody scrolls, or a second list stays, one reading shows what another does.
      const whole = tables.length === 1 && !document.querySelector('[aria-rowcount]');
      const roster = add(readRoster(tables, pack.roster), whole);
      const now = JSON.stringify(roster);
      if (answered && now !== news) void background.roster(recognition, pageUrl(location.href), roster);
      latest = roster;
      news = now;
      if (roster.complete) stop.abort();
    }, stop.signal);
    setTimeout(() => stop.abort(), 600_000);
    answered = true;
    return latest;
  }

  /** Lets the admin point at a landmark that was lost, and uses the correction at once. */
  async function correct(landmark: string) {
    const at = page;
    if (!at || !guided) return;
    const { overlay } = guided;
    const picked = await pick((element) => overlay.point(element), child().signal);
    if (picked)
      use(await background.picked({ ...picked, generation: at.pack.generation, page: at.definition.id, landmark }));
  }

  /** Other packs from now on: a correction came in, or the admin said what this page is. */
  function use(next: PagePacks) {
    ({ packs, assumed } = next);
    lastFacts = '';
    lastSent = '';
    if (guided) guided.watch.nudge();
    else start();
  }

  /** Tabs inside a page may change what it shows without a new address, and take a moment for it. */
  const again = () => setTimeout(() => signal.aborted || guided || start(), 150);

  const moved = () => {
    gathered?.abort();
    page = null;
    start();
  };
  const navigation = (globalThis as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener('navigatesuccess', moved, { signal });
  addEventListener('popstate', moved, { signal });
  addEventListener('pageshow', (event) => event.persisted && moved(), { signal });
  document.addEventListener('click', again, { capture: true, passive: true, signal });
  start();

  return handlers;
}

/** Members and open invitations on the list, by what the page claims where it hides rows. */
function countMembers(view: View): PageFacts['members'] {
  const tables = view.tables();
  if (tables.length === 0) return undefined;
  const { rows, seen, claimed } = readRoster(tables, view.pack.roster);
  const pending = rows.filter(({ status }) => status === 'pending').length;
  return { active: (claimed ?? seen) - pending, pending };
}
