import type { Recognition, TabPage } from '@/lib/domain/grant/page-facts';
import type { Landmark, PageDefinition, PagePacks, Query, RegisteredPages } from '@/lib/vendors/vendor';
import { dialogs, fields, first } from './dom';
import type { Finder } from './finder';

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
  /** A list or a form, which only a reader can tell, decides which page this is. */
  needsReader: boolean;
}

/** The list and the form of a page, which words alone do not prove. */
interface Proof {
  tables(): readonly unknown[];
  form(): { role: Element | null } | null;
  /** The roles that the form of a page for inviting alone lets choose; null where this is no such page. */
  offers(): readonly string[] | null;
}

/** The facts besides page and packs with which a look may count. */
export interface LookOptions {
  /** The definition by which this address was recognised before; it need not prove its list again. */
  before?: PageDefinition | undefined;
  /** Comes with the part of the content script that reads. */
  proofOf?: ((pack: RegisteredPages, finder: Finder) => Proof) | undefined;
  /** Looks for all the rest also where the title is another, to tell what comes nearest. */
  isThorough?: boolean | undefined;
}

/** Names what a page still lacks whose title and buttons alone do not prove it. */
export const memberList = 'the member list';
const inviteForm = 'the invitation form';

const nouns = { title: 'heading or current tab', columnheader: 'column' } as Partial<Record<Query['role'], string>>;
const describe = ({ role, words }: Query) => `${nouns[role] ?? role} “${words[0]}”`;

interface Candidate extends Recognised {
  score: number;
  needsReader: boolean;
}

/**
 * Holds a definition against the page; null where its first evidence, the title, is not there and nobody asks for more.
 */
function consider(
  definition: PageDefinition,
  pack: RegisteredPages,
  finder: Finder,
  proof: Proof | undefined,
  { before, isThorough }: LookOptions,
): Candidate | null {
  const { vendor, generation } = pack;
  const evidence: string[] = [];
  const missing: string[] = [];
  const has = (kind: Landmark['find']) => Object.values(definition.landmarks).some(({ find }) => find === kind);
  const shows = (query: Query) => (finder.find(query)?.level ?? 0) > 0;
  let needsReader = false;
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
    if (level < 0 && group[0]?.role === 'button' && has('form')) {
      if (proof?.form()?.role) met = inviteForm;
      else needsReader = !proof && first(document, `${dialogs},${fields}`) !== null;
    }
    if (met) evidence.push(met);
    else if (!isThorough && evidence.length === 0) return null;
    else missing.push(group.map(describe).join(' or '));
    isSure &&= level > 1;
  }
  needsReader &&= missing.length === 1;
  let score = evidence.length;
  if (missing.length === 0) {
    const barring = definition.none?.find(shows);
    const isList = has('roster');
    // The roles of a form tell the generation, where all of them call the page the same.
    const offers = isList || !has('form') ? [] : proof?.offers();
    if (barring) missing.push(`a page without ${describe(barring)}`);
    else if (!offers || (isList && !isSure && before !== definition && !proof?.tables().length)) {
      missing.push(isList ? memberList : inviteForm);
      needsReader = !proof;
    } else score += evidence.push(...offers, ...(definition.also ?? []).filter(shows).map(describe));
  }
  const recognition = { vendor, generation, page: definition.id, evidence, missing };
  return { recognition, definition, pack, score, needsReader };
}

/**
 * Recognises a page by what is visible on it, never by its path. `packs`: those of the vendor whose host this is,
 * oldest generation first. Of several definitions that are met the one with most evidence wins; of equals the newest.
 * `assumed`: what the admin said that pages are, by path; holds where nothing is recognised.
 */
export function recognise({ packs, assumed }: PagePacks, finder: Finder, options: LookOptions = {}): Look {
  const said = assumed[location.pathname];
  let best: Candidate | null = null;
  let nearest: Candidate | null = null;
  let named: Recognised | null = null;
  let needsReader = false;
  for (const pack of packs) {
    const proof = options.proofOf?.(pack, finder);
    for (const definition of pack.pages) {
      const isNamed = said?.generation === pack.generation && said.page === definition.id;
      const isThorough = options.isThorough || isNamed;
      const candidate = consider(definition, pack, finder, proof, { ...options, isThorough });
      if (!candidate) continue;
      const { recognition } = candidate;
      needsReader ||= candidate.needsReader;
      if (recognition.missing.length === 0) {
        if (!best || candidate.score >= best.score) best = candidate;
      } else if (candidate.score > (nearest?.score ?? 0)) nearest = candidate;
      if (isNamed)
        named = { ...candidate, recognition: { ...recognition, evidence: ['said by the admin'], missing: [] } };
    }
  }
  const recognised = best ?? named;
  return {
    recognised,
    needsReader,
    nearest:
      recognised || !nearest
        ? null
        : { name: nearest.definition.name, found: nearest.recognition.evidence, missing: nearest.recognition.missing },
  };
}
