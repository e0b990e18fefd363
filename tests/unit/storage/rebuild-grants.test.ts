import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { project, projectAll } from '@/lib/domain/grant/projection';
import { projectionVersion } from '@/lib/domain/grant/projection-version';
import { GrantbookDb } from '@/lib/storage/db';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { rebuildGrants } from '@/lib/storage/rebuild-grants';
import { member } from '../exports/reviewed-log';
import { chainOf, uuid } from '../exports/sample-log';

const entries = chainOf(
  Array.from({ length: 40 }, (_, at) => member(uuid(1000 + at), `p${at}@partner.example`)).flat(),
);
const grants = [...projectAll(entries).values()];
const opened: GrantbookDb[] = [];
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

async function withOldGrants(): Promise<GrantbookDb> {
  const db = new GrantbookDb(`rebuild-${opened.length}-${Math.random()}`);
  opened.push(db);
  await db.entries.bulkAdd(entries);
  await db.grants.bulkAdd(grants.map((grant) => ({ ...grant, role: 'as an older version read it' })));
  return db;
}

test('a rebuild that is ended halfway goes on where it was, and says how far it is', async () => {
  const db = await withOldGrants();
  const told: number[] = [];
  const ended = rebuildGrants(
    db,
    ({ done }) => {
      told.push(done);
      throw new Error('the worker is killed');
    },
    30,
  );
  await expect(ended).rejects.toThrow('killed');
  const halfway = await db.meta.get('projection');

  await rebuildGrants(db, ({ done }) => void told.push(done), 30);

  expect(halfway).toMatchObject({ version: projectionVersion, rebuilding: { done: told[0], of: grants.length } });
  expect(told.every((done, at) => at === 0 || done >= (told[at - 1] ?? 0))).toBe(true);
  expect(told.at(-1)).toBe(grants.length);
  expect(await db.grants.toArray()).toEqual(grants.map(storedGrant));
  expect(await db.meta.get('projection')).toEqual({ id: 'projection', version: projectionVersion, rebuilding: null });
});

test('a grant that no entry tells of goes, and one with more entries than a batch is read whole', async () => {
  const db = await withOldGrants();
  await db.grants.add({ ...storedGrant(grants[0] as never), id: uuid(5) });

  await rebuildGrants(db, () => {}, 1);

  expect(await db.grants.toArray()).toEqual(grants.map(storedGrant));
});

test('what is appended while it runs is in the grant', async () => {
  const db = await withOldGrants();
  const more = chainOf([
    ...Array.from({ length: 40 }, (_, at) => member(uuid(1000 + at), `p${at}@partner.example`)).flat(),
    { type: 'removal.started', grant: uuid(1039), basis: 'confirmed', data: { reason: 'Over' } },
  ]).at(-1);
  let isAppended = false;

  await rebuildGrants(
    db,
    async () => {
      if (isAppended || !more) return;
      isAppended = true;
      await db.entries.add(more);
    },
    30,
  );

  const last = [...entries, more].filter((entry) => entry?.grant === uuid(1039));
  expect((await db.grants.get(uuid(1039)))?.removal).toEqual(
    last.reduce<ReturnType<typeof project>>((grant, entry) => entry && project(grant, entry), undefined)?.removal,
  );
});
