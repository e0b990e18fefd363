import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RosterRow } from '@/lib/domain/grant/page-facts';
import { compareSnapshots, snapshotRows, snapshotText } from '@/lib/domain/review/snapshots';
import { hostileText } from '../hostile-text';

const row = (email: string, change: Partial<RosterRow> = {}): RosterRow => ({
  email,
  name: '',
  roles: ['Member'],
  status: 'active',
  words: 'Active',
  access: null,
  ...change,
});
const text = hostileText(6);
const anyRow: fc.Arbitrary<RosterRow> = fc.record({
  email: text,
  name: text,
  roles: fc.array(text, { maxLength: 3 }),
  status: fc.constantFrom('pending' as const, 'active' as const, 'expired' as const, 'unknown' as const),
  words: text,
  access: fc.option(text),
});

describe('snapshotText and snapshotRows', () => {
  test('is one text whatever the order of rows, pages and roles was, and however often a row was seen', () => {
    const rows = fc.array(anyRow, { maxLength: 8 });
    const pages = rows.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
    );

    fc.assert(
      fc.property(pages, ([list, shuffled]) => {
        const turned = shuffled.map((one) => ({ ...one, roles: [...one.roles].reverse() }));

        expect(snapshotText(turned)).toBe(snapshotText(list));
      }),
      { numRuns: 300 },
    );
  });

  test('reads back every row that was written', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 6 }), (rows) => {
        const back = snapshotRows(snapshotText(rows)) ?? [];

        expect(snapshotText(back)).toBe(snapshotText(rows));
        expect(new Set(back.map(({ email }) => email))).toEqual(new Set(rows.map(({ email }) => email)));
      }),
      { numRuns: 300 },
    );
  });

  test('differs where any row differs', () => {
    expect(snapshotText([row('a@x.example')])).not.toBe(snapshotText([row('a@x.example', { roles: ['Admin'] })]));
    expect(snapshotText([row('a@x.example')])).not.toBe(snapshotText([]));
  });

  test.each([null, '', 'no JSON', '{}', '[1]', '[{"email":"a@x.example"}]'])('is no list: %j', (value) => {
    expect(snapshotRows(value)).toBeNull();
  });
});

describe('compareSnapshots', () => {
  const list = (rows: RosterRow[], complete = true) => ({ rows, complete });
  const told = (before: RosterRow[], after: RosterRow[], complete = [true, true]) => {
    const changes = compareSnapshots(list(before, complete[0]), list(after, complete[1]));
    return {
      came: changes.came.map(({ email }) => email),
      went: changes.went.map(({ email }) => email),
      changed: changes.changed.map(({ after: { email }, what }) => `${email} ${what.join()}`),
    };
  };
  const a = row('a@x.example');
  const b = row('b@x.example');

  test.each<[string, RosterRow[], RosterRow[], ReturnType<typeof told>]>([
    ['nothing', [a, b], [b, a], { came: [], went: [], changed: [] }],
    ['nothing for another spelling', [a], [row('A@X.example')], { came: [], went: [], changed: [] }],
    ['who came', [a], [a, b], { came: ['b@x.example'], went: [], changed: [] }],
    ['who went', [a, b], [a], { came: [], went: ['b@x.example'], changed: [] }],
    [
      'another role',
      [a],
      [row('a@x.example', { roles: ['Admin'] })],
      { came: [], went: [], changed: ['a@x.example role'] },
    ],
    [
      'no other role in another order',
      [row('a@x.example', { roles: ['A', 'B'] })],
      [row('a@x.example', { roles: ['B', 'A'] })],
      { came: [], went: [], changed: [] },
    ],
    [
      'another status',
      [a],
      [row('a@x.example', { status: 'pending' })],
      { came: [], went: [], changed: ['a@x.example status'] },
    ],
    [
      'other access',
      [a],
      [row('a@x.example', { access: 'Web' })],
      { came: [], went: [], changed: ['a@x.example access'] },
    ],
    [
      'all of it at once',
      [a],
      [row('a@x.example', { roles: [], status: 'expired', access: '' })],
      { came: [], went: [], changed: ['a@x.example role,status,access'] },
    ],
  ])('tells %s', (_what, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  test('says of nobody that they went where the later list was not complete', () => {
    const changes = compareSnapshots(list([a, b]), list([a], false));

    expect(changes).toMatchObject({ went: [], wentIsKnown: false, cameIsProven: true });
  });

  test('says that who came may have been there where the earlier list was not complete', () => {
    const changes = compareSnapshots(list([a], false), list([a, b]));

    expect(changes).toMatchObject({ came: [b], wentIsKnown: true, cameIsProven: false });
  });

  test('finds nothing between a list and itself, and the other way round what it found this way', () => {
    const rows = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,3}$/), fc.constantFrom('Admin', 'Member')), {
      selector: ([name]) => name,
      maxLength: 8,
    });
    const listOf = (people: [string, string][]) =>
      people.map(([name, role]) => row(`${name}@x.example`, { roles: [role] }));

    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const [before, after] = [listOf(one), listOf(other)];
        const there = told(before, after);
        const back = told(after, before);

        expect(told(before, before)).toEqual({ came: [], went: [], changed: [] });
        expect([...there.came].sort()).toEqual([...back.went].sort());
        expect([...there.went].sort()).toEqual([...back.came].sort());
        expect([...there.changed].sort()).toEqual([...back.changed].sort());
      }),
      { numRuns: 300 },
    );
  });
});
