import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readBackupStatus } from '@/lib/log/backup-status';
import { saveVerifyPage } from '@/lib/log/save-verify-page';
import { db } from '@/lib/storage/db';
import { stored } from '@/lib/storage/stored-values';
import { fakeBrowser } from '../../support/fake-browser';
import { chainOf, story } from '../exports/sample-log';

const saved = vi.hoisted(() => ({ links: [] as string[] }));
vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));
vi.mock('@/lib/log/save-file', async (original) => ({
  ...(await original<typeof import('@/lib/log/save-file')>()),
  saveFrom: (url: string, name: string) => void saved.links.push(`${url} ${name}`),
}));

const entries = chainOf(story);
const now = new Date(Date.parse(entries[0]?.at ?? '') + 31 * 86_400_000);

/** What the browser says of its room. */
function room(storage: object): void {
  vi.stubGlobal('navigator', { storage });
}

beforeEach(async () => {
  await db.entries.clear();
  await fakeBrowser.storage.local.clear();
  room({ estimate: async () => ({ usage: 1_500_000, quota: 60_000_000_000 }), persist: async () => true });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('readBackupStatus', () => {
  test.each([
    ['kept for good', async () => true, '1.5 MB of 60 GB are used.'],
    [
      'deleted at need',
      async () => false,
      '1.5 MB of 60 GB are used. The browser may delete the log when the disk runs full.',
    ],
    [
      'who knows how',
      () => Promise.reject(new Error('no')),
      '1.5 MB of 60 GB are used. The browser may delete the log when the disk runs full.',
    ],
  ])('of a log that is %s', async (_what, persist, storage) => {
    room({ estimate: async () => ({ usage: 1_500_000, quota: 60_000_000_000 }), persist });

    expect(await readBackupStatus(db, now)).toEqual({
      storage,
      lastExport: 'The log was never exported.',
      suggestion: null,
    });
  });

  test('says nothing of the room where the browser does not', async () => {
    room({ estimate: () => Promise.reject(new Error('no')), persist: async () => true });

    expect((await readBackupStatus(db, now)).storage).toBeNull();
  });

  test('suggests an export where entries are in none for a month, and not after one', async () => {
    await db.entries.bulkAdd(entries);

    const before = await readBackupStatus(db, now);
    await stored.lastExport.write({ at: now.toISOString(), entries: entries.length });
    const after = await readBackupStatus(db, now);

    expect(before.suggestion).toMatch(new RegExp(`^${entries.length} entries are not in any export`));
    expect(after.suggestion).toBeNull();
    expect(after.lastExport).toBe(
      `The last export was made on ${now.toISOString().slice(0, 10)} and holds ${entries.length} entries.`,
    );
  });
});

test('saveVerifyPage saves the page that comes with the extension, without asking for it', async () => {
  const outcome = await saveVerifyPage();

  expect(saved.links).toEqual([expect.stringMatching(/\/verify\.html grantbook-verify\.html$/)]);
  expect(outcome).toMatchObject({ ok: true, message: expect.stringContaining('grantbook-verify.html') });
});
