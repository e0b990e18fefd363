import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { defaultSettings } from '@/lib/domain/values/settings';
import { useStored } from '@/lib/react/use-stored';
import { saveSettings } from '@/lib/storage/settings';
import { stored } from '@/lib/storage/stored-values';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const ticketLink = 'https://tracker.example/{ticket}';

beforeEach(resetFakeBrowser);

test('is undefined, then the value as it stands and as it changes', async () => {
  const { result } = renderHook(() => useStored(stored.settings));
  expect(result.current).toBeUndefined();
  await waitFor(() => expect(result.current).toEqual(defaultSettings));

  await act(() => saveSettings({ ticketLink }));

  expect(result.current).toEqual({ ...defaultSettings, ticketLink });
});

test('shows a change that comes while the value is read, not what was read', async () => {
  let answer = (_items: Record<string, unknown>) => {};
  fakeBrowser.storage.local.get.mockReturnValueOnce(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const { result } = renderHook(() => useStored(stored.settings));

  await act(() => stored.settings.write({ ...defaultSettings, ticketLink }));
  await act(async () => answer({}));

  expect(result.current).toEqual({ ...defaultSettings, ticketLink });
});

test('follows nothing once the page is closed', () => {
  const value = { read: vi.fn(() => Promise.resolve(1)), watch: vi.fn(() => stop) };
  const stop = vi.fn();
  const { unmount } = renderHook(() => useStored(value));
  expect(stop).not.toHaveBeenCalled();

  unmount();

  expect(stop).toHaveBeenCalledOnce();
});
