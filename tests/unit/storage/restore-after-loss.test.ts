import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectAll } from '@/lib/domain/grant/projection';
import type { AnyEntry, Draft } from '@/lib/domain/log/entry';
import type { Head } from '@/lib/domain/log/head';
import { compareLog } from '@/lib/storage/compare-log';
import { GrantbookDb } from '@/lib/storage/db';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { type Ledger, openLedger } from '@/lib/storage/ledger';
import { mergeEntries } from '@/lib/storage/merge';
import { restoreEntries } from '@/lib/storage/restore';
import { verifyChain } from '../../support/verify-chain';
import { ada, chainOf, started, story, storyGrant, uuid } from '../exports/sample-log';

const backup = chainOf(story);
const end = backup.at(-1) as AnyEntry;
const remembered: Head = { seq: end.seq, hash: end.hash, log: uuid(1) };
const lines = (entries: readonly AnyEntry[]) => entries.map((entry) => JSON.stringify(entry));

let db: GrantbookDb;
let head: Head | null;
let made = 0;

beforeEach(() => {
  db = new GrantbookDb(`restore-${++made}`);
  head = remembered;
});
afterEach(async () => {
  db.close();
  await Dexie.delete(db.name);
});

const ledger = (): Ledger =>
  openLedger({
    db,
    now: () => new Date('2026-12-01T12:00:00.000Z'),
    uuid: () => uuid(80_000 + ++made),
    salt: () => new Uint8Array(16).fill(++made % 256),
    actor: async () => ada,
    readHead: async () => head,
    saveHead: async (next) => {
      head = next;
    },
  });
const granted = (grant: string): Draft => ({ type: 'grant.started', grant, basis: 'recorded', data: started });
const stored = () => db.entries.orderBy('seq').toArray();

async function expectRebuilt() {
  const rebuilt = [...projectAll(await stored()).values()].map(storedGrant);
  expect(new Set(await db.grants.toArray())).toEqual(new Set(rebuilt));
}

/** The database as it was left: emptied, or as it stood after some entries; and what was logged since. */
async function lose(kept: number, since: readonly Draft[]): Promise<AnyEntry[]> {
  await restoreEntries(db, backup.slice(0, kept));
  await ledger().append(since);
  return (await stored()).slice(kept);
}

describe.each([
  ['emptied', 0],
  ['older', 9],
])('a database that was %s', (_what, kept) => {
  test('has its old chain back whole, and the new entries after it', async () => {
    const since = await lose(kept, [granted(uuid(990)), granted(uuid(991))]);

    const taken = await restoreEntries(db, backup);

    expect(taken).toEqual({ ok: true, added: backup.length - kept, left: 0 });
    expect(lines(await stored())).toEqual(lines([...backup, ...since]));
    expect(verifyChain(await stored(), head ?? undefined)).toEqual({
      ok: true,
      count: backup.length + since.length,
      head: since.at(-1)?.hash,
    });
    expect(await db.grants.bulkGet([storyGrant, uuid(990), uuid(991)])).toMatchObject([
      { id: storyGrant },
      { id: uuid(990) },
      { id: uuid(991) },
    ]);
    expect(await db.chains.toArray()).toMatchObject([
      { from: 1, log: uuid(1), previous: null },
      { from: end.seq + 1, previous: end.hash },
    ]);
    await expectRebuilt();
  });

  test('goes on after it: the next entry follows the new ones, and no loss is told again', async () => {
    await lose(kept, [granted(uuid(990))]);
    await restoreEntries(db, backup);
    const before = (await stored()).length;

    await ledger().append([granted(uuid(992))]);

    expect((await stored()).slice(before)).toMatchObject([{ type: 'grant.started', grant: uuid(992) }]);
    expect(verifyChain(await stored())).toEqual({ ok: true, count: before + 1, head: head?.hash });
  });

  test('takes an older backup as far as it goes, and a newer one later', async () => {
    await lose(kept, [granted(uuid(990))]);

    await restoreEntries(db, backup.slice(0, 12));
    expect(verifyChain(await stored())).toMatchObject({ ok: true, lost: [{ from: 13, to: end.seq }] });
    await restoreEntries(db, backup);

    expect(verifyChain(await stored())).not.toHaveProperty('lost');
    await expectRebuilt();
  });
});

