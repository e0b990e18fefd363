import type { Roster } from '@/lib/domain/grant/page-facts';
import type { Background } from './background';
import { first } from './dom';
import { gathering } from './gather';
import { pageUrl } from './page-url';
import { viewOf } from './page-view';
import { readRoster } from './read-roster';
import type { Recognised } from './recognise';
import type { Site } from './site';
import { watch } from './watch';

/**
 * Reads the member list, and tells the background as it grows while the admin moves through its pages, until it is
 * complete, `stop` aborts or 10 minutes have passed.
 *
 * @returns the list as it is at once; null where none can be seen
 */
export function followRoster(
  { pack, recognition }: Recognised,
  site: Site,
  background: Background,
  stop: AbortController,
): Roster | null {
  const { add } = gathering();
  let latest: Roster | null = null;
  let lastState = '';
  let isAnswered = false;
  watch(() => {
    const tables = viewOf(pack, site.finder()).tables();
    if (tables.length === 0) return;
    // Where rows are drawn while somebody scrolls, or a second list stays, one reading shows what another does.
    const whole = tables.length === 1 && !first(document, '[aria-rowcount]');
    const roster = add(readRoster(tables, pack.roster), whole);
    const state = JSON.stringify(roster);
    if (isAnswered && state !== lastState) void background.roster(recognition, pageUrl(location.href), roster);
    latest = roster;
    lastState = state;
    if (roster.complete) stop.abort();
  }, stop.signal);
  setTimeout(() => stop.abort(), 600_000);
  isAnswered = true;
  return latest;
}
