import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import type { Draft } from '@/lib/domain/log/entry';
import { GrantbookDb } from '@/lib/storage/db';
import { migrations } from '@/lib/storage/migrations';
import { storedGrant } from '@/lib/storage/stored-grant';
import { reviewedStory } from '../../exports/reviewed-log';
import { chainOf, grantsOf, uuid } from '../../exports/sample-log';

const removal: Draft[] = [
  { type: 'removal.started', grant: uuid(902), basis: 'confirmed', data: { reason: 'The project has ended' } },
  {
    type: 'step.confirmed',
    grant: uuid(902),
    basis: 'confirmed',
    data: { generation: 'organization-team', step: 'gone', text: 'Remove Sam', reaches: 'removed' },
  },
];

/** A grant as schema 4 kept it: without who reviewed or removed it, and why. */
function as4<G extends Grant>(grant: G): G {
  const { review, removal: removing, milestones } = structuredClone(grant);
  const bare = <T extends object>({ by: _by, reason: _reason, own: _own, ...rest }: T & Record<string, unknown>) =>
    rest;
  return {
    ...grant,
    removal: removing && bare({ ...removing }),
    ...(review ? { review: bare({ ...review }) } : {}),
    milestones: { ...milestones, ...(milestones.removed ? { removed: bare({ ...milestones.removed }) } : {}) },
  } as G;
}

test('schema 5 reads who reviewed and removed out of the entries, and leaves every other grant as it was', async () => {
  const entries = chainOf([...reviewedStory, ...removal]);
  const grants = grantsOf(entries);
  const [log, name] = [uuid(2), 'migration-to-5'];
  const before = new GrantbookDb(
    name,
    migrations.filter(({ version }) => version < 5),
  );
  await before.entries.bulkAdd(entries);
  await before.grants.bulkAdd(grants.map(as4).map(storedGrant));
  await before.otherEntries.bulkAdd(entries.map((entry) => ({ log, seq: entry.seq, grant: entry.grant, entry })));
  await before.otherGrants.bulkAdd(grants.map((grant) => ({ ...as4(grant), log })));
  const changed = grants.filter((grant) => JSON.stringify(as4(grant)) !== JSON.stringify(grant)).map(({ id }) => id);
  before.close();

  const db = new GrantbookDb(name);
  const [stored, others] = [await db.grants.toArray(), await db.otherGrants.toArray()];
  db.close();

  expect(changed).toEqual([uuid(901), uuid(902), uuid(903)].filter((id) => changed.includes(id)));
  expect(changed.length).toBeGreaterThan(1);
  expect(stored).toEqual(grants.map(storedGrant));
  expect(others).toEqual(grants.map((grant) => ({ ...grant, log })));
});
