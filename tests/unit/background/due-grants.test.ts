import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { countDueToday, readDueToday } from '@/lib/background/due-grants';
import type { Grant } from '@/lib/domain/grant/grant';
import { cadencePresets } from '@/lib/domain/review/cadence';
import { dueToday } from '@/lib/domain/review/due-today';
import { addDays } from '@/lib/domain/values/calendar';
import { db } from '@/lib/storage/db';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { rebuildGrants } from '@/lib/storage/rebuild-grants';
import { saveSettings } from '@/lib/storage/settings';
import { generationFor, vendors } from '@/lib/vendors/registry';
import { resetFakeBrowser } from '../../support/fake-browser';
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

const zone = process.env.TZ;

beforeEach(async () => {
  resetFakeBrowser();
  await db.grants.clear();
  await rebuildGrants(db);
});

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('readDueToday', () => {
  test('knows generations of both kinds', () => {
    expect(lapsing).toBeDefined();
    expect(lasting).toBeDefined();
  });

  test.each<[string, Partial<Grant>, number]>([
    ['access past its end', { accessEnds: '2026-11-20', milestones: { active: long } }, 1],
    ['access that ends today', { accessEnds: '2026-11-21', milestones: { active: long } }, 1],
    ['access that ends tomorrow', { accessEnds: '2026-11-22', milestones: { active: long } }, 0],
    ['an invitation that lapsed', { ...lapsing, milestones: { invited: long } }, 1],
    ['an invitation that is fresh', { ...lapsing, milestones: { invited: short } }, 0],
    ['an old invitation of a vendor that does not say', { ...lasting, milestones: { invited: long } }, 0],
    ['a draft', { accessEnds: '2026-11-20' }, 0],
    ['access that was removed', { accessEnds: '2026-11-20', milestones: { active: long, removed: long } }, 0],
    ['a grant at a vendor of a newer version', { vendor: 'other', milestones: { invited: long } }, 0],
    ['a review that is overdue', { milestones: { active: mark(3, '2026-01-01T09:00:00.000Z') } }, 1],
    ['a review that is not due yet', { milestones: { active: long } }, 0],
  ])('counts %s', async (_what, change, count) => {
    await db.grants.put(storedGrant(aGrant(change)));

    expect(await readDueToday(now)).toHaveLength(count);
    expect(await countDueToday(now)).toBe(count);
  });

  test('finds through the indexes what reading every grant finds, in any zone and by any policy', async () => {
    const day = fc.integer({ min: -220, max: 3 }).map((days) => addDays('2026-11-21', days));
    const moment = fc
      .tuple(day, fc.integer({ min: 0, max: 23 }))
      .map(([date, at]) => `${date}T${String(at).padStart(2, '0')}:30:00.000Z`);
    const grant = fc.record({
      accessEnds: fc.option(day),
      role: fc.constantFrom('Admin', 'Viewer'),
      at: moment,
      milestone: fc.constantFrom('invited' as const, 'active' as const, 'removed' as const),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata'),
        fc.constantFrom(...cadencePresets),
        fc.array(grant, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 23 }),
        async (place, { id: preset, privileged, others }, some, hour) => {
          process.env.TZ = place;
          const at = new Date(2026, 10, 21, hour);
          const cadence = { preset, privileged, others };
          await saveSettings({ cadence });
          const grants = some.map(({ accessEnds, role, at: when, milestone }, index) =>
            aGrant({ ...lapsing, id: uuid(index + 1), accessEnds, role, milestones: { [milestone]: mark(3, when) } }),
          );
          await db.grants.clear();
          await db.grants.bulkPut(grants.map(storedGrant));
          const days = ({ vendor, generation }: Grant) =>
            generationFor(vendor, generation)?.info.invitationDays ?? null;

          const found = await readDueToday(at);
          const counted = await countDueToday(at);

          const expected = dueToday(grants, at, cadence, days);
          const told = (all: typeof found) => all.map(({ kind, grant: one }) => `${kind} ${one.id}`).sort();
          expect(told(found)).toEqual(told(expected));
          expect(counted).toBe(expected.length);
        },
      ),
      { numRuns: 100 },
    );
  });
});
