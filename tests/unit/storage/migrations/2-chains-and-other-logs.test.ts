import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import type { AnyEntry } from '@/lib/domain/log/entry';
import { GrantbookDb } from '@/lib/storage/db';
import { entriesAndGrants } from '@/lib/storage/migrations/1-entries-and-grants';
import { chainsAndOtherLogs } from '@/lib/storage/migrations/2-chains-and-other-logs';
import { rescueEntries } from '@/lib/storage/rescue';
import schema1 from '../__fixtures__/schema-1.json';

let count = 0;
const nextName = () => {
  count += 1;
  return `migration-${count}`;
};
const opened: Dexie[] = [];
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

/** A database as the first release left it. */
async function released(): Promise<string> {
  const name = nextName();
  const old = new Dexie(name);
  old.version(1).stores(schema1.stores);
  await old.table('entries').bulkAdd(schema1.entries);
  await old.table('grants').bulkAdd(schema1.grants);
  old.close();
  return name;
}

describe('schema 2', () => {
  test('reads the chains out of the entries', async () => {
    const db = new GrantbookDb(await released());
    opened.push(db);

    expect(await db.chains.toArray()).toEqual([{ from: 1, log: schema1.log, previous: null, key: null }]);
  });

  test('that fails leaves the old data readable and exportable', async () => {
    const name = await released();
    const broken = {
      ...chainsAndOtherLogs,
      upgrade: async (transaction: Parameters<NonNullable<typeof chainsAndOtherLogs.upgrade>>[0]) => {
        await transaction.table('entries').delete(1);
        throw new Error('broken');
      },
    };
    const db = new GrantbookDb(name, [entriesAndGrants, broken]);
    opened.push(db);

    await expect(db.open()).rejects.toThrow();
    const entries: AnyEntry[] = [];
    for await (const entry of rescueEntries(name)) entries.push(entry as AnyEntry);

    expect(entries).toEqual(schema1.entries);
  });
});
