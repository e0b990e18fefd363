import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Correction } from '@/lib/domain/grant/correction';
import { readCorrections, removeCorrection, saveCorrection } from '@/lib/storage/corrections';
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

beforeEach(resetFakeBrowser);

describe('corrections', () => {
  test('are kept, the newest of each landmark', async () => {
    await saveCorrection(correction());
    await saveCorrection(correction({ landmark: 'email-field', role: 'text', name: 'Mail' }));
    await saveCorrection(correction({ name: 'Invite people' }));

    expect((await readCorrections()).map(({ landmark, name }) => [landmark, name])).toEqual([
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

    expect(await readCorrections()).toHaveLength(2);
  });

  test('lose none where several come at once', async () => {
    const landmarks = ['a', 'b', 'c', 'd'];

    await Promise.all(landmarks.map((landmark) => saveCorrection(correction({ landmark }))));
    await Promise.all([
      removeCorrection(correction({ landmark: 'a' })),
      removeCorrection(correction({ landmark: 'c' })),
    ]);

    expect((await readCorrections()).map(({ landmark }) => landmark)).toEqual(['b', 'd']);
  });

  test('are forgotten one by one', async () => {
    await saveCorrection(correction());
    await saveCorrection(correction({ landmark: 'email-field' }));

    await removeCorrection(correction());

    expect((await readCorrections()).map(({ landmark }) => landmark)).toEqual(['email-field']);
  });

  test.each([undefined, null, 'x', { 0: correction() }])('are none where %j stands there', async (garbage) => {
    await fakeBrowser.storage.local.set({ corrections: garbage });

    expect(await readCorrections()).toEqual([]);
  });

  test('that can be read are kept beside those that cannot', async () => {
    await fakeBrowser.storage.local.set({
      corrections: [{ vendor: 'x' }, correction(), correction({ role: 'script' as 'text' })],
    });

    expect(await readCorrections()).toEqual([correction()]);
  });
});
