import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mayConclude } from '@/lib/domain/grant/conclude';
import { type Grant, isOpen, isPending, isUnproven } from '@/lib/domain/grant/grant';
import { GrantbookDb } from '@/lib/storage/db';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { rebuildGrants } from '@/lib/storage/rebuild-grants';
import {
  awaitsList,
  comparedGrants,
  concludableGrants,
  openGrants,
  unprovenGrants,
} from '@/lib/storage/standing-grants';
import { aGrant, mark } from '../../support/grants';
import { uuid } from '../exports/sample-log';

const some = (seq: number) => mark(seq, '2026-11-20T09:00:00.000Z');
const said = (seq: number) => mark(seq, '2026-11-20T09:00:00.000Z', 'confirmed');

/** Grants in every state, at both vendors and at one that nobody knows. */
const states: Partial<Grant>[] = [
  {},
  { milestones: { invited: some(3) } },
  { milestones: { invited: some(3), accepted: some(4) } },
  { milestones: { active: some(5) } },
  { milestones: { active: some(5) }, removal: said(6) },
  { milestones: { active: some(5), removed: said(7) }, removal: said(6) },
  { milestones: { active: some(5), removed: some(7) }, removal: said(6) },
  { milestones: { removed: some(7) } },
];
const grants = ['rudderstack', 'logrocket', 'other'].flatMap((vendor, at) =>
  states.map((state, index) =>
    aGrant({
      ...state,
      id: uuid(100 * at + index),
      vendor,
      email: `person${index}@partner.example`,
      last: { seq: ((index * 3 + at) * 7) % 24, at: '' },
    }),
  ),
);

let db: GrantbookDb;
let made = 0;

beforeEach(() => {
  db = new GrantbookDb(`standing-grants-${++made}`);
});
afterEach(() => db.delete());

const ids = (list: readonly Grant[]) => list.map(({ id }) => id);
const sorted = (list: readonly Grant[]) => ids(list).sort();

describe.each([
  ['by the indexes', true],
  ['while the list is rebuilt, and nothing stands in an index', false],
])('%s', (_how, rebuilt) => {
  beforeEach(async () => {
    if (rebuilt) await rebuildGrants(db);
    await db.grants.bulkAdd(rebuilt ? grants.map(storedGrant) : grants);
  });

  test('openGrants finds what is worked on, the one changed last first', async () => {
    const open = grants.filter(isOpen).sort((a, b) => b.last.seq - a.last.seq);

    expect(ids(await openGrants(db, null))).toEqual(ids(open));
    expect(ids(await openGrants(db, 'logrocket'))).toEqual(ids(open.filter(({ vendor }) => vendor === 'logrocket')));
    expect(await openGrants(db, 'log')).toEqual([]);
  });

  test('unprovenGrants finds what a list has to show to be gone, at most so many', async () => {
    expect(sorted(await unprovenGrants(db))).toEqual(sorted(grants.filter(isUnproven)));
    expect(await unprovenGrants(db, 2)).toHaveLength(2);
  });

  test('concludableGrants finds what a list could say something new about', async () => {
    for (const name of ['rudderstack', 'other', 'nobody'])
      expect(sorted(await concludableGrants(db, name))).toEqual(
        sorted(grants.filter((grant) => grant.vendor === name && mayConclude(grant))),
      );
  });

  test('comparedGrants finds all that stands, and what was removed from listed people who have nothing else', async () => {
    const found = await comparedGrants(db, 'rudderstack', [
      'person1@partner.example',
      'person5@partner.example',
      'x@y.example',
    ]);

    const here = grants.filter(({ vendor }) => vendor === 'rudderstack');
    const expected = here.filter(({ milestones, email }) => !milestones.removed || email === 'person5@partner.example');
    expect(sorted(found)).toEqual(sorted(expected));
  });
});

describe('awaitsList', () => {
  test.each(states.map((state) => [JSON.stringify(state.milestones ?? {}), state] as const))(
    '%s',
    async (_what, state) => {
      await rebuildGrants(db);
      const grant = aGrant(state);
      await db.grants.add(storedGrant(grant));

      expect(await awaitsList(db, grant.vendor)).toBe(isPending(grant) || isUnproven(grant));
      expect(await awaitsList(db, 'logrocket')).toBe(false);
    },
  );
});

test('whatever the log holds, indexes find what looking at every grant finds', async () => {
  const state = fc.constantFrom(...grants);
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(state, { selector: ({ id }) => id }), async (few) => {
      const one = new GrantbookDb(`standing-grants-${++made}`);
      await rebuildGrants(one);
      await one.grants.bulkAdd(few.map(storedGrant));

      const found = [
        await openGrants(one, null),
        await unprovenGrants(one),
        await concludableGrants(one, 'rudderstack'),
      ];
      await one.delete();

      expect(found.map(sorted)).toEqual(
        [
          few.filter(isOpen),
          few.filter(isUnproven),
          few.filter((grant) => grant.vendor === 'rudderstack' && mayConclude(grant)),
        ].map(sorted),
      );
    }),
    { numRuns: 20 },
  );
});

test('what is over is not read', async () => {
  await rebuildGrants(db);
  await db.grants.bulkAdd(
    Array.from({ length: 100 }, (_, at) => aGrant({ id: uuid(at), milestones: { removed: some(7) } })).map(storedGrant),
  );
  await db.grants.add(storedGrant(aGrant({ id: uuid(200) })));
  const read = vi.fn((grant: Grant) => grant);
  db.grants.hook('reading', read);

  await openGrants(db, 'rudderstack');
  await concludableGrants(db, 'rudderstack');
  await awaitsList(db, 'rudderstack');

  expect(new Set(read.mock.calls.map(([{ id }]) => id))).toEqual(new Set([uuid(200)]));
});
