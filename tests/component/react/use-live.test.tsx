import 'fake-indexeddb/auto';
import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useGrantsOf, useOpenGrants, useStandingGrants } from '@/lib/react/use-grants';
import { useNow } from '@/lib/react/use-now';
import { db } from '@/lib/storage/db';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { resetFakeBrowser } from '../../support/fake-browser';
import { aGrant, mark } from '../../support/grants';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const at = '2026-11-20T09:00:00.000Z';
const older = aGrant({ id: 'older', last: { seq: 3, at } });
const newer = aGrant({ id: 'newer', email: 'ana@northwind.example', last: { seq: 9, at } });
const settled = aGrant({ id: 'settled', milestones: { active: mark(5, at) }, last: { seq: 5, at } });
const closed = aGrant({
  id: 'closed',
  email: 'bo@northwind.example',
  milestones: { removed: mark(4, at) },
  last: { seq: 4, at },
});

beforeEach(async () => {
  resetFakeBrowser();
  await db.grants.clear();
  await db.grants.bulkPut([older, newer, settled, closed].map(storedGrant));
});
afterEach(() => {
  vi.useRealTimers();
});

test('grants on which something stands come the one changed last first, and follow the log', async () => {
  const { result } = renderHook(() => useStandingGrants());
  await waitFor(() => expect(result.current).toHaveLength(3));
  const before = result.current?.map(({ id }) => id);

  await act(() => db.grants.put(storedGrant({ ...older, last: { seq: 12, at } })));

  expect(before).toEqual(['newer', 'settled', 'older']);
  await waitFor(() => expect(result.current?.map(({ id }) => id)).toEqual(['older', 'newer', 'settled']));
});

test('open grants are those that are not settled, as many as asked for', async () => {
  const { result } = renderHook(() => useOpenGrants());
  const { result: one } = renderHook(() => useOpenGrants(1));

  await waitFor(() => expect(result.current?.map(({ id }) => id)).toEqual(['newer', 'older']));
  await waitFor(() => expect(one.current?.map(({ id }) => id)).toEqual(['newer']));
});

test('grants to one person are found by the address, and none by half of one', async () => {
  const { result, rerender } = renderHook(({ email }) => useGrantsOf([email]), {
    initialProps: { email: 'kim.sato@northwind.example' },
  });
  await waitFor(() => expect(result.current.map(({ id }) => id)).toEqual(['settled', 'older']));

  rerender({ email: 'kim' });

  await waitFor(() => expect(result.current).toEqual([]));
});

test('the time goes on each minute', () => {
  vi.useFakeTimers({ now: new Date(at) });
  const { result, unmount } = renderHook(() => useNow());
  const first = result.current.toISOString();

  act(() => vi.advanceTimersByTime(60_000));
  const second = result.current.toISOString();
  unmount();

  expect([first, second]).toEqual([at, '2026-11-20T09:01:00.000Z']);
  expect(vi.getTimerCount()).toBe(0);
});
