import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Roster, RosterRow } from '@/lib/domain/grant/page-facts';
import { gathering } from '@/lib/page/gather';

const row = (name: string, change: Partial<RosterRow> = {}): RosterRow => ({
  email: `${name}@x.example`,
  name: '',
  roles: ['Member'],
  status: 'active',
  words: 'Active',
  access: null,
  ...change,
});
const reading = (names: string[], claimed: number | null, hidden: string[] = ['further pages']): Roster => ({
  rows: names.map((name) => row(name)),
  seen: names.length,
  claimed,
  complete: false,
  hidden,
});
const added = (...readings: Roster[]) => {
  const list = gathering();
  return readings.map((one) => list.add(one)).at(-1);
};
/** The same where each reading showed the whole of one page. */
const turned = (...readings: Roster[]) => {
  const list = gathering();
  return readings.map((one) => list.add(one, true)).at(-1);
};
const emails = (roster: Roster | undefined) =>
  roster?.rows
    .map(({ email }) => email.slice(0, 1))
    .sort()
    .join('');

describe('gathering', () => {
  test('is complete once as many were seen as the page claims, over its pages', () => {
    const first = reading(['a', 'b'], 3);

    expect(added(first)).toMatchObject({ complete: false, seen: 2, pages: 1, hidden: ['further pages'] });
    expect(added(first, reading(['c'], 3))).toMatchObject({ complete: true, seen: 3, pages: 2, hidden: [] });
  });

  test('counts nobody twice, however often they are seen', () => {
    expect(added(reading(['a', 'b'], 3), reading(['b', 'a'], 3), reading(['b', 'c'], 3))).toMatchObject({
      complete: true,
      seen: 3,
    });
  });

  test('takes the last reading of somebody whose row changed', () => {
    const later = { ...reading([], 1), rows: [row('a', { roles: ['Admin'] })] };

    expect(added(reading(['a'], 1), later)?.rows).toEqual([row('a', { roles: ['Admin'] })]);
  });

  test.each<[string, Roster[]]>([
    ['the page names no total', [reading(['a', 'b'], null)]],
    ['fewer were seen than it claims', [reading(['a'], 3), reading(['b'], 3)]],
    ['more were seen than it claims now', [reading(['a', 'b'], 3), reading(['c'], 2)]],
    ['a search was in use in any reading', [reading(['a'], 2, ['the search “a”']), reading(['b'], 2, [])]],
  ])('is not complete where %s', (_what, readings) => {
    expect(added(...readings)?.complete).toBe(false);
  });

  test('is not complete, and says why, where somebody went while it was read: another moved to a page that was seen', () => {
    // Of a, b | c, d | e the first one is removed after two pages: e is on a page that was seen, and four of four were seen.
    const readings = [reading(['a', 'b'], 5), reading(['c', 'd'], 5), reading([], 4)];

    expect(added(...readings)).toMatchObject({
      seen: 4,
      claimed: 4,
      complete: false,
      hidden: ['a list that changed'],
    });
  });

  test.each<[string, Roster[], boolean]>([
    // Of a, b | c, d | e somebody leaves and z comes, so that five of five were seen without the last page.
    [
      'a page read twice has another person',
      [reading(['a', 'b'], 5), reading(['z', 'a'], 5), reading(['c', 'd'], 5)],
      false,
    ],
    ['a person stands on two pages', [reading(['z', 'a'], 5), reading(['a', 'b'], 5), reading(['c', 'd'], 5)], false],
    [
      'a page is read again, in another order',
      [reading(['a', 'b'], 3), reading(['b', 'a'], 3), reading(['c'], 3)],
      true,
    ],
    [
      'a page shows fewer for a moment',
      [reading(['a', 'b'], 3), reading([], 3), reading(['b'], 3), reading(['c'], 3)],
      true,
    ],
    [
      'pages hold more from now on',
      [reading(['a', 'b'], 5), reading(['a', 'b', 'c', 'd'], 5), reading(['e'], 5)],
      true,
    ],
    ['more is loaded below', [reading(['a'], 3), reading(['a', 'b'], 3), reading(['a', 'b', 'c'], 3)], true],
  ])('of pages that were turned: %s', (_what, readings, complete) => {
    const list = turned(...readings);

    expect(list?.seen).toBe(list?.claimed);
    expect(list).toMatchObject({ complete, hidden: complete ? [] : ['a list that changed'] });
  });

  test('rows that are drawn while somebody scrolls may overlap', () => {
    const drawn = ['a list that is only drawn in part'];
    const scrolled = [reading(['a', 'b', 'c'], 5, drawn), reading(['c', 'd', 'e'], 5, drawn)];

    expect(turned(...scrolled)).toMatchObject({ complete: true });
    expect(added(reading(['a', 'b', 'c'], 5), reading(['c', 'd', 'e'], 5))).toMatchObject({ complete: true });
  });

  test('is never complete where one page was read twice and part of it was another', () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ read: fc.nat(4) }),
        fc.record({ leaves: fc.nat(15), comes: fc.constantFrom('first' as const, 'last' as const) }),
      ),
      { minLength: 3, maxLength: 24 },
    );

    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 2, max: 4 }), steps, (count, size, all) => {
        let people = Array.from({ length: count }, (_, at) => `old${at}`);
        const list = gathering();
        const read: { at: number; names: string[] }[] = [];
        let complete = false;
        for (const [turn, step] of all.entries()) {
          if ('read' in step) {
            const at = step.read % Math.ceil(count / size);
            const names = people.slice(at * size, (at + 1) * size);
            read.push({ at, names });
            complete = list.add(reading(names, count), true).complete;
          } else {
            const stay = people.toSpliced(step.leaves % count, 1);
            people = step.comes === 'first' ? [`new${turn}`, ...stay] : [...stay, `new${turn}`];
          }
        }

        const differs = read.some(({ at, names }) =>
          read.some((other) => {
            const both = names.filter((name) => other.names.includes(name)).length;
            return at === other.at && both > 0 && both < names.length;
          }),
        );
        fc.pre(differs);
        expect(complete).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('stays complete where the page shows its total late', () => {
    expect(added(reading(['a'], null), reading(['a', 'b'], 2), reading([], null), reading(['a'], 2))).toMatchObject({
      complete: true,
    });
  });

  test('is the same list in whatever order rows and pages were seen', () => {
    const people = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnop'), { minLength: 1 });
    const cut = (list: string[], size: number) =>
      Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));

    fc.assert(
      fc.property(
        people.chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(list, { minLength: list.length }),
            fc.integer({ min: 1, max: 5 }),
          ),
        ),
        ([list, shuffled, size]) => {
          const one = added(...cut(list, size).map((page) => reading(page, list.length)));
          const other = added(...cut(shuffled, 3).map((page) => reading(page, list.length)));

          expect(emails(one)).toBe([...list].sort().join(''));
          expect(emails(other)).toBe(emails(one));
          expect([one?.complete, other?.complete]).toEqual([true, true]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
