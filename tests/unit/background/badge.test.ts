import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { countPressing, refreshBadge } from '@/lib/background/badge';
import type { Grant } from '@/lib/domain/grant';
import { db } from '@/lib/storage/db';
import { storedGrant } from '@/lib/storage/stored-grant';
import { vendors } from '@/lib/vendors/registry';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';
import { aGrant, mark } from '../../support/grants';
import { uuid } from './stage';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const now = new Date(2026, 10, 21, 12);
const long = mark(3, '2026-10-01T09:00:00.000Z');
const short = mark(3, new Date(now.getTime() - 3_600_000).toISOString());

/** A generation whose invitations lapse, and one of which nobody knows when. */
const generations = vendors.flatMap(({ id: vendor, generations: all }) =>
  all.map(({ id, info }) => ({ vendor, generation: id, days: info.invitationDays })),
);
const lapsing = generations.find(({ days }) => days !== null);
const lasting = generations.find(({ days }) => days === null);

beforeEach(async () => {
  resetFakeBrowser();
  await db.grants.clear();
});

describe('countPressing', () => {
  test('knows generations of both kinds', () => {
    expect(lapsing).toBeDefined();
    expect(lasting).toBeDefined();
  });

  test.each<[string, Partial<Grant>, number]>([
    ['access past its end', { accessEnds: '2026-11-20', milestones: { active: long } }, 1],
    ['access that ends today', { accessEnds: '2026-11-21', milestones: { active: long } }, 0],
    ['an invitation that lapsed', { ...lapsing, milestones: { invited: long } }, 1],
    ['an invitation that is fresh', { ...lapsing, milestones: { invited: short } }, 0],
    ['an old invitation of a vendor that does not say', { ...lasting, milestones: { invited: long } }, 0],
    ['a draft', { accessEnds: '2026-11-20' }, 0],
    ['access that was removed', { accessEnds: '2026-11-20', milestones: { active: long, removed: long } }, 0],
    ['a grant at a vendor of a newer version', { vendor: 'other', milestones: { invited: long } }, 0],
  ])('counts %s', async (_what, change, count) => {
    await db.grants.put(storedGrant(aGrant(change)));

    expect(await countPressing(now)).toBe(count);
  });
});

describe('refreshBadge', () => {
  test('shows how many there are, and nothing where there are none', async () => {
    const overdue = { accessEnds: '2026-11-20', milestones: { active: long } };
    await db.grants.bulkPut(
      [aGrant({ id: uuid(1), ...overdue }), aGrant({ id: uuid(2), ...overdue }), aGrant({ id: uuid(3) })].map(
        storedGrant,
      ),
    );

    await refreshBadge(now);
    await db.grants.clear();
    await refreshBadge(now);

    expect(fakeBrowser.action.setBadgeText.mock.calls).toEqual([[{ text: '2' }], [{ text: '' }]]);
  });
});
