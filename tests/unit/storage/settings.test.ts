import { beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultSettings, type Settings } from '@/lib/domain/values/settings';
import { readSettings, saveSettings, watchSettings } from '@/lib/storage/settings';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const { local, session } = fakeBrowser.storage;
const robin = { name: 'Robin Vale', email: 'robin@example.com' };

beforeEach(resetFakeBrowser);

describe('readSettings', () => {
  test.each([
    ['nothing was saved', undefined],
    ['something else stands there', 'settings'],
    ['a list stands there', []],
    ['nothing stands there', null],
  ])('gives the defaults where %s', async (_what, garbage) => {
    await local.set({ settings: garbage });

    expect(await readSettings()).toEqual(defaultSettings);
  });

  test('keeps what can be read beside what cannot', async () => {
    await local.set({ settings: { identity: robin, ticketPattern: 7 } });

    expect(await readSettings()).toEqual({ ...defaultSettings, identity: robin });
  });
});

describe('saveSettings', () => {
  test('changes some and leaves the others', async () => {
    await saveSettings({ identity: robin });
    await saveSettings({ ticketLink: 'https://jira.example/browse/{ticket}' });

    expect(await readSettings()).toEqual({
      ...defaultSettings,
      identity: robin,
      ticketLink: 'https://jira.example/browse/{ticket}',
    });
  });

  test('loses nothing where two are saved at once', async () => {
    await Promise.all([saveSettings({ identity: robin }), saveSettings({ ticketPattern: 'REQ-\\d+' })]);

    expect(await readSettings()).toMatchObject({ identity: robin, ticketPattern: 'REQ-\\d+' });
  });

  test('tells its caller where it cannot save, and saves the next ones', async () => {
    local.set.mockRejectedValueOnce(new Error('QuotaExceededError'));

    await expect(saveSettings({ identity: robin })).rejects.toThrow('QuotaExceededError');
    await saveSettings({ identity: robin });

    expect((await readSettings()).identity).toEqual(robin);
  });
});

describe('watchSettings', () => {
  test('tells them now and after each change, until it is stopped', async () => {
    const seen: Settings[] = [];
    const stop = watchSettings((settings) => seen.push(settings));
    await vi.waitFor(() => expect(seen).toEqual([defaultSettings]));

    await saveSettings({ identity: robin });
    await vi.waitFor(() => expect(seen).toHaveLength(2));
    await local.set({ head: { seq: 1, hash: 'x' } });
    await session.set({ settings: {} });
    stop();
    await saveSettings({ identity: null });
    await local.get();

    expect(seen).toEqual([defaultSettings, { ...defaultSettings, identity: robin }]);
  });
});
