import { afterEach, describe, expect, test } from 'vitest';
import { dueByMonth } from '@/lib/domain/review/due-by-month';
import type { Review } from '@/lib/domain/review/review';
import { aGrant } from '../../../support/grants';

const zone = process.env.TZ;

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const review = (due: string, kind: Review['kind'] = 'review'): Review => ({
  kind,
  due,
  grant: aGrant(),
  days: 0,
  because: '',
});
const shown = (reviews: Review[], now = new Date(2026, 10, 21, 12)) =>
  dueByMonth(reviews, now).flatMap(({ from, ends, reviews: count }) => (ends + count > 0 ? [[from, ends, count]] : []));

describe('dueByMonth', () => {
  test('names twelve months, this one first, across the end of the year', () => {
    const months = dueByMonth([], new Date(2026, 10, 30, 12));

    expect(months.map(({ from }) => from)).toEqual([
      '2026-11-01',
      '2026-12-01',
      ...Array.from({ length: 10 }, (_, at) => `2027-${String(at + 1).padStart(2, '0')}-01`),
    ]);
  });

  test.each<[string, Review[], unknown[]]>([
    ['the first and the last day of a month', [review('2027-02-01'), review('2027-02-28')], [['2027-02-01', 0, 2]]],
    ['ends beside reviews', [review('2027-03-05', 'ends'), review('2027-03-06')], [['2027-03-01', 1, 1]]],
    ['what is late in this month', [review('2026-01-05', 'ended'), review('2026-10-31')], [['2026-11-01', 1, 1]]],
    ['what was due earlier this month', [review('2026-11-02', 'ended')], [['2026-11-01', 1, 0]]],
    ['the last month', [review('2027-10-31')], [['2027-10-01', 0, 1]]],
    ['nothing beyond', [review('2027-11-01')], []],
  ])('counts %s', (_what, reviews, expected) => {
    expect(shown(reviews)).toEqual(expected);
  });

  test.each([
    ['Pacific/Apia', '2026-11-01', '2026-11-01'],
    ['America/New_York', '2026-11-01', '2026-10-01'],
  ])('begins with the month that it is in %s', (place, _utc, first) => {
    process.env.TZ = place;

    expect(dueByMonth([], new Date('2026-11-01T02:00:00Z'))[0]?.from).toBe(first);
  });
});
