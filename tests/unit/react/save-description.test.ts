import { beforeEach, expect, test, vi } from 'vitest';
import { saveDescription } from '@/lib/react/save-description';
import { stored } from '@/lib/storage/stored-values';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const group = {
  vendor: 'rudderstack',
  organization: '',
  generation: 'access-management',
  kind: 'group',
  name: 'Editors',
  gives: ['edit-sources'],
} as const;

beforeEach(resetFakeBrowser);

test('keeps it, in the place of an earlier one', async () => {
  vi.setSystemTime(new Date(2026, 10, 21, 12));

  expect(await saveDescription({ ...group, gives: ['edit-sources'] })).toBeNull();
  expect(await saveDescription({ ...group, name: 'editors', gives: ['edit-destinations'] })).toBeNull();

  expect(await stored.described.read()).toEqual([
    { ...group, name: 'editors', gives: ['edit-destinations'], on: '2026-11-21' },
  ]);
  vi.useRealTimers();
});

test('says why it was not kept', async () => {
  expect(await saveDescription({ ...group, gives: [] })).toBe('Tick at least one thing that the group gives.');
  expect(await stored.described.read()).toEqual([]);
});

test('says when the browser refuses', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('quota'));

  expect(await saveDescription({ ...group, gives: ['edit-sources'] })).toBe(
    'The browser refused to keep it. Try again.',
  );
});
