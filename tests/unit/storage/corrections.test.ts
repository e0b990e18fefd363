import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Correction } from '@/lib/domain/grant/correction';
import { assumePage, placeOf, removeCorrection, saveCorrection } from '@/lib/storage/corrections';
import { stored } from '@/lib/storage/stored-values';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const correction = (change: Partial<Correction> = {}): Correction => ({
  vendor: 'rudderstack',
  generation: 'members',
  page: 'members',
  landmark: 'invite-button',
  role: 'button',
  name: 'Add people',
  at: '2026-11-21T12:00:00.000Z',
  ...change,
});

const url = 'https://app.rudderstack.com/people';
const members = { generation: 'members', page: 'members' };

beforeEach(resetFakeBrowser);

describe('corrections', () => {
  test('are kept, the newest of each landmark', async () => {
    await saveCorrection(correction());
    await saveCorrection(correction({ landmark: 'email-field', role: 'text', name: 'Mail' }));
    await saveCorrection(correction({ name: 'Invite people' }));

    expect((await stored.corrections.read()).map(({ landmark, name }) => [landmark, name])).toEqual([
      ['email-field', 'Mail'],
      ['invite-button', 'Invite people'],
    ]);
  });

  test.each<Partial<Correction>>([
    { vendor: 'logrocket' },
    { generation: 'teammates' },
    { page: 'team' },
    { landmark: 'send-button' },
  ])('stay beside one of another place: %j', async (change) => {
    await saveCorrection(correction());
    await saveCorrection(correction(change));

    expect(await stored.corrections.read()).toHaveLength(2);
  });

  test('lose none where several come at once', async () => {
    const landmarks = ['a', 'b', 'c', 'd'];

    await Promise.all(landmarks.map((landmark) => saveCorrection(correction({ landmark }))));
    await Promise.all([
      removeCorrection(correction({ landmark: 'a' })),
      removeCorrection(correction({ landmark: 'c' })),
    ]);

    expect((await stored.corrections.read()).map(({ landmark }) => landmark)).toEqual(['b', 'd']);
  });

  test('are forgotten one by one', async () => {
    await saveCorrection(correction());
    await saveCorrection(correction({ landmark: 'email-field' }));

    await removeCorrection(correction());

    expect((await stored.corrections.read()).map(({ landmark }) => landmark)).toEqual(['email-field']);
  });

  test.each([undefined, null, 'x', { 0: correction() }])('are none where %j stands there', async (garbage) => {
    await fakeBrowser.storage.local.set({ corrections: garbage });

    expect(await stored.corrections.read()).toEqual([]);
  });

  test('that can be read are kept beside those that cannot', async () => {
    await fakeBrowser.storage.local.set({
      corrections: [{ vendor: 'x' }, correction(), correction({ role: 'script' as 'text' })],
    });

    expect(await stored.corrections.read()).toEqual([correction()]);
  });
});

describe('assumed pages', () => {
  test.each([
    [url, 'app.rudderstack.com/people'],
    [`${url}?search=kim@northwind.example#row`, 'app.rudderstack.com/people'],
    ['https://app.rudderstack.com', 'app.rudderstack.com/'],
  ])('go by host and path: %s', (address, place) => {
    expect(placeOf(address)).toBe(place);
  });

  test('are remembered for an address, replaced and forgotten', async () => {
    await assumePage(`${url}?tab=1`, members);
    await assumePage('https://app.logrocket.com/team', { generation: 'organization-team', page: 'team' });
    await assumePage(url, { generation: 'teammates', page: 'teammates' });

    expect(await stored.assumedPages.read()).toEqual({
      'app.rudderstack.com/people': { generation: 'teammates', page: 'teammates' },
      'app.logrocket.com/team': { generation: 'organization-team', page: 'team' },
    });

    await assumePage(url, null);

    expect(Object.keys(await stored.assumedPages.read())).toEqual(['app.logrocket.com/team']);
  });

  test('lose none where two are named at once', async () => {
    await Promise.all([assumePage(url, members), assumePage(`${url}/all`, members)]);

    expect(Object.keys(await stored.assumedPages.read())).toHaveLength(2);
  });

  test.each([undefined, null, 'x', [], { 'app.rudderstack.com/people': 'members' }])(
    'are none where %j stands there',
    async (garbage) => {
      await fakeBrowser.storage.local.set({ assumed: garbage });

      expect(await stored.assumedPages.read()).toEqual({});
    },
  );
});
