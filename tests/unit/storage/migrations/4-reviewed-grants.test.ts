import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { GrantbookDb } from '@/lib/storage/db';
import { migrations } from '@/lib/storage/migrations';
import { storedGrant } from '@/lib/storage/stored-grant';
import { aGrant, mark } from '../../../support/grants';

const active = { active: mark(5, '2026-11-20T09:00:00.000Z') };

test('schema 4 indexes the grants that are reviewed by policy, and changes nothing else', async () => {
  const grants = [
    aGrant({ id: 'draft' }),
    aGrant({ id: 'temporary', accessEnds: '2026-12-01', milestones: active }),
    aGrant({ id: 'active', milestones: active }),
    aGrant({ id: 'removed', milestones: { ...active, removed: mark(6, '2026-11-21T09:00:00.000Z') } }),
  ];
  const name = 'migration-to-4';
  const before = new GrantbookDb(
    name,
    migrations.filter(({ version }) => version < 4),
  );
  await before.grants.bulkAdd(grants.map(storedGrant).map(({ reviewFrom: _new, ...grant }) => grant));
  before.close();

  const db = new GrantbookDb(name);
  const found = await db.grants.where('reviewFrom').above('').primaryKeys();
  const stored = await db.grants.toArray();
  db.close();

  expect(found).toEqual(['active']);
  expect(stored).toEqual(grants.map(storedGrant).sort((a, b) => a.id.localeCompare(b.id)));
});
