import { afterEach, describe, expect, test } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import { defaultCadence } from '@/lib/domain/review/cadence';
import { dueToday } from '@/lib/domain/review/due-today';
import { aGrant, mark } from '../../../support/grants';

const zone = process.env.TZ;
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata'];

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const invitationDays = ({ vendor }: Grant) => (vendor === 'rudderstack' ? 3 : null);
const kinds = (grants: Grant[], now: Date) =>
  dueToday(grants, now, defaultCadence, invitationDays).map(({ kind, due }) => `${kind} ${due}`);

/** An instant by the clock on the wall. */
const at = (local: string) => new Date(local).toISOString();
const active = (local: string) => ({ active: mark(3, at(local)) });
const invited = (local: string) => ({ invited: mark(3, at(local)) });

describe.each(zones)('dueToday in %s', (place) => {
  test.each<[string, () => Partial<Grant>, string[]]>([
    [
      'access past its end',
      () => ({ accessEnds: '2026-11-20', milestones: active('2026-10-01T09:00') }),
      ['ended 2026-11-20'],
    ],
    [
      'access past its end that is being removed',
      () => ({
        accessEnds: '2026-11-20',
        milestones: active('2026-10-01T09:00'),
        removal: mark(9, at('2026-11-20T09:00')),
      }),
      ['ended 2026-11-20'],
    ],
    [
      'access that ends today',
      () => ({ accessEnds: '2026-11-21', milestones: active('2026-10-01T09:00') }),
      ['ends 2026-11-21'],
    ],
    ['access that ends tomorrow', () => ({ accessEnds: '2026-11-22', milestones: active('2026-10-01T09:00') }), []],
    ['a draft that would have ended', () => ({ accessEnds: '2026-11-20' }), []],
    ['an invitation that lapsed', () => ({ milestones: invited('2026-11-17T09:00') }), ['lapsed 2026-11-20']],
    [
      'an invitation that the page lists as expired',
      () => ({ vendor: 'logrocket', lapsed: mark(4, at('2026-11-20T09:00')), milestones: invited('2026-11-17T09:00') }),
      ['lapsed 2026-11-17'],
    ],
    [
      'an invitation that lapses this evening',
      () => ({ milestones: invited('2026-11-18T20:00') }),
      ['lapses 2026-11-21'],
    ],
    ['an invitation that lapses tomorrow', () => ({ milestones: invited('2026-11-19T20:00') }), []],
    [
      'an old invitation of a vendor that does not say',
      () => ({ vendor: 'logrocket', milestones: invited('2026-01-01T09:00') }),
      [],
    ],
    [
      'an overdue end before a lapsed invitation',
      () => ({ accessEnds: '2026-11-20', milestones: invited('2026-11-01T09:00') }),
      ['ended 2026-11-20'],
    ],
    ['a review due today', () => ({ milestones: active('2026-05-25T09:00') }), ['review 2026-11-21']],
    ['a review due tomorrow', () => ({ milestones: active('2026-05-26T09:00') }), []],
    [
      'an Admin’s review, which is due sooner',
      () => ({ role: 'Admin', milestones: active('2026-08-23T09:00') }),
      ['review 2026-11-21'],
    ],
    [
      'a review of access that is being removed',
      () => ({ milestones: active('2026-01-25T09:00'), removal: mark(9, at('2026-11-20T09:00')) }),
      [],
    ],
    [
      'removed access',
      () => ({
        accessEnds: '2026-11-20',
        milestones: { ...active('2026-10-01T09:00'), removed: mark(9, at('2026-11-20T09:00')) },
      }),
      [],
    ],
  ])('of %s', (_what, change, expected) => {
    process.env.TZ = place;

    for (const hour of ['00:00:00', '09:00:00', '19:59:59']) {
      expect(kinds([aGrant(change())], new Date(`2026-11-21T${hour}`))).toEqual(expected);
    }
  });

  test('puts the gravest first, then what is late the longest', () => {
    process.env.TZ = place;
    const grants = [
      aGrant({ id: 'review', milestones: active('2026-05-01T09:00') }),
      aGrant({ id: 'ends', accessEnds: '2026-11-21', milestones: active('2026-10-01T09:00') }),
      aGrant({ id: 'ended', accessEnds: '2026-11-20', milestones: active('2026-10-01T09:00') }),
      aGrant({ id: 'lapsed', milestones: invited('2026-11-01T09:00') }),
      aGrant({ id: 'ended first', accessEnds: '2026-11-02', milestones: active('2026-10-01T09:00') }),
    ];

    const due = dueToday(grants, new Date('2026-11-21T12:00:00'), defaultCadence, invitationDays);

    expect(due.map(({ grant }) => grant.id)).toEqual(['ended first', 'ended', 'lapsed', 'ends', 'review']);
  });
});
