import { describe, expect, it } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import { projectAll } from '@/lib/domain/grant/projection';
import type { Entry } from '@/lib/domain/log/entry';
import type { Progress, Selection } from '@/lib/exports/export-format';
import { exportSource, type LogReader } from '@/lib/exports/source';
import { verifyChain } from '../../support/verify-chain';
import { chainOf, logOfGrants, sampleScope, story, storyGrant, uuid } from './sample-log';

/** A log in memory that counts how much was asked for at once. */
function readerOf(entries: readonly Entry[], grants = projectAll(entries)): LogReader & { largest: () => number } {
  let largest = 0;
  const noted = <T>(rows: T[]): T[] => {
    largest = Math.max(largest, rows.length);
    return rows;
  };
  return {
    largest: () => largest,
    entries: async (after, upTo, limit) =>
      noted(entries.filter(({ seq }) => seq > after && seq <= upTo).slice(0, limit)),
    grantIds: async () => [...grants.keys()],
    grantsChanged: async (after, upTo, limit) =>
      noted(
        [...grants.values()]
          .filter(({ last: { seq } }) => seq > after && seq <= upTo)
          .sort((a, b) => a.last.seq - b.last.seq)
          .slice(0, limit),
      ),
    grants: async (ids) => noted(ids.flatMap((id) => grants.get(id) ?? [])),
    entriesOf: async (grant) => entries.filter((entry) => entry.grant === grant),
  };
}

const scope = (head: { seq: number; hash: string }) => ({ ...sampleScope, head });

const headOf = (entries: readonly Entry[], seq: number) => ({ seq, hash: entries[seq - 1]?.hash ?? '' });

async function all<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const list: T[] = [];
  for await (const items of batches) list.push(...items);
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

  it('hands over once, as it stood at the head, what goes on while it is read', async () => {
    const entries = logOfGrants(Array.from({ length: 600 }, (_, index) => ({ ticket: `IAM-${index}` })));
    const [first, last] = [uuid(100), uuid(699)];
    const grants = projectAll(entries);
    const reader = readerOf(entries, grants);
    const source = exportSource(reader, scope(headOf(entries, 601)));
    const exported: Grant[] = [];

    for await (const some of source.grants()) {
      exported.push(...some);
      for (const [index, id] of [first, last].entries()) {
        const grant = grants.get(id) as Grant;
        grants.set(id, { ...grant, role: 'Admin', last: { ...grant.last, seq: 602 + index } });
      }
    }

    expect(exported.map(({ id }) => id).sort()).toEqual([...grants.keys()].sort());
    expect(exported.filter(({ role, last: { seq } }) => role !== null || seq > 601)).toEqual([]);
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
    const told: Progress[] = [];
    const onProgress = (progress: Progress) => told.push(progress);
    const source = exportSource(readerOf(entries), { ...scope(headOf(entries, 701)), onProgress });

    await all(source.entries());
    await all(source.grants());

    expect(told).toEqual([
      { done: 500, total: 701, of: 'entries' },
      { done: 701, total: 701, of: 'entries' },
      { done: 500, total: 700, of: 'grants' },
      { done: 700, total: 700, of: 'grants' },
    ]);
  });

  it('ends where entries are missing instead of asking for ever', async () => {
    const entries = chainOf(story);
    const source = exportSource(readerOf(entries.slice(0, 3)), scope(headOf(entries, 8)));

    expect(await all(source.entries())).toHaveLength(3);
  });

  describe('selects', () => {
    // Entry 2 starts grant 100 at 09:01, entry 3 grant 101 at 09:02, and so on, all on 20 November.
    const entries = [...logOfGrants([{}, {}, {}])];
    const later = chainOf(story, new Date('2026-11-25T12:00:00.000Z'));

    const selected = async (selection: Selection, log: readonly Entry[] = entries) => {
      const head = { seq: log.length, hash: log.at(-1)?.hash ?? '' };
      const source = exportSource(readerOf(log), { ...scope(head), selection });
      return {
        entries: (await all(source.entries())).map(({ seq }) => seq),
        grants: (await all(source.grants())).map(({ id }) => id),
      };
    };

    it.each<[string, Selection, number[], string[]]>([
      ['everything', { what: 'everything' }, [1, 2, 3, 4], [uuid(100), uuid(101), uuid(102)]],
      ['a view, in its order', { what: 'view', grants: [uuid(102), uuid(100)] }, [2, 4], [uuid(102), uuid(100)]],
      ['an empty view', { what: 'view', grants: [] }, [], []],
      ['one grant', { what: 'grant', grant: uuid(101) }, [3], [uuid(101)]],
      ['a grant that is not there', { what: 'grant', grant: uuid(7) }, [], []],
      [
        'the days',
        { what: 'dates', from: '2026-11-19', to: '2026-11-21' },
        [1, 2, 3, 4],
        [uuid(100), uuid(101), uuid(102)],
      ],
      ['days without entries', { what: 'dates', from: '2026-11-22', to: '2026-12-01' }, [], []],
    ])('%s', async (_case, selection, expected, grants) => {
      expect(await selected(selection)).toEqual({ entries: expected, grants });
    });

    it('the entries of a day from its first moment to its last, in the zone of this browser', async () => {
      const at = (text: string) => chainOf(story.slice(0, 1), new Date(text))[0] as Entry;
      const edges = [
        at(new Date(2026, 10, 19, 23, 59, 59, 999).toISOString()),
        at(new Date(2026, 10, 20).toISOString()),
        at(new Date(2026, 10, 20, 23, 59, 59, 999).toISOString()),
        at(new Date(2026, 10, 21).toISOString()),
      ].map((entry, index) => ({ ...entry, seq: index + 1 }));

      expect((await selected({ what: 'dates', from: '2026-11-20', to: '2026-11-20' }, edges)).entries).toEqual([2, 3]);
    });

    it('a grant with everything that happened to it when one of its entries is of these days', async () => {
      const { grants } = await selected({ what: 'dates', from: '2026-11-24', to: '2026-11-26' }, later);

      expect(grants).toEqual([storyGrant, uuid(904)]);
    });
  });

  it('leaves out every personal value when it is told to, and the chain still verifies', async () => {
    const entries = chainOf(story);
    const source = exportSource(readerOf(entries), { ...scope(headOf(entries, entries.length)), personal: false });

    const [exported, grants] = [await all(source.entries()), await all(source.grants())];

    expect(verifyChain(exported)).toMatchObject({ ok: true, count: entries.length });
    expect(JSON.stringify([exported, grants])).not.toMatch(
      /Ada|Grace|Hopper|Johnson|checkout|engagement|own team|mary|first project/,
    );
    expect((await source.grantsById([storyGrant])).get(storyGrant)?.email).toBeNull();
  });
});
