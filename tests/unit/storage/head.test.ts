import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readHead, saveHead } from '@/lib/storage/head';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

beforeEach(resetFakeBrowser);

describe('the remembered head', () => {
  test('comes back as it was saved, and stays when the browser closes', async () => {
    await saveHead({ seq: 12, hash: 'ab'.repeat(32) });
    await fakeBrowser.storage.session.clear();

    expect(await readHead()).toEqual({ seq: 12, hash: 'ab'.repeat(32) });
  });

  test.each([undefined, null, 'head', 12, [], {}, { seq: 12 }, { seq: '12', hash: 'ab' }, { seq: 1.5, hash: 'ab' }])(
    'is null where %j stands there',
    async (garbage) => {
      await fakeBrowser.storage.local.set({ head: garbage });

      expect(await readHead()).toBeNull();
    },
  );
});
