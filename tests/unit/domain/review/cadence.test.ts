import { describe, expect, test } from 'vitest';
import {
  Cadence,
  cadencePresets,
  checkDays,
  after as dayAfter,
  defaultCadence,
  type Every,
  everyText,
  inDays,
  lastDueBy,
} from '@/lib/domain/review/cadence';
import { addDays, daysBetween } from '@/lib/domain/values/calendar';

const days = (count: number): Every => ({ count, unit: 'days' });
const months = (count: number): Every => ({ count, unit: 'months' });

describe('cadencePresets', () => {
  test.each(cadencePresets)(
    '$label can be stored, and names its source',
    ({ id, privileged, others, because, source }) => {
      expect(Cadence.safeParse({ preset: id, privileged, others }).success).toBe(true);
      expect(because).toMatch(/\w{3}/);
      expect(source.ref).toMatch(/^https:\/\//);
      expect(source.checkedOn).toMatch(/^2026-/);
      // Whoever can change who has access is never looked at less often than others.
      expect(daysBetween('2026-01-31', dayAfter('2026-01-31', privileged))).toBeLessThanOrEqual(
        daysBetween('2026-01-31', dayAfter('2026-01-31', others)),
      );
    },
  );

  test('hold the default', () => {
    const { preset, ...every } = defaultCadence;

    expect(cadencePresets.find(({ id }) => id === preset)).toMatchObject(every);
  });
});

describe('after', () => {
  test.each([
    ['2026-11-21', days(90), '2027-02-19'],
    ['2027-11-21', days(180), '2028-05-19'],
    ['2026-08-31', months(6), '2027-02-28'],
    ['2027-08-31', months(6), '2028-02-29'],
    ['2026-11-30', months(3), '2027-02-28'],
    ['2028-02-29', months(12), '2029-02-28'],
    // Across both changes of the clock.
    ['2026-03-28', days(2), '2026-03-30'],
    ['2026-10-24', days(2), '2026-10-26'],
  ])('%s: %o later is %s', (from, every, expected) => {
    expect(dayAfter(from, every)).toBe(expected);
  });
});

describe('lastDueBy', () => {
  test.each([days(1), days(90), months(1), months(3), months(6), months(12)])(
    'is the last day from which %o has passed',
    (every) => {
      for (const by of ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-31', '2026-11-30', '2028-02-29']) {
        const last = lastDueBy(by, every);

        expect(dayAfter(last, every) <= by).toBe(true);
        expect(dayAfter(addDays(last, 1), every) > by).toBe(true);
      }
    },
  );
});

describe('inDays', () => {
  test.each([
    [days(45), 45],
    [months(1), 30],
    [months(3), 90],
    [months(6), 180],
    [months(12), 365],
  ])('of %o is %i', (every, count) => {
    expect(inDays(every)).toEqual(days(count));
  });
});

describe('checkDays', () => {
  test.each([
    ['1', '1'],
    [' 90 ', '90'],
    ['007', '7'],
    ['1000', '1000'],
  ])('takes “%s”', (text, value) => {
    expect(checkDays(text)).toEqual({ ok: true, value });
  });

  test.each(['', '0', '1001', '-1', '1.5', '3 months', '1e3', 'ninety', '99999'])('refuses “%s”', (text) => {
    expect(checkDays(text)).toEqual({ ok: false, message: 'Enter a number of days from 1 to 1000.' });
  });
});

describe('everyText', () => {
  test.each([
    [days(1), 'every day'],
    [days(90), 'every 90 days'],
    [months(1), 'every month'],
    [months(6), 'every 6 months'],
  ])('of %o is “%s”', (every, text) => {
    expect(everyText(every)).toBe(text);
  });
});
