import 'fake-indexeddb/auto';
import { waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import { followGrants, newestGrants } from '@/lib/log/grant-feed';
import { GrantbookDb } from '@/lib/storage/db';
import { grantsOf, logOfGrants, uuid } from '../../unit/exports/sample-log';

interface Told {
  ids: string[];
  complete: boolean;
}

const closing: (() => void)[] = [];
let number = 0;

/** Grants in their order of change. */
const grantsIn = (count: number): Grant[] => {
  const [grant] = grantsOf(logOfGrants([{}])) as [Grant];
  return Array.from({ length: count }, (_, index) => ({
    ...grant,
    id: uuid(index + 1),
    last: { ...grant.last, seq: (index + 1) * 2 },
  }));
};

async function follow(count: number) {
  number += 1;
  const db = new GrantbookDb(`feed-${number}`);
  await db.grants.bulkAdd(grantsIn(count));
  const told: Told[] = [];
  const failed: string[] = [];
  const stop = followGrants(
    db,
    (grants, complete) => told.push({ ids: grants.map(({ id }) => id), complete }),
    ({ name }) => failed.push(name),
  );
  closing.push(() => {
    stop();
    db.close();
  });
  return { db, told, failed, stop };
}

describe('followGrants', () => {
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  it.each([0, 3, 31])('tells all %i grants of a small log at once', async (count) => {
    const { told } = await follow(count);

    await waitFor(() => expect(told).toHaveLength(1));
    expect(told[0]?.complete).toBe(true);
    expect(new Set(told[0]?.ids)).toEqual(new Set(grantsIn(count).map(({ id }) => id)));
  });

  it('reads every grant anew once they were rebuilt, and not while they are', async () => {
    const { db, told } = await follow(3);
    const rebuilding = { log: '', after: '', done: 1, of: 3 };
    await db.meta.put({ id: 'projection', version: 1, rebuilding });
    await waitFor(() => expect(told).toHaveLength(1));

    await db.meta.put({ id: 'projection', version: 1, rebuilding: { ...rebuilding, done: 2 } });
    await db.grants.delete(uuid(1));
    await db.meta.put({ id: 'projection', version: 1, rebuilding: null });

    await waitFor(() => expect(told.at(-1)?.ids).toHaveLength(2));
    expect(told).toHaveLength(2);
  });

  it('tells those that changed last first, then all', async () => {
    const { told } = await follow(700);

    await waitFor(() => expect(told.at(-1)?.complete).toBe(true));
    expect(told[0]?.complete).toBe(false);
    expect(told[0]?.ids).toEqual(
      grantsIn(700)
        .toReversed()
        .slice(0, 32)
        .map(({ id }) => id),
    );
    expect(new Set(told.at(-1)?.ids).size).toBe(700);
  });

  it('begins with what was read before, and prepares the rest part by part', async () => {
    const { db, stop } = await follow(0);
    stop();
    await db.grants.bulkAdd(grantsIn(1500));
    const told: number[] = [];
    const prepared: number[] = [];
    const first = await newestGrants(db);

    closing.push(
      followGrants(
        db,
        (grants) => told.push(grants.length),
        () => {},
        { first, prepare: (grants) => prepared.push(grants.length) },
      ),
    );

    await waitFor(() => expect(told).toEqual([32, 1500]));
    expect(prepared).toEqual([1000, 468]);
  });

  it('tells of a grant that is added, and of one that changes', async () => {
    const { db, told } = await follow(3);
    await waitFor(() => expect(told).toHaveLength(1));
    const [first] = grantsIn(1) as [Grant];

    await db.grants.add({ ...first, id: uuid(50), last: { ...first.last, seq: 50 } });
    await waitFor(() => expect(told.at(-1)?.ids).toContain(uuid(50)));
    await db.grants.put({ ...first, last: { ...first.last, seq: 51 } });
    await waitFor(() => expect(told).toHaveLength(3));

    expect(new Set(told.at(-1)?.ids)).toEqual(new Set([uuid(1), uuid(2), uuid(3), uuid(50)]));
  });

  it('begins anew when the log was put back', async () => {
    const { db, told } = await follow(3);
    await waitFor(() => expect(told).toHaveLength(1));

    await db.grants.bulkDelete([uuid(2), uuid(3)]);

    await waitFor(() => expect(told.at(-1)?.ids).toEqual([uuid(1)]));
  });

  it('tells nothing more once it was ended', async () => {
    const { db, told, stop } = await follow(3);
    await waitFor(() => expect(told).toHaveLength(1));

    stop();
    const [first] = grantsIn(1) as [Grant];
    await db.grants.put({ ...first, last: { ...first.last, seq: 99 } });
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(told).toHaveLength(1);
  });

  it('says when the database cannot be read', async () => {
    const db = new GrantbookDb('feed-denied');
    vi.spyOn(db.grants, 'orderBy').mockImplementation(() => {
      throw new Error('The user denied permission to access the database.');
    });
    const failed: string[] = [];

    closing.push(
      followGrants(
        db,
        () => {},
        ({ message }) => failed.push(message),
      ),
    );

    await waitFor(() => expect(failed).toEqual(['The user denied permission to access the database.']));
  });
});
