import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings, type Settings } from '@/lib/domain/values/settings';
import { useEditedSettings } from '@/lib/react/use-edited-settings';
import { stored } from '@/lib/storage/stored-values';
import { resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

/** Saves that the browser has not answered yet. */
const saves = vi.hoisted(() => [] as { change: unknown; finish: () => void; fail: () => void }[]);
vi.mock('@/lib/storage/settings', () => ({
  saveSettings: (change: unknown) =>
    new Promise<void>((resolve, reject) => {
      saves.push({ change, finish: resolve, fail: () => reject(new Error('quota')) });
    }),
}));

const read: Settings = { ...defaultSettings, ticketLink: 'https://a.example/{ticket}' };
const change = (ticketLink: string) => ({ ticketLink });
const storeElsewhere = (ticketLink: string) => act(() => stored.settings.write({ ...read, ticketLink }));

async function start() {
  await stored.settings.write(read);
  const hook = renderHook(() => useEditedSettings());
  await waitFor(() => expect(hook.result.current.settings).toEqual(read));
  return hook;
}

describe('useEditedSettings', () => {
  beforeEach(() => {
    resetFakeBrowser();
    saves.length = 0;
  });

  it('has no settings before they were read', () => {
    const { result } = renderHook(() => useEditedSettings());

    expect(result.current.settings).toBeUndefined();
  });

  it('shows a change at once and says when it is saved', async () => {
    const { result } = await start();

    act(() => result.current.save(change('b')));
    expect(result.current.settings?.ticketLink).toBe('b');
    expect(result.current.saved).toBeNull();

    await waitFor(() => expect(saves).toHaveLength(1));
    saves[0]?.finish();
    await waitFor(() => expect(result.current.saved).toBe('saved'));
  });

  it('saves one change after the other, in order', async () => {
    const { result } = await start();

    act(() => {
      result.current.save(change('b'));
      result.current.save(change('c'));
    });
    await waitFor(() => expect(saves).toHaveLength(1));
    saves[0]?.finish();
    await waitFor(() => expect(saves).toHaveLength(2));

    expect(saves.map((save) => save.change)).toEqual([change('b'), change('c')]);
  });

  it('loses no letter to the echo of an earlier save', async () => {
    const { result } = await start();
    act(() => result.current.save(change('b')));

    await storeElsewhere('a');

    expect(result.current.settings?.ticketLink).toBe('b');
  });

  it('follows what is changed elsewhere while nothing is on its way', async () => {
    const { result } = await start();

    await storeElsewhere('z');

    expect(result.current.settings?.ticketLink).toBe('z');
  });

  it('says so when the browser refused, and goes on saving', async () => {
    const { result } = await start();

    act(() => result.current.save(change('b')));
    await waitFor(() => expect(saves).toHaveLength(1));
    saves[0]?.fail();
    await waitFor(() => expect(result.current.saved).toBe('failed'));
    act(() => result.current.save(change('c')));
    await waitFor(() => expect(saves).toHaveLength(2));
  });
});
