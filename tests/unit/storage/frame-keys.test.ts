import { beforeEach, describe, expect, test, vi } from 'vitest';
import { frameKeys } from '@/lib/storage/frame-keys';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const { session } = fakeBrowser.storage;
const grant = '5f0c9a1e-6a0b-4c53-9a41-0d9f3a6b7c01';

beforeEach(resetFakeBrowser);

describe('frameKeys', () => {
  test('let in one frame, in its tab, as often as it comes back', async () => {
    const key = await frameKeys.make(7, grant);

    expect(await frameKeys.claim(key, 7, 'first')).toEqual({ grant });
    expect(await frameKeys.claim(key, 7, 'first')).toEqual({ grant });
    expect(await frameKeys.claim(key, 7, 'second')).toBeNull();
    expect(await frameKeys.claim(key, 7, 'first')).toEqual({ grant });
  });

  test('let nobody in from another tab, not even first', async () => {
    const key = await frameKeys.make(7, grant);

    expect(await frameKeys.claim(key, 8, 'thief')).toBeNull();
    expect(await frameKeys.claim(key, 7, 'first')).toEqual({ grant });
  });

  test('let in one of two frames that come at once', async () => {
    const key = await frameKeys.make(7, grant);

    const claims = await Promise.all(['a', 'b', 'c'].map((nonce) => frameKeys.claim(key, 7, nonce)));

    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });

  test('are never the same', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => frameKeys.make(7, grant)));

    expect(new Set(keys).size).toBe(20);
  });

  test.each(['', 'tab', 'constructor', '__proto__'])('let nobody in with a key %j that was never made', async (key) => {
    await session.set({ 'tab:7': { grant } });

    expect(await frameKeys.claim(key, 7, 'x')).toBeNull();
  });

  test('let nobody in where garbage stands in their place', async () => {
    await session.set({ 'key:a': { tab: 7 }, 'key:b': 'x', 'key:c': { tab: '7', grant, nonce: null } });

    expect(await Promise.all(['a', 'b', 'c'].map((key) => frameKeys.claim(key, 7, 'x')))).toEqual([null, null, null]);
  });
});
