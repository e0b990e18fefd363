import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings, type Settings } from '@/lib/domain/values/settings';
import { useEditedSettings } from '@/lib/react/use-edited-settings';

const store = vi.hoisted(() => ({
  saves: [] as { change: unknown; finish: () => void; fail: () => void }[],
  tell: (_settings: unknown) => {},
  ended: false,
}));

vi.mock('@/lib/storage/settings', () => ({
  saveSettings: (change: unknown) =>
    new Promise<void>((resolve, reject) => {
      store.saves.push({ change, finish: resolve, fail: () => reject(new Error('quota')) });
    }),
  watchSettings: (tell: (settings: unknown) => void) => {
    store.tell = tell;
    store.ended = false;
    return () => {
      store.ended = true;
    };
  },
}));

const read: Settings = { ...defaultSettings, ticketLink: 'https://a.example/{ticket}' };
const change = (ticketLink: string) => ({ ticketLink });

function start() {
  const hook = renderHook(() => useEditedSettings());
  act(() => store.tell(read));
  return hook;
}

describe('useEditedSettings', () => {
  beforeEach(() => {
    store.saves.length = 0;
  });

  it('has no settings before they were read', () => {
    const { result } = renderHook(() => useEditedSettings());

    expect(result.current.settings).toBeUndefined();
  });

  it('shows a change at once and says when it is saved', async () => {
    const { result } = start();

    act(() => result.current.save(change('b')));
    expect(result.current.settings?.ticketLink).toBe('b');
    expect(result.current.saved).toBeNull();

    await waitFor(() => expect(store.saves).toHaveLength(1));
    store.saves[0]?.finish();
    await waitFor(() => expect(result.current.saved).toBe('saved'));
  });

  it('saves one change after the other, in order', async () => {
    const { result } = start();

    act(() => {
      result.current.save(change('b'));
      result.current.save(change('c'));
    });
    await waitFor(() => expect(store.saves).toHaveLength(1));
    store.saves[0]?.finish();
    await waitFor(() => expect(store.saves).toHaveLength(2));

    expect(store.saves.map((save) => save.change)).toEqual([change('b'), change('c')]);
  });

  it('loses no letter to the echo of an earlier save', async () => {
    const { result } = start();
    act(() => result.current.save(change('b')));

    act(() => store.tell({ ...read, ticketLink: 'a' }));

    expect(result.current.settings?.ticketLink).toBe('b');
  });

  it('follows what is changed elsewhere while nothing is on its way', async () => {
    const { result } = start();

    act(() => store.tell({ ...read, ticketLink: 'z' }));

    expect(result.current.settings?.ticketLink).toBe('z');
  });

  it('says so when the browser refused, and goes on saving', async () => {
    const { result } = start();

    act(() => result.current.save(change('b')));
    await waitFor(() => expect(store.saves).toHaveLength(1));
    store.saves[0]?.fail();
    await waitFor(() => expect(result.current.saved).toBe('failed'));
    act(() => result.current.save(change('c')));
    await waitFor(() => expect(store.saves).toHaveLength(2));
  });

  it('stops watching when the page closes', () => {
    const { unmount } = start();

    unmount();

    expect(store.ended).toBe(true);
  });
});
