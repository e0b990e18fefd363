import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/domain/entry';
import { projectAll } from '@/lib/domain/projection';
import { exportSource, type LogReader } from '@/lib/exports/source';
import { chainOf, logOfGrants, now, story, storyGrant, uuid } from './sample-log';

/** A log in memory that counts how much was asked for at once. */
function readerOf(entries: readonly Entry[]): LogReader & { largest: () => number } {
  let largest = 0;
  const noted = <T>(rows: T[]): T[] => {
    largest = Math.max(largest, rows.length);
    return rows;
  };
  const grants = projectAll(entries);
  return {
    largest: () => largest,
    entries: async (after, upTo, limit) =>
      noted(entries.filter(({ seq }) => seq > after && seq <= upTo).slice(0, limit)),
    grantIds: async () => [...grants.keys()],
    grants: async (ids) => noted(ids.flatMap((id) => grants.get(id) ?? [])),
    entriesOf: async (grant) => entries.filter((entry) => entry.grant === grant),
  };
}

const scope = (head: { seq: number; hash: string }) => ({ head, now, invitationDays: () => null });

const headOf = (entries: readonly Entry[], seq: number) => ({ seq, hash: entries[seq - 1]?.hash ?? '' });

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('exportSource', () => {
  it('hands over everything, a batch at a time', async () => {
    const entries = logOfGrants(Array.from({ length: 1200 }, (_, index) => ({ ticket: `IAM-${index}` })));
    const reader = readerOf(entries);
    const source = exportSource(reader, scope(headOf(entries, 1201)));

    const [exported, grants] = [await all(source.entries()), await all(source.grants())];

    expect(exported.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq));
    expect(grants.map(({ ticket }) => ticket)).toEqual(Array.from({ length: 1200 }, (_, index) => `IAM-${index}`));
    expect(reader.largest()).toBeLessThanOrEqual(500);
  });

  it('leaves out what was written after the head, in entries and in grants', async () => {
    const entries = chainOf(story);
    const source = exportSource(readerOf(entries), scope(headOf(entries, 5)));

    const [exported, grants] = [await all(source.entries()), await all(source.grants())];

    expect(exported).toHaveLength(5);
    expect(grants.map(({ id, role, last }) => ({ id, role, last: last.seq }))).toEqual([
      { id: storyGrant, role: 'Admin', last: 5 },
    ]);
  });

  it('leaves out a grant that had not begun', async () => {
    const entries = logOfGrants([{}, {}]);
    const source = exportSource(readerOf(entries), scope(headOf(entries, 2)));

    const grants = await all(source.grants());

    expect(grants.map(({ id }) => id)).toEqual([uuid(100)]);
  });

  it('tells how far it is', async () => {
    const entries = logOfGrants(Array.from({ length: 700 }, () => ({})));
    const told: number[][] = [];
    const onProgress = (done: number, total: number) => told.push([done, total]);
    const source = exportSource(readerOf(entries), { ...scope(headOf(entries, 701)), onProgress });

    await all(source.entries());
    await all(source.grants());

    expect(told).toEqual([
      [500, 701],
      [701, 701],
      [500, 700],
      [700, 700],
    ]);
  });

  it('ends where entries are missing instead of asking for ever', async () => {
    const entries = chainOf(story);
    const source = exportSource(readerOf(entries.slice(0, 3)), scope(headOf(entries, 8)));

    expect(await all(source.entries())).toHaveLength(3);
  });
});
