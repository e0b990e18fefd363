import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { GrantbookDb } from '@/lib/storage/db';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { migrations } from '@/lib/storage/migrations';
import { chainOf, grantsOf, story } from '../../exports/sample-log';

test('schema 3 finds entries by their kind, and changes nothing else', async () => {
  const entries = chainOf(story);
  const grants = grantsOf(entries).map(storedGrant);
  const name = 'migration-to-3';
  const before = new GrantbookDb(
    name,
    migrations.filter(({ version }) => version < 3),
  );
  await before.entries.bulkAdd(entries);
  await before.grants.bulkAdd(grants);
  await expect(before.entries.where('type').equals('log.created').toArray()).rejects.toThrow(/not indexed/);
  before.close();

  const db = new GrantbookDb(name);
  const kinds = await db.entries.orderBy('type').uniqueKeys();
  const found = await db.entries.where('type').equals('grant.started').primaryKeys();
  const stored = [await db.entries.toArray(), await db.grants.toArray()];
  db.close();

  expect(kinds).toEqual([...new Set(entries.map(({ type }) => type))].sort());
  expect(found).toEqual(entries.flatMap(({ type, seq }) => (type === 'grant.started' ? [seq] : [])));
  expect(stored).toEqual([entries, grants.sort((a, b) => (a.id < b.id ? -1 : 1))]);
});
