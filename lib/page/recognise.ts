import type { Recognition, TabPage } from '@/lib/domain/grant/page-facts';
import type { Landmark, PageDefinition, Query, RegisteredPages } from '@/lib/vendors/vendor';
import { type Finder, finderOf } from './finder';
import { type View, viewOf } from './page-view';

/** A recognised page: which definition met it, and by what evidence. */
export interface Recognised {
  recognition: Recognition;
  definition: PageDefinition;
  pack: RegisteredPages;
}

/** The answer of one look: the page, or the definition that came nearest and what it missed. */
export interface Look {
  recognised: Recognised | null;
  nearest: TabPage['nearest'];
}

/** What a page still lacks whose title and buttons alone do not prove it. */
export const memberList = 'the member list';

const nouns = { title: 'heading or current tab', columnheader: 'column' } as Partial<Record<Query['role'], string>>;
const describe = ({ role, words }: Query) => `${nouns[role] ?? role} “${words[0]}”`;

interface Candidate extends Recognised {
  score: number;
}

function consider(definition: PageDefinition, view: View, settled: boolean): Candidate {
  const { pack, finder } = view;
  const { vendor, generation } = pack;
  const evidence: string[] = [];
  const missing: string[] = [];
  const has = (kind: Landmark['find']) => Object.values(definition.landmarks).some(({ find }) => find === kind);
  const shows = (query: Query) => (finder.find(query)?.level ?? 0) > 0;
  // What a column would rule out is not known before there are columns.
  let isSure = !definition.none?.some(({ role }) => role === 'columnheader');
  for (const group of definition.every) {
    let level = -1;
    let met = '';
    for (const query of group) {
      const found = finder.find(query)?.level ?? -1;
      if (found > level) [level, met] = [found, describe(query)];
    }
    // The button may make way for the form that it opens.
    if (level < 0 && group[0]?.role === 'button' && has('form') && view.form()?.role) met = 'the invitation form';
    if (met) evidence.push(met);
    else missing.push(group.map(describe).join(' or '));
    isSure &&= level > 1;
  }
  let score = evidence.length;
  if (missing.length === 0) {
    const barring = definition.none?.find(shows);
    if (barring) missing.push(`a page without ${describe(barring)}`);
    else if (!isSure && !settled && has('roster') && view.tables().length === 0) missing.push(memberList);
    else score += evidence.push(...(definition.also ?? []).filter(shows).map(describe));
  }
  return { recognition: { vendor, generation, page: definition.id, evidence, missing }, definition, pack, score };
}

/**
 * Recognises a page by what is visible on it, never by its path. `packs`: those of the vendor whose host this is, oldest generation
 * first. Of several definitions that are met the one with most evidence wins; of equals the newest. `settled`: what this address
 * was recognised as before; it need not prove its list again. `assumed`: what the admin said this page is; holds where nothing is
 * recognised.
 */
export function recognise(
  packs: readonly RegisteredPages[],
  finder: Finder = finderOf(),
  settled?: PageDefinition,
  assumed?: { generation: string; page: string },
): Look {
  let best: Candidate | null = null;
  let nearest: Candidate | null = null;
  let named: Candidate | null = null;
  for (const pack of packs) {
    const view = viewOf(pack, finder);
    for (const definition of pack.pages) {
      const candidate = consider(definition, view, definition === settled);
      const { recognition } = candidate;
      if (recognition.missing.length === 0) {
        if (!best || candidate.score >= best.score) best = candidate;
      } else if (candidate.score > (nearest?.score ?? 0)) nearest = candidate;
      if (assumed?.generation === pack.generation && assumed.page === definition.id)
        named = { ...candidate, recognition: { ...recognition, evidence: ['said by the admin'], missing: [] } };
    }
  }
  best ??= named;
  return {
    recognised: best,
    nearest:
      best || !nearest
        ? null
        : { name: nearest.definition.name, found: nearest.recognition.evidence, missing: nearest.recognition.missing },
  };
}
