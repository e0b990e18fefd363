import type { Recognition } from '@/lib/domain/facts';
import type { RegisteredPages } from '@/lib/vendors/page-registry';
import type { PageDefinition, Query } from '@/lib/vendors/vendor';
import { type Finder, finderOf, looksLikeTitle } from './finder';

/** A recognised page: which definition met it, and by what evidence. */
export interface Recognised extends Recognition {
  definition: PageDefinition;
  pack: RegisteredPages;
}

/** The answer of one look: the page, or the definition that came nearest and what it missed. */
export interface Look {
  recognised: Recognised | null;
  nearest: { name: string; found: string[]; missing: string[] } | null;
}

const nouns = { title: 'heading or current tab', columnheader: 'column' } as Partial<Record<Query['role'], string>>;
const describe = ({ role, words }: Query) => `${nouns[role] ?? role} “${words[0]}”`;

interface Candidate extends Recognised {
  score: number;
  barred: boolean;
}

function consider(definition: PageDefinition, pack: RegisteredPages, finder: Finder): Candidate {
  const evidence: string[] = [];
  const missing: string[] = [];
  const isMissing = (group: readonly Query[]) => {
    const met = group.find((query) => finder.first(query));
    if (met) evidence.push(describe(met));
    return !met;
  };
  for (const group of definition.every.filter(isMissing)) {
    // Reading every text of the page for something set like a title costs most, so it comes last, and only when the rest is there.
    const set =
      evidence.length > 0 && group.find((query) => query.role === 'title' && looksLikeTitle(query, finder.root));
    if (set) evidence.push(`${describe(set)}, by its looks`);
    else missing.push(group.map(describe).join(' or '));
  }
  const required = evidence.length;
  const barring = missing.length === 0 ? definition.none?.find((query) => finder.first(query)) : undefined;
  if (barring) missing.push(`a page without ${describe(barring)}`);
  if (missing.length === 0) {
    for (const query of definition.also ?? []) if (finder.first(query)) evidence.push(describe(query));
  }
  const { vendor, generation } = pack;
  const score = missing.length === 0 ? evidence.length : required;
  return {
    vendor,
    generation,
    page: definition.id,
    evidence,
    missing,
    definition,
    pack,
    score,
    barred: Boolean(barring),
  };
}

/**
 * Recognises a page by what is visible on it, never by its path. `packs`: those of the vendor whose host this is, oldest generation
 * first. `assumed`: what the admin said this page is; holds where nothing is recognised. Of several definitions that are met the one with most evidence wins; of equals the newest.
 */
export function recognise(
  packs: readonly RegisteredPages[],
  finder: Finder = finderOf(),
  assumed?: { generation: string; page: string },
): Look {
  let best: Candidate | null = null;
  let nearest: Candidate | null = null;
  for (const pack of packs) {
    for (const definition of pack.pages) {
      const candidate = consider(definition, pack, finder);
      if (candidate.missing.length === 0) {
        if (!best || candidate.score >= best.score) best = candidate;
      } else if (candidate.score > 0 && (!nearest || candidate.score > nearest.score)) nearest = candidate;
    }
  }
  best ??= assumed ? named(packs, assumed) : null;
  return {
    recognised: best,
    nearest:
      best || !nearest ? null : { name: nearest.definition.name, found: nearest.evidence, missing: nearest.missing },
  };
}

/** The page that the admin named. */
function named(
  packs: readonly RegisteredPages[],
  { generation, page }: { generation: string; page: string },
): Candidate | null {
  const pack = packs.find((one) => one.generation === generation);
  const definition = pack?.pages.find(({ id }) => id === page);
  if (!pack || !definition) return null;
  const evidence = ['said by the admin'];
  return { vendor: pack.vendor, generation, page, evidence, missing: [], definition, pack, score: 0, barred: false };
}
