import type { WarnedField } from '@/lib/domain/advice';
import type { Guidance } from '@/lib/domain/grant/guidance';
import type { PageFacts } from '@/lib/domain/grant/page-facts';
import type { Background } from './background';
import { childOf } from './child';
import { wordsIn } from './dom';
import { locate } from './landmarks';
import { type Overlay, openOverlay } from './overlay';
import { type View, viewOf } from './page-view';
import { readFacts } from './read-facts';
import { readRoster } from './read-roster';
import type { Site } from './site';
import { normal, pattern } from './text';
import { type Watch, watch } from './watch';

/** The guide over one vendor page. */
export interface PageGuide {
  /** Guides a grant, or none; goes on where the grant is guided already. */
  show(guidance: Guidance | null): void;
  /** Views the page as it is now, with the person in question; null where the page is not recognised. */
  view(): View | null;
  /** Returns the overlay over the page; null where nothing is guided. */
  overlay(): Overlay | null;
  /** Points at a landmark from now on, or at none; `warned`: fields that hold what the grant does not say. */
  point(landmark: string | null, warned: readonly WarnedField[]): void;
  /** Points at a landmark and brings it into view; false where it cannot be seen. */
  reveal(landmark: string): boolean;
  /** Looks soon, and sends all facts anew; false where nothing is guided. */
  refresh(): boolean;
}

/** Follows what a recognised page shows while a grant is guided there. Where nothing is guided, nothing observes. */
export function guidePage(site: Site, background: Background, signal: AbortSignal): PageGuide {
  let guided: { guidance: Guidance; overlay: Overlay; stop: AbortController; watch: Watch } | null = null;
  let warned: readonly WarnedField[] = [];
  let members: PageFacts['members'];
  let lastFacts = '';
  /** Says what the page said when the guide was opened, and when the form was: no answer to what is sent. */
  let standing: readonly string[] | null = null;
  let hadForm = false;

  const view = () => {
    const page = site.page();
    return page && viewOf(page.pack, site.finder(), guided?.guidance.email);
  };

  /** Returns whether a control turns the pages of a list. */
  function isPager(control: Element): boolean {
    const { turns } = site.page()?.pack.roster.signs ?? {};
    const said = wordsIn(control).trim() || (control.ariaLabel ?? control.getAttribute('title') ?? '');
    return turns !== undefined && (pattern(turns).test(normal(said)) || /^(?:\d{1,4}|[‹›«»<>←→]+)$/.test(said));
  }

  function target(landmark: string | null, seen = view()): Element | null {
    const definition = landmark === null ? undefined : site.page()?.definition.landmarks[landmark];
    return definition && seen ? locate(definition, seen) : null;
  }

  function point(seen = view()) {
    const { landmark = null } = guided?.guidance ?? {};
    guided?.overlay.point(
      target(landmark, seen),
      warned.map((field) => seen?.form()?.[field]),
    );
  }

  /** One look: moves the ring, and sends what changed about the person in question. */
  function follow() {
    if (!guided) return;
    const finder = site.finder();
    const { recognised } = site.look(finder);
    if (!recognised) {
      guided.overlay.point(null);
      site.seek();
      return;
    }
    site.send();
    const seen = viewOf(recognised.pack, finder, guided.guidance.email);
    point(seen);
    const facts = readFacts(recognised, seen, location.href);
    // Counted once per opened form: reading the whole list at each key would be dear.
    members = facts.form ? (members ?? countMembers(seen)) : undefined;
    facts.members = members;
    if (!standing || (facts.form && !hadForm)) standing = facts.notices;
    hadForm ||= facts.form !== null;
    facts.notices = facts.notices.filter((notice) => !standing?.includes(notice));
    const state = JSON.stringify(facts);
    if (state === lastFacts) return;
    lastFacts = state;
    void background.facts(guided.guidance.grant, facts);
  }

  return {
    view,
    show(guidance) {
      if (signal.aborted) return;
      if (guided && guidance && guided.guidance.grant === guidance.grant) {
        guided.guidance = { ...guidance, landmark: guidance.landmark ?? guided.guidance.landmark };
        guided.watch.nudge();
        return;
      }
      guided?.stop.abort();
      guided = null;
      lastFacts = '';
      standing = null;
      hadForm = false;
      if (!guidance || !site.page()) return;
      const stop = childOf(signal);
      const url = background.guideUrl(guidance.key);
      const { style, place } = guidance;
      const overlay = openOverlay(url, style, place, background.placed, isPager, stop.signal);
      guided = { guidance, overlay, stop, watch: { nudge() {} } };
      guided.watch = watch(follow, stop.signal);
    },
    overlay: () => guided?.overlay ?? null,
    point(landmark, fields) {
      if (!guided) return;
      guided.guidance.landmark = landmark;
      warned = fields;
      point();
    },
    reveal(landmark) {
      // Until another step is pointed at: a page that moves meanwhile would take the ring away again.
      if (guided) guided.guidance.landmark = landmark;
      const element = target(landmark);
      if (element) guided?.overlay.show(element);
      return element !== null;
    },
    refresh() {
      lastFacts = '';
      guided?.watch.nudge();
      return guided !== null;
    },
  };
}

/** Counts members and open invitations on the list, by what the page claims where it hides rows. */
function countMembers(view: View): PageFacts['members'] {
  const tables = view.tables();
  if (tables.length === 0) return undefined;
  const { rows, seen, claimed } = readRoster(tables, view.pack.roster);
  const pending = rows.filter(({ status }) => status === 'pending').length;
  return { active: (claimed ?? seen) - pending, pending };
}
