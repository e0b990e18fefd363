import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { readable, storedMap, storedValue } from '@/lib/storage/stored-value';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const { local, session, managed } = fakeBrowser.storage;
const Count = z.object({ count: z.int() });
const none = { count: 0 };
const counted = storedValue('counted', 'local', Count, none);
const add = ({ count }: { count: number }) => ({ count: count + 1 });

beforeEach(resetFakeBrowser);

describe('a stored value', () => {
  test('comes back as it was written, and is the fallback before', async () => {
    expect(await counted.read()).toBe(none);

    await counted.write({ count: 3 });

    expect(await counted.read()).toEqual({ count: 3 });
    expect(await local.get()).toEqual({ counted: { count: 3 } });
  });

  test.each([undefined, null, 'x', [], {}, { count: '1' }, { count: 1.5 }])(
    'is the fallback where %j stands there, which can still be read raw',
    async (garbage) => {
      await local.set({ counted: garbage });

      expect(await counted.read()).toBe(none);
      expect(await counted.readRaw()).toEqual(garbage);
    },
  );

  test('is removed where it becomes null', async () => {
    const perhaps = storedValue('perhaps', 'local', z.nullable(Count), null);
    await perhaps.write({ count: 1 });

    await perhaps.write(null);

    expect(await local.get()).toEqual({});
    expect(await perhaps.read()).toBeNull();
  });

  test('loses no change where several come at once, each told what became of it', async () => {
    const told = await Promise.all(Array.from({ length: 10 }, () => counted.change(add)));

    expect(told.map(({ count }) => count)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await counted.read()).toEqual({ count: 10 });
  });

  test('is not written where nothing changes', async () => {
    await counted.change((now) => now);

    expect(local.set).not.toHaveBeenCalled();
  });

  test('tells whoever writes that the browser refused, and takes the next change', async () => {
    local.set.mockRejectedValueOnce(new Error('QuotaExceededError'));

    await expect(counted.change(add)).rejects.toThrow('QuotaExceededError');
    await counted.change(add);

    expect(await counted.read()).toEqual({ count: 1 });
  });

  test('is handed to the browser at once: the page that writes it may close', async () => {
    const changing = counted.change(add);
    const writing = counted.write({ count: 5 });

    expect(local.set).toHaveBeenCalledWith({ counted: { count: 5 } });
    await Promise.all([changing, writing]);
  });

  test('is told after each change of it, until that is stopped', async () => {
    const seen: unknown[] = [];
    const stop = counted.watch((value) => seen.push(value));

    await counted.write({ count: 1 });
    await local.set({ other: 1 });
    await session.set({ counted: { count: 7 } });
    await local.set({ counted: 'garbage' });
    await local.remove('counted');
    stop();
    await counted.write({ count: 2 });

    expect(seen).toEqual([{ count: 1 }, none, none]);
  });

  test('of a policy is the fallback where the browser refuses, as Firefox does without one', async () => {
    const policy = storedValue('counted', 'managed', Count, none);
    managed.get.mockRejectedValueOnce(new Error('Managed storage manifest not found'));

    expect(await policy.read()).toBe(none);

    await managed.set({ counted: { count: 2 } });
    expect(await policy.read()).toEqual({ count: 2 });
  });

  test('of another area tells that the browser refuses to read it', async () => {
    local.get.mockRejectedValueOnce(new Error('corrupt'));

    await expect(counted.read()).rejects.toThrow('corrupt');
  });
});

describe('a map of stored values', () => {
  const tabs = storedMap('tab', 'session', Count);

  test('keeps each under a key of its own, and none on disk', async () => {
    await tabs.at(7).write({ count: 1 });
    await tabs.at('8').write({ count: 2 });
    await session.set({ 'table:1': { count: 3 }, 'tab:9': 'garbage' });

    expect(await tabs.at(8).read()).toEqual({ count: 2 });
    expect(await tabs.at(9).read()).toBeNull();
    expect(await tabs.all()).toEqual([
      ['7', { count: 1 }],
      ['8', { count: 2 }],
    ]);
    expect(await local.get()).toEqual({});
  });

  test('loses nothing where changes and writes come at once', async () => {
    await tabs.at(7).write(none);

    await Promise.all([
      tabs.at(7).change((now) => now && add(now)),
      tabs.at(7).write({ count: 10 }),
      tabs.at(7).change((now) => now && add(now)),
    ]);

    expect(await tabs.at(7).read()).toEqual({ count: 11 });
  });

  test('tells of every one that changes or goes, until that is stopped', async () => {
    const seen: unknown[] = [];
    const stop = tabs.watch((id, value) => seen.push([id, value]));

    await tabs.at(7).write({ count: 1 });
    await session.set({ 'table:1': { count: 3 } });
    await local.set({ 'tab:7': { count: 2 } });
    await tabs.at(7).write(null);
    stop();
    await tabs.at(7).write({ count: 2 });

    expect(seen).toEqual([
      ['7', { count: 1 }],
      ['7', null],
    ]);
  });
});

describe('a readable list', () => {
  test.each([
    [
      [{ count: 1 }, 'x', null, { count: 2 }],
      [{ count: 1 }, { count: 2 }],
    ],
    [[], []],
    [{ 0: { count: 1 } }, undefined],
  ])('of %j is %j', (list, expected) => {
    expect(readable(Count).safeParse(list).data).toEqual(expected);
  });
});
