import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  checkEndDate,
  dateOf,
  dateReader,
  daysBetween,
  isDate,
  offsetOf,
} from '@/lib/domain/values/calendar';

const zone = process.env.TZ;

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('dateOf and offsetOf', () => {
  test.each([
    ['UTC', '2026-11-21T12:00:00Z', '2026-11-21', '+00:00'],
    ['Europe/Berlin', '2026-11-21T22:59:59Z', '2026-11-21', '+01:00'],
    ['Europe/Berlin', '2026-11-21T23:00:00Z', '2026-11-22', '+01:00'],
    ['Europe/Berlin', '2026-06-30T21:59:59Z', '2026-06-30', '+02:00'],
    ['Europe/Berlin', '2026-06-30T22:00:00Z', '2026-07-01', '+02:00'],
    ['Europe/Berlin, just before summer time', '2026-03-29T00:59:59Z', '2026-03-29', '+01:00'],
    ['Europe/Berlin, just after', '2026-03-29T01:00:00Z', '2026-03-29', '+02:00'],
    ['America/New_York', '2027-01-01T04:59:59Z', '2026-12-31', '-05:00'],
    ['America/New_York', '2026-07-01T03:59:59Z', '2026-06-30', '-04:00'],
    ['America/St_Johns', '2026-01-15T12:00:00Z', '2026-01-15', '-03:30'],
    ['Asia/Kathmandu', '2026-02-28T18:15:00Z', '2026-03-01', '+05:45'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01', '+14:00'],
    ['Pacific/Marquesas', '2026-01-15T09:29:59Z', '2026-01-14', '-09:30'],
  ])('in %s at %s it is %s, %s', (place, instant, date, offset) => {
    process.env.TZ = place.split(',')[0];

    const now = new Date(instant);

    expect(dateOf(now)).toBe(date);
    expect(offsetOf(now)).toBe(offset);
  });
});

describe('dateReader', () => {
  /** Some minutes to some days apart, forth and back: many on one day, some on either side of midnight. */
  const walk = fc
    .tuple(
      fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) }),
      fc.array(fc.oneof(fc.integer({ min: -5e6, max: 1e7 }), fc.integer({ min: -4e8, max: 4e8 })), { maxLength: 40 }),
    )
    .map(([first, steps]) => {
      let at = first;
      return [at, ...steps.map((step) => (at += step))].map((one) => new Date(one).toISOString());
    });

  test.each([
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'America/Havana',
    'America/Nuuk',
    'Asia/Beirut',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'Pacific/Kiritimati',
  ])('in %s it says what dateOf says', (place) => {
    process.env.TZ = place;

    fc.assert(
      fc.property(walk, (instants) => {
        const read = dateReader();

        expect(instants.map(read)).toEqual(instants.map((at) => dateOf(new Date(at))));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['Europe/Berlin', '2026-03-29'],
    ['Europe/Berlin', '2026-10-25'],
    ['America/Havana', '2026-11-01'],
    ['America/Nuuk', '2026-10-25'],
    ['Asia/Beirut', '2026-03-29'],
  ])('in %s on %s, when the clock is changed, it is right at each quarter of an hour', (place, day) => {
    process.env.TZ = place;
    const read = dateReader();
    const from = Date.parse(`${day}T00:00:00Z`) - 86_400_000;
    const instants = Array.from({ length: 3 * 96 }, (_, index) => new Date(from + index * 900_000).toISOString());

    const dates = instants.map(read);

    expect(dates).toEqual(instants.map((at) => dateOf(new Date(at))));
    expect(new Set(dates).size).toBeGreaterThan(2);
  });
});

describe('isDate', () => {
  test.each(['2026-11-21', '2028-02-29', '2000-02-29', '2026-12-31', '2026-01-01', '9999-12-31'])(
    '%s is one',
    (text) => {
      expect(isDate(text)).toBe(true);
    },
  );

  test.each([
    '',
    '2026-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '2026-11-32',
    '2026-1-1',
    '26-11-21',
    '12026-11-21',
    '21.11.2026',
    '2026/11/21',
    ' 2026-11-21',
    '2026-11-21\n',
    '2026-11-21T00:00:00Z',
    '２０２６-11-21',
  ])('%j is none', (text) => {
    expect(isDate(text)).toBe(false);
  });
});

describe('checkEndDate', () => {
  const today = '2026-11-21';

  test.each(['2026-11-21', '2026-11-22', '2027-06-30', '2028-02-29'])('takes %s', (text) => {
    expect(checkEndDate(text, today)).toEqual({ ok: true, value: text });
  });

  test.each([
    ['', 'Enter the day on which the access ends.'],
    ['2026-11-20', '2026-11-20 is in the past: enter today or a later day.'],
    ['1999-12-31', '1999-12-31 is in the past: enter today or a later day.'],
    ['2027-02-29', 'Enter a date that exists, for example 2027-06-30.'],
    ['30.06.2027', 'Enter a date that exists, for example 2027-06-30.'],
    ['tomorrow', 'Enter a date that exists, for example 2027-06-30.'],
  ])('refuses %j', (text, message) => {
    expect(checkEndDate(text, today)).toEqual({ ok: false, message });
  });
});

describe('daysBetween and addDays', () => {
  test.each([
    ['2026-11-21', '2026-11-21', 0],
    ['2026-11-21', '2026-11-22', 1],
    ['2026-11-22', '2026-11-21', -1],
    ['2026-02-28', '2026-03-01', 1],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-12-31', '2027-01-01', 1],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2026-01-01', '2027-01-01', 365],
    ['2028-01-01', '2029-01-01', 366],
  ])('from %s to %s: %i', (from, to, days) => {
    for (const place of ['UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia']) {
      process.env.TZ = place;

      expect(daysBetween(from, to)).toBe(days);
      expect(addDays(from, days)).toBe(to);
    }
  });

  test('undo each other', () => {
    const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1970-01-01', days));

    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        return daysBetween(from, addDays(from, days)) === days && isDate(addDays(from, days));
      }),
    );
  });
});

describe('addMonths', () => {
  test.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-05-05', 0, '2026-05-05'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('%s and %i months: %s', (date, months, expected) => {
    for (const place of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      process.env.TZ = place;

      expect(addMonths(date, months)).toBe(expected);
    }
  });
});
