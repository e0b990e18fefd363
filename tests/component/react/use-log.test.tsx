import 'fake-indexeddb/auto';
import { renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import { newestGrants } from '@/lib/log/grant-feed';
import { useGrantFeed } from '@/lib/react/use-log';
import { db } from '@/lib/storage/db';
import { grantsOf, logOfGrants, uuid } from '../../unit/exports/sample-log';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

/** Grants in their order of change. */
const grantsIn = (count: number): Grant[] => {
  const [grant] = grantsOf(logOfGrants([{}])) as [Grant];
  return Array.from({ length: count }, (_, index) => ({
    ...grant,
    id: uuid(index + 1),
    last: { ...grant.last, seq: index + 1 },
  }));
};

const prepare = () => {};

/** What is told at each time that the page is drawn. */
function follow(first: readonly Grant[] | null) {
  const drawn: { grants: number | null; complete: boolean }[] = [];
  renderHook(() => {
    const { grants, complete } = useGrantFeed(first, prepare);
    drawn.push({ grants: grants?.length ?? null, complete });
  });
  return drawn;
}

afterEach(() => db.grants.clear());

describe('useGrantFeed', () => {
  it.each([0, 3])('draws a log of %i grants once where they were read before', async (count) => {
    await db.grants.bulkAdd(grantsIn(count));

    const drawn = follow(await newestGrants(db));

    // Long enough for a second time, were there one.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(drawn).toEqual([{ grants: count, complete: true }]);
  });

  it('draws the first rows at once, and again only when all are there', async () => {
    await db.grants.bulkAdd(grantsIn(700));

    const drawn = follow(await newestGrants(db));

    await waitFor(() => expect(drawn.at(-1)?.complete).toBe(true));
    expect(drawn).toEqual([
      { grants: 32, complete: false },
      { grants: 700, complete: true },
    ]);
  });

  it('reads what was not read before, and then says so', async () => {
    await db.grants.bulkAdd(grantsIn(3));

    const drawn = follow(null);

    expect(drawn).toEqual([{ grants: null, complete: false }]);
    await waitFor(() => expect(drawn.at(-1)).toEqual({ grants: 3, complete: true }));
  });
});
