import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { DueGrant, DueKind } from '@/lib/domain/review/due-today';
import { isReminderDue, type Reminded, reminderWords } from '@/lib/domain/review/reminder';
import { dateOf } from '@/lib/domain/values/calendar';
import { aGrant } from '../../../support/grants';

const zone = process.env.TZ;
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata'];

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const minute = 60_000;
const hour = 60 * minute;

const told = (text: string): Reminded => {
  const at = new Date(text);
  return { at: at.getTime(), day: dateOf(at) };
};

/** Asks at each moment, as the background does at each alarm, and remembers what was told. */
function simulate(moments: readonly Date[]): Date[] {
  let last: Reminded | null = null;
  return moments.filter((now) => {
    if (!isReminderDue(now, last)) return false;
    last = { at: now.getTime(), day: dateOf(now) };
    return true;
  });
}

const every = (minutes: number, from: Date, days: number) =>
  Array.from({ length: (days * 24 * 60) / minutes }, (_, at) => new Date(from.getTime() + at * minutes * minute));

describe('isReminderDue', () => {
  test.each<[string, string, Reminded | null, boolean]>([
    ['before nine', '2026-11-21T08:59:59', null, false],
    ['at nine, the first time', '2026-11-21T09:00:00', null, true],
    ['late in the evening, where the day was missed', '2026-11-21T23:59:00', told('2026-11-19T09:10:00'), true],
    ['again on the same day', '2026-11-21T17:00:00', told('2026-11-21T09:00:00'), false],
    ['on the next day', '2026-11-22T09:00:00', told('2026-11-21T09:00:00'), true],
    ['on the next day, after a late one', '2026-11-22T09:00:00', told('2026-11-21T23:59:00'), true],
    ['on the next day, before nine', '2026-11-22T08:30:00', told('2026-11-20T09:00:00'), false],
    ['where the clock was ahead by years', '2026-11-21T09:00:00', told('2031-01-01T12:00:00'), true],
    ['where the clock was put back by an hour', '2026-11-21T09:30:00', told('2026-11-21T10:00:00'), false],
  ])('%s', (_what, now, last, expected) => {
    process.env.TZ = 'Europe/Berlin';

    expect(isReminderDue(new Date(now), last)).toBe(expected);
  });

  test.each(
    zones.flatMap((place) =>
      // Around both changes of the clock in Berlin and in New York, and at the end of a year.
      ['2026-03-06', '2026-03-27', '2026-10-23', '2026-10-30', '2026-12-29', '2028-02-27'].map((day) => [place, day]),
    ),
  )('reminds in %s around %s once a day, between nine and half past', (place, day) => {
    process.env.TZ = place;
    const first = new Date(`${day}T00:00:00`);

    const reminders = simulate(every(30, first, 6));

    expect(reminders).toHaveLength(6);
    expect(new Set(reminders.map(dateOf)).size).toBe(6);
    for (const at of reminders) expect(at.getHours() * 60 + at.getMinutes()).toBeLessThan(9 * 60 + 30);
  });

  test.each(zones)('in %s, what was missed while the computer slept comes once', (place) => {
    process.env.TZ = place;
    const before = every(30, new Date('2026-11-01T00:00:00'), 2);
    const after = every(30, new Date('2026-11-12T14:10:00'), 1);

    const reminders = simulate([...before, ...after]);

    expect(reminders.map(dateOf)).toEqual(['2026-11-01', '2026-11-02', '2026-11-12', '2026-11-13']);
  });

  test('holds one a day in any zone, whenever it is asked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }),
        fc.array(fc.integer({ min: 1, max: 40 * 60 }), { minLength: 1, maxLength: 40 }),
        (place, start, steps) => {
          process.env.TZ = place;
          let at = Date.UTC(2026, 0, 1) + start * minute;
          const moments = steps.map((step) => {
            at += step * minute;
            return new Date(at);
          });

          const reminders = simulate(moments);

          const days = new Set(moments.filter((now) => now.getHours() >= 9).map(dateOf));
          expect(reminders.map(dateOf)).toEqual([...days]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('brings no second one within eight hours on any journey, and none is out for more than two days', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...zones), fc.integer({ min: 1, max: 72 })), { minLength: 2, maxLength: 12 }),
        (legs) => {
          let at = Date.UTC(2026, 2, 1);
          let last: Reminded | null = null;
          const reminders: number[] = [at];
          for (const [place, hours] of legs) {
            process.env.TZ = place;
            for (let passed = 0; passed < hours; passed += 1) {
              at += hour;
              const now = new Date(at);
              if (!isReminderDue(now, last)) continue;
              last = { at, day: dateOf(now) };
              reminders.push(at);
            }
          }

          const gaps = reminders.slice(1).map((one, index) => one - (reminders[index] ?? 0));
          expect(Math.min(...gaps.slice(1), Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(8 * hour);
          expect(Math.max(...gaps, at - (reminders.at(-1) ?? at))).toBeLessThanOrEqual(48 * hour);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('reminderWords', () => {
  const dueGrant = (kind: DueKind, due: string, email = 'kim.sato@northwind.example'): DueGrant => ({
    kind,
    due,
    grant: aGrant({ email }),
  });
  const all: DueGrant[] = [
    dueGrant('ended', '2026-11-19'),
    dueGrant('ended', '2026-11-20', 'ada@northwind.example'),
    dueGrant('lapsed', '2026-11-20'),
    dueGrant('ends', '2026-11-21'),
    dueGrant('lapses', '2026-11-21'),
    dueGrant('review', '2026-11-02'),
  ];
  const names = { vendorName: () => 'RudderStack', dayText: (day: string) => `<${day}>` };

  test('groups everything into one, and names nobody', () => {
    const { title, message } = reminderWords(all, null);

    expect(title).toBe('6 grants need you today');
    expect(message).toBe(
      '2 accesses are past their end, 1 invitation expired, 1 access ends today, 1 invitation expires today, 1 review is due.',
    );
    expect(`${title} ${message}`).not.toMatch(/@|IAM|kim|RudderStack/i);
  });

  test.each<[DueKind, string, string]>([
    ['ended', '1 access is past its end.', 'access ended on <2026-11-19>'],
    ['ends', '1 access ends today.', 'access ends today'],
    ['lapsed', '1 invitation expired.', 'the invitation expired'],
    ['lapses', '1 invitation expires today.', 'the invitation expires today'],
    ['review', '1 review is due.', 'review due since <2026-11-19>'],
  ])('says what %s is', (kind, words, named) => {
    const one = [dueGrant(kind, '2026-11-19')];

    expect(reminderWords(one, null)).toEqual({ title: '1 grant needs you today', message: words });
    expect(reminderWords(one, names).message).toBe(`kim.sato@northwind.example, RudderStack (IAM-1234): ${named}`);
  });

  test('names at most four where it may', () => {
    const { message } = reminderWords(all, names);

    expect(message.split('\n')).toEqual([
      expect.stringContaining('kim.sato@'),
      expect.stringContaining('ada@'),
      expect.stringContaining('kim.sato@'),
      expect.stringContaining('kim.sato@'),
      'And 2 more.',
    ]);
  });

  test('names no one who was forgotten', () => {
    const forgotten: DueGrant = { kind: 'ended', due: '2026-11-19', grant: aGrant({ email: null }) };

    expect(reminderWords([forgotten], names).message).toContain('A forgotten person, RudderStack');
  });
});
