import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { projectAll } from '@/lib/domain/grant/projection';
import type { AnyEntry, Draft, Entry } from '@/lib/domain/log/entry';
import { entriesAfter, entriesOf, lastEntry, logReader, lossBefore, lossOf, storedGrants } from '@/lib/log/log-store';
import { verifyLog } from '@/lib/log/verify';
import { GrantbookDb } from '@/lib/storage/db';
import { extended } from '../../support/signed-log';
import { chainOf, logOfGrants, story, storyGrant, uuid } from '../../unit/exports/sample-log';

let number = 0;

async function dbOf(entries: readonly AnyEntry[]): Promise<GrantbookDb> {
  number += 1;
  const db = new GrantbookDb(`store-${number}`);
  await db.entries.bulkAdd([...entries].reverse());
  await db.grants.bulkAdd([...projectAll(entries).values()]);
  return db;
}

const seqs = (entries: readonly AnyEntry[]) => entries.map(({ seq }) => seq);
const entries = chainOf(story);
const head = (seq: number) => ({ seq, hash: entries[seq - 1]?.hash ?? '' });

describe('the stored log', () => {
  it('is read in order, a part at a time', async () => {
    const db = await dbOf(entries);

    expect(seqs(await entriesAfter(db, 0, 3))).toEqual([1, 2, 3]);
    const all = entries.length;
    expect(seqs(await entriesAfter(db, all - 2, 10))).toEqual([all - 1, all]);
    expect(seqs(await logReader(db).entries(3, 6, 100))).toEqual([4, 5, 6]);
    expect(seqs(await logReader(db).entries(3, 6, 2))).toEqual([4, 5]);
    expect((await lastEntry(db))?.seq).toBe(all);
    expect(seqs(await entriesOf(db, storyGrant))).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16]);
  });

  it('gives its grants in the order in which they changed last, and leaves out what is gone', async () => {
    const db = await dbOf(logOfGrants([{}, {}, {}]));
    const reader = logReader(db);

    const ids = await reader.grantIds();
    const changed = await Promise.all([reader.grantsChanged(0, 9, 2), reader.grantsChanged(3, 4, 9)]);
    const grants = await reader.grants([uuid(101), uuid(999), uuid(100)]);

    expect(ids).toEqual([uuid(100), uuid(101), uuid(102)]);
    expect(changed.map((some) => some.map(({ id }) => id))).toEqual([[uuid(100), uuid(101)], [uuid(102)]]);
    expect(grants.map(({ id }) => id)).toEqual([uuid(101), uuid(100)]);
  });
});

describe('the stored grants, when the log is verified', () => {
  const three = logOfGrants([{}, {}, {}]);
  const verdictOn = (db: GrantbookDb, onProgress: () => void = () => {}) =>
    verifyLog(
      { read: (after, limit) => entriesAfter(db, after, limit), grants: storedGrants(db), head: null },
      onProgress,
      new AbortController().signal,
    );
  const [some] = projectAll(three).values();
  if (!some) throw new Error('The log has no grant.');

  it('hold where they are what the entries say, whatever else is stored with them', async () => {
    const db = await dbOf(three);
    await db.grants.update(some.id, { index: { ends: '2026-01-01' } });

    expect(await verdictOn(db)).toMatchObject({ ok: true, count: three.length });
  });

  it.each<[string, (db: GrantbookDb) => Promise<unknown>, RegExp, number | null]>([
    [
      'changed',
      (db) => db.grants.update(some.id, { role: 'Admin' }),
      /is shown otherwise than its entries say/,
      some.last.seq,
    ],
    ['deleted', (db) => db.grants.delete(some.id), /is not shown, though entries tell of it/, some.last.seq],
    [
      'invented',
      (db) => db.grants.add({ ...some, id: uuid(999), ticket: 'IAM-666' }),
      /^IAM-666 is shown, and no entry tells of it/,
      null,
    ],
  ])('are told where one was %s beside the log', async (_case, forge, message, seq) => {
    const db = await dbOf(three);
    await forge(db);

    const verdict = await verdictOn(db);

    expect(verdict).toMatchObject({ ok: false, fault: 'shown', seq });
    expect(verdict.ok ? '' : verdict.message).toMatch(message);
  });

  it('are looked at once more where the log went on while it was verified', async () => {
    const db = await dbOf(three.slice(0, -1));
    let written = false;
    const goOn = () => {
      if (written) return;
      written = true;
      const last = three.at(-1);
      if (last)
        void db.transaction('rw', [db.entries, db.grants], async () => {
          await db.entries.add(last);
          await db.grants.bulkPut([...projectAll(three).values()]);
        });
    };

    expect(await verdictOn(db, goOn)).toMatchObject({ ok: true });
    expect(written).toBe(true);
  });
});

describe('lossOf', () => {
  it.each<[string, Entry[], { seq: number; hash: string } | null, string | null]>([
    ['nothing where nothing was remembered', [], null, null],
    ['nothing where the head is there', entries, head(16), null],
    ['nothing where the log went on', entries, head(9), null],
    [
      'the end',
      entries.slice(0, 9),
      head(16),
      'Entry 10 is missing: the log was seen to reach entry 16, and ends at 9.',
    ],
    ['everything', [], head(16), 'Entry 1 is missing: the log was seen to reach entry 16, and ends at 0.'],
    [
      'the log, for another one',
      chainOf(story, new Date('2026-01-01T00:00:00.000Z')),
      head(16),
      'Entry 16 is not the one that was seen there before: the log was replaced.',
    ],
  ])('misses %s', async (_case, stored, remembered, expected) => {
    expect(await lossOf(await dbOf(stored), remembered)).toBe(expected);
  });
});

describe('lossBefore', () => {
  it('is what the first entry tells of a log before it', async () => {
    const reason = 'The log reached entry 40 and was gone when this one began.';
    const after: Draft = {
      type: 'log.created',
      grant: null,
      basis: 'recorded',
      data: { log: uuid(2), reason, previous: 'ab'.repeat(32) },
    };

    expect(await lossBefore(await dbOf(chainOf([after])))).toBe(reason);
    expect(await lossBefore(await dbOf(entries))).toBeNull();
    expect(await lossBefore(await dbOf([]))).toBeNull();
  });

  it.each([
    [0, 'Entries 1 to 16 are missing: they were lost before entry 17 was written.'],
    [9, 'Entries 10 to 16 are missing: they were lost before entry 17 was written.'],
    [16, null],
  ])('is what is not restored yet: %i entries are there again', async (restored, expected) => {
    const last = entries[15] as Entry;
    const data = {
      log: uuid(2),
      reason: 'It was gone.',
      previous: last.hash,
      lost: { log: uuid(1), after: 0, upTo: last.seq },
    };
    const [, after] = extended([last], { type: 'log.created', grant: null, basis: 'recorded', data });

    expect(await lossBefore(await dbOf([...entries.slice(0, restored), after as AnyEntry]))).toBe(expected);
  });
});
