import { beforeEach, describe, expect, test, vi } from 'vitest';
import { keepAlarm, period } from '@/lib/background/alarm';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const now = new Date(2026, 10, 21, 12);
const at = (minutes: number) => now.getTime() + minutes * 60_000;

beforeEach(resetFakeBrowser);

describe('keepAlarm', () => {
  test.each<[string, { scheduledTime: number; periodInMinutes?: number } | undefined, boolean]>([
    ['is missing', undefined, true],
    ['is there', { scheduledTime: at(12), periodInMinutes: period }, false],
    ['was missed while the computer slept', { scheduledTime: at(-600), periodInMinutes: period }, false],
    ['comes once only', { scheduledTime: at(12) }, true],
    ['has the period of an older version', { scheduledTime: at(12), periodInMinutes: 60 }, true],
    [
      'waits for a time from which the clock was put back',
      { scheduledTime: at(3 * period), periodInMinutes: period },
      true,
    ],
  ])('where it %s', async (_what, alarm, made) => {
    fakeBrowser.alarms.get.mockResolvedValue(alarm);

    await keepAlarm(now);

    expect(fakeBrowser.alarms.create.mock.calls).toEqual(made ? [['upkeep', { periodInMinutes: period }]] : []);
  });
});