test('a grant that was entered again while it was lost is the old one, with all of its entries', async () => {
  await lose(0, [granted(storyGrant)]);

  await restoreEntries(db, backup);

  const grant = await db.grants.get(storyGrant);
  expect(grant?.started.seq).toBe(2);
  expect(grant?.entries).toBe(backup.filter(({ grant: id }) => id === storyGrant).length + 1);
  await expectRebuilt();
});

test('a file that does not end in the lost entry is refused whole, and nothing is removed', async () => {
  const forged = chainOf([...story.slice(0, -1), granted(uuid(995))]);
  await lose(0, [granted(uuid(990))]);
  const before = lines(await stored());

  expect(await restoreEntries(db, forged)).toMatchObject({
    ok: false,
    message: expect.stringMatching(/^Entry 1?\d+ /),
  });
  expect(lines(await stored())).toEqual(before);
});

test('any loss, any pieces of the backup in any order that fits: the log is whole, and every state in between verifies', async () => {
  const size = fc.integer({ min: 1, max: 7 });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: backup.length - 1 }),
      fc.integer({ min: 1, max: 3 }),
      fc.array(size, { minLength: backup.length, maxLength: backup.length }),
      async (kept, many, sizes) => {
        db = new GrantbookDb(`restore-${++made}`);
        head = remembered;
        const since = await lose(
          kept,
          Array.from({ length: many }, (_, index) => granted(uuid(990 + index))),
        );

        for (let at = 0, piece = 0; at < backup.length; piece += 1) {
          const next = at + (sizes[piece] ?? 1);
          // Pieces overlap what is there, as they do when a restore that was cut off is done again.
          expect(await restoreEntries(db, backup.slice(Math.max(0, at - 2), next))).toMatchObject({ ok: true });
          expect(verifyChain(await stored(), head ?? undefined)).toMatchObject({ ok: true });
          at = next;
        }

        expect(lines(await stored())).toEqual(lines([...backup, ...since]));
        await expectRebuilt();
        db.close();
        await Dexie.delete(db.name);
      },
    ),
    { numRuns: 20 },
  );
}, 60_000);

describe('what a file is to this log', () => {
  const ids = [uuid(1)];
  const another = chainOf([
    { ...story[0], data: { log: uuid(2), reason: 'The log begins here.', previous: null } } as Draft,
    granted(uuid(800)),
  ]);
  const otherWay = chainOf([...story.slice(0, 11), granted(uuid(801)), granted(uuid(802))]);

  test.each<[string, () => Promise<unknown>, Head | null, readonly AnyEntry[], readonly string[], object]>([
    ['a backup, and nothing is here', async () => {}, null, backup, ids, { is: 'ours' }],
    ['a backup, and only its log is remembered', async () => {}, remembered, backup.slice(0, 5), ids, { is: 'ours' }],
    ['another log, and ours is remembered', async () => {}, remembered, another, [uuid(2)], { is: 'other' }],
    ['a backup of what was lost', () => lose(0, [granted(uuid(990))]), remembered, backup, ids, { is: 'ours' }],
    ['its beginning only', () => lose(0, [granted(uuid(990))]), remembered, backup.slice(0, 4), ids, { is: 'ours' }],
    ['another log, after a loss', () => lose(0, [granted(uuid(990))]), remembered, another, [uuid(2)], { is: 'other' }],
    ['a longer backup', () => restoreEntries(db, backup.slice(0, 5)), null, backup, ids, { is: 'ours' }],
    ['one that went another way', () => restoreEntries(db, backup), null, otherWay, ids, { is: 'diverged', from: 12 }],
    [
      'one that contradicts what was lost',
      () => lose(0, [granted(uuid(990))]),
      remembered,
      chainOf([...story.slice(0, -1), granted(uuid(995))]),
      ids,
      { is: 'diverged', from: end.seq },
    ],
  ])('%s', async (_what, before, known, file, logs, expected) => {
    await before();

    expect(await compareLog(db, known, logs, file)).toEqual(expected);
  });

  test('one that went another way is kept beside, byte for byte', async () => {
    await restoreEntries(db, backup);
    const ours = lines(await stored());

    const taken = await mergeEntries(db, uuid(1), otherWay, new Date(), true);

    expect(taken).toEqual({ ok: true, added: otherWay.length, left: 0 });
    expect(lines((await db.otherEntries.toArray()).map(({ entry }) => entry))).toEqual(lines(otherWay));
    expect(lines(await stored())).toEqual(ours);
  });
});
