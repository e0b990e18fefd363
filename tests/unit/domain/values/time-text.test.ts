import { describe, expect, test } from 'vitest';
import { age, dayText, exactTime } from '@/lib/domain/values/time-text';

describe('age', () => {
  const now = new Date('2026-11-21T12:00:00.000Z');

  test.each([
    ['2026-11-21T12:00:00.000Z', 'just now'],
    ['2026-11-21T11:59:01.000Z', 'just now'],
    ['2026-11-21T11:59:00.000Z', '1 minute ago'],
    ['2026-11-21T10:01:00.000Z', '1 hour ago'],
    ['2026-11-20T12:00:00.000Z', '1 day ago'],
    ['2026-11-19T11:59:00.000Z', '2 days ago'],
    ['2026-09-01T12:00:00.000Z', '81 days ago'],
    ['2026-08-01T12:00:00.000Z', '3 months ago'],
    ['2024-01-01T12:00:00.000Z', '2 years ago'],
    ['2026-11-21T15:30:00.000Z', 'in 3 hours'],
    ['2026-11-23T12:00:00.000Z', 'in 2 days'],
  ])('%s is %s', (at, expected) => {
    expect(age(new Date(at), now)).toBe(expected);
  });
});

describe('exactTime', () => {
  test('names the instant to the second, in the zone of the browser with its offset', () => {
    const at = new Date(2026, 0, 5, 3, 4, 9);

    const text = exactTime(at);

    expect(text).toMatch(/^2026-01-05 03:04:09 UTC[+-]\d{2}:\d{2}$/);
    expect(Date.parse(text.replace(' UTC', '').replace(' ', 'T'))).toBe(at.getTime());
  });
});

describe('dayText', () => {
  test.each([
    ['2027-06-30', '30 Jun 2027'],
    ['2026-02-01', '1 Feb 2026'],
  ])('%s is %s in every zone', (date, expected) => {
    expect(dayText(date)).toBe(expected);
  });
});
