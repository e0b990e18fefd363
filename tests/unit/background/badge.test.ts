import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { refreshBadge } from '@/lib/background/badge';
import { db } from '@/lib/storage/db';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { rebuildGrants } from '@/lib/storage/rebuild-grants';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';
import { aGrant, mark } from '../../support/grants';
import { uuid } from './stage';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const now = new Date(2026, 10, 21, 12);
const overdue = { accessEnds: '2026-11-20', milestones: { active: mark(3, '2026-10-01T09:00:00.000Z') } };

beforeEach(async () => {
  resetFakeBrowser();
  await db.grants.clear();
  await rebuildGrants(db);
});

describe('refreshBadge', () => {
  test.each([
    [0, '', 'Grantbook'],
    [1, '1', 'Grantbook: 1 grant needs you today'],
    [2, '2', 'Grantbook: 2 grants need you today'],
    [1001, '999+', 'Grantbook: 1,001 grants need you today'],
  ])('of %i grants that press is “%s”', async (count, text, title) => {
    const grants = Array.from({ length: count }, (_, at) => aGrant({ id: uuid(at + 1), ...overdue }));
    await db.grants.bulkPut([...grants, aGrant({ id: uuid(5000) })].map(storedGrant));

    await refreshBadge(now);

    expect(fakeBrowser.action.setBadgeText.mock.calls).toEqual([[{ text }]]);
    expect(fakeBrowser.action.setTitle.mock.calls).toEqual([[{ title }]]);
  });
});
