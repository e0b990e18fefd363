import { beforeEach, describe, expect, test, vi } from 'vitest';
import { chosenGrants, frameKeys, type ReadRoster, readRosters, type TabState, tabStates } from '@/lib/storage/session';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';
import { aRoster, facts, tabPage } from '../messaging/samples';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const { session, local } = fakeBrowser.storage;
const grant = '5f0c9a1e-6a0b-4c53-9a41-0d9f3a6b7c01';
const state: TabState = { page: tabPage(), grant, facts: facts(), at: 1000 };
const roster: ReadRoster = { page: facts().recognition, url: facts().url, roster: aRoster(), at: 1000 };

beforeEach(resetFakeBrowser);

describe('tabStates', () => {
  test('keep what is known of each tab while the browser runs, and nothing on disk', async () => {
    await tabStates.set(7, state);
    await tabStates.set(8, { ...state, grant: null });

    expect(await tabStates.get(7)).toEqual(state);
    expect(await tabStates.get(9)).toBeNull();
    expect(await tabStates.all()).toEqual([
      { ...state, tab: 7 },
      { ...state, grant: null, tab: 8 },
    ]);
    expect(await local.get()).toEqual({});
  });

  test.each([undefined, null, 'x', 7, {}, { ...state, page: null }, { ...state, facts: { url: 'x' } }])(
    'know nothing of a tab where %j stands there',
    async (garbage) => {
      await session.set({ 'tab:7': garbage, 'tab:8': state });

      expect(await tabStates.get(7)).toBeNull();
      expect((await tabStates.all()).map(({ tab }) => tab)).toEqual([8]);
    },
  );

  test('lose no change where several come at once', async () => {
    await tabStates.set(7, { ...state, at: 0 });

    await Promise.all(Array.from({ length: 10 }, () => tabStates.update(7, (was) => ({ ...was, at: was.at + 1 }))));

    expect((await tabStates.get(7))?.at).toBe(10);
  });

  test('change nothing of a tab of which nothing is known, nor where the change is none', async () => {
    await tabStates.set(7, state);
    session.set.mockClear();
    const change = vi.fn((was: TabState) => was);

    expect(await tabStates.update(8, change)).toBeNull();
    expect(await tabStates.update(7, change)).toEqual(state);

    expect(change).toHaveBeenCalledTimes(1);
    expect(session.set).not.toHaveBeenCalled();
  });

  test('go with the tab, and so does the member list that was read in it', async () => {
    await tabStates.set(7, state);
    await tabStates.set(8, state);
    await readRosters.set(7, roster);
    await readRosters.set(8, roster);

    await tabStates.remove(7);

    expect([await tabStates.get(7), await readRosters.get(7)]).toEqual([null, null]);
    expect([await tabStates.get(8), await readRosters.get(8)]).toEqual([state, roster]);
  });
});

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
    await tabStates.set(7, state);

    expect(await frameKeys.claim(key, 7, 'x')).toBeNull();
  });

  test('let nobody in where garbage stands in their place', async () => {
    await session.set({ 'key:a': { tab: 7 }, 'key:b': 'x', 'key:c': { tab: '7', grant, nonce: null } });

    expect(await Promise.all(['a', 'b', 'c'].map((key) => frameKeys.claim(key, 7, 'x')))).toEqual([null, null, null]);
  });
});

describe('readRosters', () => {
  test('tell of every list that grows, until they are stopped', async () => {
    const seen: [number, ReadRoster][] = [];
    const stop = readRosters.watch((tab, read) => seen.push([tab, read]));

    await readRosters.set(7, roster);
    await session.set({ 'roster:8': 'x', 'tab:7': state });
    await local.set({ 'roster:9': roster });
    stop();
    await readRosters.set(7, { ...roster, at: 2000 });

    expect(seen).toEqual([[7, roster]]);
  });
});

describe('chosenGrants', () => {
  test('are kept per vendor', async () => {
    await chosenGrants.set('rudderstack', grant);

    expect(await chosenGrants.get('rudderstack')).toBe(grant);
    expect(await chosenGrants.get('logrocket')).toBeNull();
  });
});
