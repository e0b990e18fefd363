import { beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultSettings } from '@/lib/domain/values/settings';
import { saveSettings } from '@/lib/storage/settings';
import { stored } from '@/lib/storage/stored-values';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const { local } = fakeBrowser.storage;
const robin = { name: 'Robin Vale', email: 'robin@example.com' };

beforeEach(resetFakeBrowser);

describe('the settings', () => {
  test.each([
    ['nothing was saved', undefined],
    ['something else stands there', 'settings'],
    ['a list stands there', []],
    ['nothing stands there', null],
  ])('are the defaults where %s', async (_what, garbage) => {
    await local.set({ settings: garbage });

    expect(await stored.settings.read()).toEqual(defaultSettings);
  });

  test('are read as far as they can be', async () => {
    await local.set({ settings: { identity: robin, ticketPattern: 7 } });

    expect(await stored.settings.read()).toEqual({ ...defaultSettings, identity: robin });
  });
});

describe('saveSettings', () => {
  test('changes some and leaves the others', async () => {
    await saveSettings({ identity: robin });
    await saveSettings({ ticketLink: 'https://jira.example/browse/{ticket}' });

    expect(await stored.settings.read()).toEqual({
      ...defaultSettings,
      identity: robin,
      ticketLink: 'https://jira.example/browse/{ticket}',
    });
  });

  test('loses nothing where two are saved at once', async () => {
    await Promise.all([saveSettings({ identity: robin }), saveSettings({ ticketPattern: 'REQ-\\d+' })]);

    expect(await stored.settings.read()).toMatchObject({ identity: robin, ticketPattern: 'REQ-\\d+' });
  });

  test('tells its caller where it cannot save, and saves the next ones', async () => {
    local.set.mockRejectedValueOnce(new Error('QuotaExceededError'));

    await expect(saveSettings({ identity: robin })).rejects.toThrow('QuotaExceededError');
    await saveSettings({ identity: robin });

    expect((await stored.settings.read()).identity).toEqual(robin);
  });
});
