import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { RetentionMonths } from '@/lib/domain/values/settings';
import { readPolicy, readRetentionMonths, watchPolicy } from '@/lib/storage/managed-policy';
import { saveSettings } from '@/lib/storage/settings';
import { fakeBrowser } from '../../support/fake-browser';

const managed = vi.hoisted(() => ({ get: vi.fn<(keys: readonly string[]) => Promise<object>>() }));
type Listener = (changes: object, area: string) => void;
const { listeners, onChanged } = vi.hoisted(() => {
  const listeners = new Set<Listener>();
  const addListener = (listener: Listener) => void listeners.add(listener);
  const removeListener = (listener: Listener) => void listeners.delete(listener);
  return { listeners, onChanged: { addListener, removeListener } };
});
vi.mock('@/lib/browser', async () => {
  const { fakeBrowser } = await import('../../support/fake-browser');
  return { browser: { ...fakeBrowser, storage: { ...fakeBrowser.storage, managed, onChanged } } };
});

beforeEach(async () => {
  managed.get.mockReset().mockResolvedValue({});
  await fakeBrowser.storage.local.clear();
});

describe('readPolicy', () => {
  test.each([
    ['what is set', { retentionMonths: 24 }, { retentionMonths: 24 }],
    ['nothing where nothing is set', {}, {}],
    ['nothing of a value that is none', { retentionMonths: 0 }, {}],
    ['nothing of text', { retentionMonths: '24' }, {}],
  ])('reads %s', async (_what, set, expected) => {
    managed.get.mockResolvedValue(set);

    expect(await readPolicy()).toEqual(expected);
  });

  test('reads nothing where the browser refuses, as Firefox does without a policy', async () => {
    managed.get.mockRejectedValue(new Error('Managed storage manifest not found'));

    expect(await readPolicy()).toEqual({});
  });
});

describe('watchPolicy', () => {
  test('tells the policy now and after each change of it, and no more once it was stopped', async () => {
    const told: unknown[] = [];
    const change = (area: string, months: number) => {
      managed.get.mockResolvedValue({ retentionMonths: months });
      for (const listener of listeners) listener({}, area);
    };

    const stop = watchPolicy((policy) => told.push(policy.retentionMonths));
    await vi.waitFor(() => expect(told).toEqual([undefined]));
    change('managed', 24);
    await vi.waitFor(() => expect(told).toEqual([undefined, 24]));
    change('local', 12);
    stop();
    change('managed', 36);
    await readPolicy();

    expect(told).toEqual([undefined, 24]);
    expect(listeners.size).toBe(0);
  });
});

describe('readRetentionMonths', () => {
  test.each([
    [24, 6, 24],
    [undefined, 6, 6],
    [24, null, 24],
    [undefined, null, null],
  ])('of policy %s and setting %s is %s', async (policy, setting, expected) => {
    managed.get.mockResolvedValue(policy === undefined ? {} : { retentionMonths: policy });
    await saveSettings({ retentionMonths: setting });

    expect(await readRetentionMonths()).toBe(expected);
  });
});

test('the schema for the browser says what is read', () => {
  const { properties } = JSON.parse(readFileSync('public/managed-policy.json', 'utf8'));
  const { minimum, maximum, type } = properties.retentionMonths;

  expect(Object.keys(properties)).toEqual(['retentionMonths']);
  expect(type).toBe('integer');
  for (const [months, isGood] of [
    [minimum, true],
    [maximum, true],
    [minimum - 1, false],
    [maximum + 1, false],
  ])
    expect(RetentionMonths.safeParse(months).success).toBe(isGood);
});
