import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { RetentionMonths } from '@/lib/domain/values/settings';
import { stored } from '@/lib/storage/stored-values';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const { local, managed } = fakeBrowser.storage;

beforeEach(resetFakeBrowser);

describe('what browsers hold since earlier versions', () => {
  const hash = 'ab'.repeat(32);

  test.each([
    ['head', 'head', { seq: 12, hash }],
    ['head', 'head', { seq: 12, hash, log: 'a' }],
    ['loss', 'loss', { kind: 'older', head: { seq: 12, hash }, found: 4, at: '2026-11-21T12:00:00.000Z' }],
    ['lastExport', 'lastExport', { at: '2026-11-21T12:00:00.000Z', entries: 12 }],
    ['reminded', 'reminded', { at: 1_795_262_400_000, day: '2026-11-21' }],
    ['exportColumns', 'exportColumns', ['Ticket', 'E-mail']],
    ['exportColumns', 'exportColumns', null],
    ['guidePlaces', 'guidePlaces', { rudderstack: { corner: 'top-left', height: null } }],
    ['assumedPages', 'assumed', { 'app.rudderstack.com/people': { generation: 'members', page: 'members' } }],
    ['forgotten', 'forgotten', { key: hash, people: [hash] }],
  ] as const)('%s is read from %s: %j', async (name, key, value) => {
    await local.set({ [key]: value });

    expect(await stored[name].read()).toEqual(value);
  });

  test.each([
    ['head', [null, 'head', 12, [], {}, { seq: 12 }, { seq: '12', hash }, { seq: 1.5, hash }]],
    ['reminded', ['yesterday', { at: 1 }]],
    ['exportColumns', ['Ticket', [7]]],
    ['guidePlaces', ['left', { rudderstack: { corner: 'middle', height: 1 } }]],
    ['forgotten', [{ key: 'short', people: [] }]],
  ] as const)('%s that cannot be read is none', async (name, all) => {
    for (const garbage of all) {
      await local.set({ [stored[name].key]: garbage });

      expect(await stored[name].read()).toEqual(stored[name].fallback);
    }
  });
});

describe('the policy', () => {
  test.each([
    [24, 24],
    [undefined, null],
    [0, null],
    ['24', null],
  ])('of %j months is %j', async (months, expected) => {
    await managed.set({ retentionMonths: months });

    expect(await stored.policyRetentionMonths.read()).toBe(expected);
  });

  test('has a schema for the browser that says what is read', () => {
    const { properties } = JSON.parse(readFileSync('public/managed-policy.json', 'utf8'));
    const { minimum, maximum, type } = properties.retentionMonths;

    expect(Object.keys(properties)).toEqual([stored.policyRetentionMonths.key]);
    expect(type).toBe('integer');
    for (const [months, isGood] of [
      [minimum, true],
      [maximum, true],
      [minimum - 1, false],
      [maximum + 1, false],
    ])
      expect(RetentionMonths.safeParse(months).success).toBe(isGood);
  });
});
