import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { projectAll } from '@/lib/domain/grant/projection';
import { type Seal, seal } from '@/lib/domain/log/chain';
import { type AnyEntry, type Draft, type Entry, personalFields } from '@/lib/domain/log/entry';
import { snapshotText } from '@/lib/domain/review/snapshots';
import type { ExportFormat } from '@/lib/exports/export-format';
import { formats } from '@/lib/exports/formats';
import { exportSource, type LogReader } from '@/lib/exports/source';
import { writeExport } from '@/lib/exports/write-export';
import { logReader } from '@/lib/log/log-store';
import { GrantbookDb } from '@/lib/storage/db';
import { forget } from '@/lib/storage/forget';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { anyDrafts } from '../domain/any-log';
import { reviewedStory, row } from './reviewed-log';
import { laterKinds, sampleScope, story, textOf, uuid } from './sample-log';

// `forget` knows the shared database by its file, which asks the browser for nothing until it is opened.
vi.mock('@/lib/browser', () => ({ browser: {} }));

const kinds = formats.flatMap((format) =>
  (format.variants?.options ?? [{ id: '' }]).map(({ id }): [string, ExportFormat, string] => [
    `${format.label} ${id}`.trim(),
    format,
    id,
  ]),
);

/** Stands in every value that may be personal, and nowhere else. */
const mark = 'zqzq';

/** The same draft about somebody whose every value can be found again: each holds the mark and a number. */
function marked(draft: Draft, number: number): Draft {
  const fields: readonly string[] = (personalFields as Partial<Record<string, readonly string[]>>)[draft.type] ?? [];
  const value = (field: string) => {
    if (field === 'rows') return snapshotText([row(`${mark}${number}@${mark}.example`, 'Owner', { name: mark })]);
    return field === 'email' ? `${mark}${number}@${mark}.example` : `${mark} ${field} ${number}`;
  };
  return {
    ...draft,
    data: { ...draft.data, ...Object.fromEntries(fields.map((each) => [each, value(each)])) },
  } as Draft;
}

function logOf(drafts: readonly Draft[], actor: Seal['actor']): Entry[] {
  const entries: Entry[] = [];
  for (const [index, draft] of drafts.entries()) {
    const now = new Date(Date.UTC(2026, 10, 20, 9, index));
    const salt = () => new Uint8Array(16).fill(index + 1);
    entries.push(seal(draft, { last: entries.at(-1) ?? null, now, actor, uuid: () => uuid(10_000 + index), salt }));
  }
  return entries;
}

const reader = (entries: readonly AnyEntry[]): LogReader => {
  const grants = projectAll(entries);
  return {
    entries: async (after, upTo) => entries.filter(({ seq }) => seq > after && seq <= upTo),
    grantIds: async () => [...grants.keys()],
    grantsChanged: async (after, upTo, limit) =>
      [...grants.values()]
        .filter(({ last: { seq } }) => seq > after && seq <= upTo)
        .sort((a, b) => a.last.seq - b.last.seq)
        .slice(0, limit),
    grants: async (ids) => ids.flatMap((id) => grants.get(id) ?? []),
    entriesOf: async (grant) => entries.filter((entry) => entry.grant === grant),
  };
};

/** All that a format writes; what iCalendar folds is one line again. */
async function written(from: LogReader, entries: readonly AnyEntry[], kind: (typeof kinds)[number], personal: boolean) {
  const [, format, variant] = kind;
  const { seq = 0, hash = '' } = entries.at(-1) ?? {};
  const source = exportSource(from, { ...sampleScope, head: { seq, hash }, personal, variant });
  return (await textOf(writeExport(format.id, source))).replace(/\r\n[ \t]/g, '');
}

const whole = [...story, ...laterKinds, ...reviewedStory.slice(1)].map(marked);
const admin = { name: `${mark} admin`, email: `admin@${mark}.example` };

describe.each(kinds)('%s', (...kind) => {
  it('holds no personal value of any kind of entry when it is told to leave them out, and holds some otherwise', async () => {
    const entries = logOf(whole, admin);

    // Every kind of entry that has personal values is there.
    const present = new Set(entries.filter(({ personal }) => Object.keys(personal).length > 2).map(({ type }) => type));
    expect([...present].sort()).toEqual(Object.keys(personalFields).sort());
    expect(await written(reader(entries), entries, kind, true)).toContain(mark);
    expect(await written(reader(entries), entries, kind, false)).not.toContain(mark);
  });

  it('holds none of any log', async () => {
    await fc.assert(
      fc.asyncProperty(anyDrafts(), async (drafts) => {
        const entries = logOf(drafts.map(marked), admin);

        expect(await written(reader(entries), entries, kind, false)).not.toContain(mark);
      }),
      { numRuns: 25 },
    );
  });

  it('holds nothing of somebody who was forgotten', async () => {
    const grace = { email: 'grace@partner.example', name: 'Grace Hopper' };
    // Of the vendor that the file is about, with a day to be reminded of.
    const vendor = kind[2] === 'rudderstack' ? 'rudderstack' : 'logrocket';
    const said = reviewedStory.map((draft): Draft => {
      if (draft.type === 'grant.started')
        return { ...draft, data: { ...draft.data, vendor, accessEnds: '2027-06-30' } };
      if (draft.type !== 'review.decided') return draft;
      return { ...draft, data: { ...draft.data, reason: 'Grace Hopper asked for it' } };
    });
    const entries = logOf(said, { name: 'Ada Lovelace', email: 'ada@example.com' });
    const db = new GrantbookDb(`forgotten-${kind[0]}`);
    await db.entries.bulkAdd(entries);
    await db.grants.bulkAdd([...projectAll(entries).values()].map(storedGrant));
    const before = await written(logReader(db), entries, kind, true);
    await forget(db, { person: grace }, async () => {});

    const after = await written(logReader(db), entries, kind, true);

    expect(before).toMatch(/grace@partner\.example|Grace Hopper/i);
    expect(after).not.toMatch(/grace|hopper/i);
    // Others are still there.
    expect(after).toContain('sam@partner.example');
    db.close();
  });
});
