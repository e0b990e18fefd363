import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/domain/log/entry';
import { variantOf } from '@/lib/exports/export-format';
import { formats } from '@/lib/exports/formats';
import { exportSource } from '@/lib/exports/source';
import { writeExport } from '@/lib/exports/write-export';
import { logReader } from '@/lib/log/log-store';
import { GrantbookDb } from '@/lib/storage/db';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { reviewedStory } from './reviewed-log';
import { chainOf, grantsOf, sampleScope, sourceOf, story, textOf } from './sample-log';

let db: GrantbookDb;

afterEach(() => db.delete());

/** The log as the ledger stores it, indexes of what falls due included. */
async function stored(entries: readonly Entry[]) {
  db = new GrantbookDb('stored-log');
  await db.entries.bulkAdd([...entries]);
  await db.grants.bulkAdd(grantsOf(entries).map(storedGrant));
  const last = entries.at(-1) as Entry;
  return exportSource(logReader(db), { ...sampleScope, head: { seq: last.seq, hash: last.hash } });
}

describe('what is exported of the stored log', () => {
  it.each(formats.map((format) => [format.label, format] as const))(
    '%s is what the entries say, and nothing of how they are stored',
    async (_label, format) => {
      const entries = chainOf([...reviewedStory, ...story.slice(1, 5)]);
      const grants = grantsOf(entries).sort((a, b) => a.last.seq - b.last.seq);
      const variant = variantOf(format, '');

      const source = await stored(entries);
      const [text, expected] = await Promise.all([
        textOf(writeExport(format.id, { ...source, variant })),
        textOf(writeExport(format.id, { ...sourceOf(entries, grants), variant })),
      ]);

      expect(await db.grants.toArray()).toContainEqual(expect.objectContaining({ index: expect.any(Object) }));
      expect(text).toBe(expected);
    },
  );
});
