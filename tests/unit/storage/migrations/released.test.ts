import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { type Grant, isOpen, isUnproven } from '@/lib/domain/grant/grant';
import { projectAll } from '@/lib/domain/grant/projection';
import type { AnyEntry } from '@/lib/domain/log/entry';
import { GrantbookDb } from '@/lib/storage/db';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { migrations } from '@/lib/storage/migrations';
import { rebuildGrants } from '@/lib/storage/rebuild-grants';
import { openGrants, unprovenGrants } from '@/lib/storage/standing-grants';
import { verifyChain } from '../../../support/verify-chain';
import schema1 from '../__fixtures__/schema-1.json';
import schema2 from '../__fixtures__/schema-2.json';
import schema3 from '../__fixtures__/schema-3.json';
import schema4 from '../__fixtures__/schema-4.json';
import schema5 from '../__fixtures__/schema-5.json';

/** Databases that the released code of each schema wrote. */
interface Released {
  schema: number;
  stores: Record<string, string>;
  rows: Record<string, unknown[]>;
}
const { stores, entries, grants } = schema1;
const released: Released[] = [
  { schema: 1, stores, rows: { entries, grants } },
  ...([schema2, schema3, schema4, schema5] as unknown as Released[]),
];

const opened: Dexie[] = [];
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

async function opensAs({ schema, stores, rows }: Released): Promise<GrantbookDb> {
  const name = `released-${schema}-${opened.length}-${Math.random()}`;
  const old = new Dexie(name);
  old.version(schema).stores(stores);
  for (const [table, all] of Object.entries(rows)) await old.table(table).bulkAdd(all);
  old.close();
  const db = new GrantbookDb(name);
  opened.push(db);
  return db;
}

test('every released schema has a database that its code wrote', () => {
  const before = migrations.map(({ version }) => version).slice(0, -1);

  expect(released.map(({ schema }) => schema)).toEqual(before);
});

test('a migration calls nothing of ours', () => {
  const folder = 'lib/storage/migrations';
  for (const file of readdirSync(folder).filter((name) => /^\d/.test(name))) {
    const imports = [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/^import .*$/gm)].map(([line]) => line);

    expect(imports, file).toEqual(["import type { Migration } from './migration';"]);
  }
});

describe.each(released)('a database of schema $schema', (old) => {
  test('opens with every entry as it was, and the chain whole', async () => {
    const db = await opensAs(old);

    const after = await db.entries.toArray();
    expect(after).toEqual(old.rows.entries);
    expect(verifyChain(after)).toMatchObject({ ok: true, count: after.length });
    expect((await db.chains.toArray()).length).toBeGreaterThan(0);
  });

  test('shows what stands before its grants are rebuilt, with who reviewed and removed', async () => {
    const db = await opensAs(old);
    const said = [...projectAll(old.rows.entries as AnyEntry[]).values()];

    const [open, unproven] = [await openGrants(db, null), await unprovenGrants(db)];

    expect(ids(open)).toEqual(ids(said.filter(isOpen)));
    expect(ids(unproven)).toEqual(ids(said.filter(isUnproven)));
    expect((await db.grants.toArray()).map(told).sort(byId)).toEqual(said.map(told).sort(byId));
  });

  test('has every grant rebuilt from its entries, those of merged logs included', async () => {
    const db = await opensAs(old);

    expect(await rebuildGrants(db)).toBe(true);
    expect(await rebuildGrants(db)).toBe(false);

    const said = projectAll(old.rows.entries as AnyEntry[]);
    expect(await db.grants.toArray()).toEqual([...said.values()].map(storedGrant).sort(byId));
    expect(await db.grants.orderBy('index.standing').count()).toBe([...said.values()].filter(isStanding).length);
    const others = (old.rows.otherEntries ?? []) as { log: string; entry: AnyEntry }[];
    const theirs = projectAll(others.map(({ entry }) => entry));
    expect((await db.otherGrants.toArray()).map(({ log: _, ...grant }) => grant)).toEqual(
      [...theirs.values()].sort(byId),
    );
  });
});

const ids = (grants: readonly Grant[]) => grants.map(({ id }) => id).sort();
const isStanding = ({ milestones: { removed } }: Grant) => !removed;
const told = ({ id, removal, review, milestones: { removed } }: Grant) => ({ id, removal, review, removed });
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
