import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { entriesAfter, entriesOf, lastEntry, logReader, lossBefore, lossOf } from '@/entrypoints/log/log-store';
import type { AnyEntry, Draft, Entry } from '@/lib/domain/entry';
import { projectAll } from '@/lib/domain/projection';
import { GrantbookDb } from '@/lib/storage/db';
import { extended } from '../support/signed-log';
import { chainOf, logOfGrants, story, storyGrant, uuid } from '../unit/exports/sample-log';

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
