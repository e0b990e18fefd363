import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { useExportColumns } from '@/lib/react/use-export-columns';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const { local } = fakeBrowser.storage;

beforeEach(resetFakeBrowser);

test('are all until some were chosen, and then those', async () => {
  const { result } = renderHook(() => useExportColumns());
  expect(result.current[0]).toBeNull();

  act(() => result.current[1](['Ticket']));
  expect(result.current[0]).toEqual(['Ticket']);

  const { result: later } = renderHook(() => useExportColumns());
  await waitFor(() => expect(later.current[0]).toEqual(['Ticket']));
});

test('are all again where all were chosen, also the next time', async () => {
  await local.set({ exportColumns: ['Ticket'] });
  const { result } = renderHook(() => useExportColumns());
  await waitFor(() => expect(result.current[0]).toEqual(['Ticket']));

  await act(async () => result.current[1](null));

  expect(result.current[0]).toBeNull();
  await waitFor(async () => expect(await local.get('exportColumns')).toEqual({}));
});
