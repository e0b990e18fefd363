// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { InviteForm, PageFacts, Roster } from '@/lib/domain/grant/page-facts';
import { type Finder, finderOf } from '@/lib/page/finder';
import { viewOf } from '@/lib/page/page-view';
import { readFacts } from '@/lib/page/read-facts';
import { readRoster } from '@/lib/page/read-roster';
import { type Recognised, recognise } from '@/lib/page/recognise';
import { titleCheck } from '@/lib/page/title-check';
import { registeredPages } from '@/lib/vendors/registry';
import type { PageDefinition, RegisteredPages } from '@/lib/vendors/vendor';
import { attachShadowRoots, fillInVisibility } from '../unit/page/visibility';

/** What a saved page shows, as a person reads it. Pages of libraries were rendered by them and saved from Chromium. */
interface Expected {
  /** By which library and version, or by hand. */
  made: string;
  /** The person in question. */
  email: string;
  /** `vendor/generation/page`; null: none of ours. */
  page: string | null;
  landmarks: Record<string, boolean>;
  form: InviteForm | null;
  notices: string[];
  /** How many rows are of the person in question. */
  rows: number;
  roster: Omit<Roster, 'seen'> | null;
}

const root = 'lib/vendors';
const folders = registeredPages.map(({ vendor, generation }) => `${vendor}/${generation}/__fixtures__`);
const fixtures = folders.flatMap((folder) =>
  readdirSync(`${root}/${folder}`)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const path = `${root}/${folder}/${file}`;
      const expected: Expected = JSON.parse(readFileSync(path.replace(/html$/, 'expected.json'), 'utf8'));
      return { name: `${folder.replace('/__fixtures__', '')} ${file}`, vendor: folder.split('/')[0], path, expected };
    }),
);
const packsOf = (vendor: string | undefined) => registeredPages.filter((pack) => pack.vendor === vendor);
const named = (pack: RegisteredPages, page: PageDefinition) => `${pack.vendor}/${pack.generation}/${page.id}`;

beforeAll(fillInVisibility);

it('every generation has saved pages, and every saved page says what it shows', () => {
  for (const folder of folders) {
    const files = readdirSync(`${root}/${folder}`);
    const stems = (end: string) => files.filter((file) => file.endsWith(end)).map((file) => file.replace(end, ''));

    expect(stems('.html').length, folder).toBeGreaterThan(0);
    expect(stems('.expected.json').sort(), folder).toEqual(stems('.html').sort());
  }
});

interface Seen {
  mayBeOurs: boolean;
  finder: Finder;
  page: Recognised | null;
  facts: PageFacts | null;
  roster: Roster | null;
}
const seen = new Map<string, Seen>();

/** One look at a saved page serves every test of it: jsdom is slow at styles. */
function lookAt({ path, vendor, expected }: (typeof fixtures)[number]): Seen {
  const before = seen.get(path);
  if (before) return before;
  document.documentElement.innerHTML = readFileSync(path, 'utf8');
  attachShadowRoots();
  const finder = finderOf();
  const page = recognise({ packs: packsOf(vendor), assumed: {} }, finder, { proofOf: viewOf }).recognised;
  const view = page && viewOf(page.pack, finder, expected.email);
  const tables = view?.tables() ?? [];
  const look: Seen = {
    mayBeOurs: titleCheck(packsOf(vendor))(),
    finder,
    page,
    facts: page && view && readFacts(page, view, 'https://vendor.example/team#top'),
    roster: page && tables.length > 0 ? readRoster(tables, page.pack.roster) : null,
  };
  seen.set(path, look);
  return look;
}

describe.each(fixtures)('$name', (fixture) => {
  const { vendor, expected } = fixture;

  it(`is recognised as ${expected.page ?? 'none of ours'}`, () => {
    const { page } = lookAt(fixture);

    expect(page && named(page.pack, page.definition)).toBe(expected.page);
  });

  it('is no other page of any vendor', () => {
    const { finder } = lookAt(fixture);
    const single = registeredPages.flatMap((pack) => pack.pages.map((one) => ({ ...pack, pages: [one] })));
    const own = single.filter((pack) => pack.pages.some((one) => named(pack, one) === expected.page));

    // Generations of one vendor share words: there the right page has to win whenever both are met. A page for inviting alone
    // says the same everywhere: its host tells the vendor.
    const met = single
      .filter((pack) => !own.includes(pack) && (pack.vendor === vendor || pack.pages[0]?.id !== 'invite'))
      .flatMap((pack) => {
        const packs = pack.vendor === vendor ? [pack, ...own] : [pack];
        const other = recognise({ packs, assumed: {} }, finder, { proofOf: viewOf }).recognised;
        return other ? [named(other.pack, other.definition)] : [];
      });

    expect(met.filter((name) => name !== expected.page)).toEqual([]);
  });
});

describe.each(fixtures.filter(({ expected }) => expected.page !== null))('$name', (fixture) => {
  const { expected } = fixture;

  it('passes the check that comes before a look', () => {
    expect(lookAt(fixture).mayBeOurs).toBe(true);
  });

  it('shows the landmarks', () => {
    expect(lookAt(fixture).facts?.landmarks).toEqual(expected.landmarks);
  });

  it('shows the form and the messages, at an address without fragment', () => {
    const { form, notices } = expected;

    expect(lookAt(fixture).facts).toMatchObject({ form, notices, url: 'https://vendor.example/team' });
  });

  it('lists the members, those of one person among them', () => {
    const { roster, facts } = lookAt(fixture);

    expect(roster).toEqual(expected.roster && { ...expected.roster, seen: expected.roster.rows.length });
    expect(facts?.rows).toHaveLength(expected.rows);
    for (const row of facts?.rows ?? []) expect(expected.roster?.rows).toContainEqual(row);
  });
});
