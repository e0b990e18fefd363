import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Described } from '@/lib/domain/advice';
import { removeDescribed, saveDescribed } from '@/lib/storage/described';
import { stored } from '@/lib/storage/stored-values';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const { local } = fakeBrowser.storage;
const described = (change: Partial<Described> = {}): Described => ({
  vendor: 'rudderstack',
  organization: '',
  generation: 'members',
  kind: 'role',
  name: 'Campaign manager',
  gives: ['view'],
  on: '2026-11-21',
  ...change,
});

beforeEach(resetFakeBrowser);

describe('what admins described', () => {
  test('is kept, the newest of each thing, and forgotten one by one', async () => {
    await saveDescribed(described());
    await saveDescribed(described({ name: 'Auditor' }));
    await saveDescribed(described({ name: 'campaign Manager', gives: ['view', 'audit-logs'] }));

    expect((await stored.described.read()).map(({ name, gives }) => [name, gives.length])).toEqual([
      ['Auditor', 1],
      ['campaign Manager', 2],
    ]);

    await removeDescribed(described({ name: 'Auditor' }));

    expect(await stored.described.read()).toHaveLength(1);
  });

  test('loses nothing where several are described at once', async () => {
    const names = ['a', 'b', 'c', 'd'];

    await Promise.all(names.map((name) => saveDescribed(described({ name }))));
    await Promise.all(['a', 'd'].map((name) => removeDescribed(described({ name }))));

    expect((await stored.described.read()).map(({ name }) => name)).toEqual(['b', 'c']);
  });

  test.each([undefined, null, 'x', { 0: described() }])('is nothing where %j stands there', async (garbage) => {
    await local.set({ described: garbage });

    expect(await stored.described.read()).toEqual([]);
  });

  test('is kept where it can be read, beside what cannot', async () => {
    await local.set({ described: [{ vendor: 'x' }, described(), null] });

    expect(await stored.described.read()).toEqual([described()]);
  });
});
