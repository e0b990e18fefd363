import { describe, expect, test } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import { cadencePresets } from '@/lib/domain/review/cadence';
import {
  awaitingAccess,
  isOwnGrant,
  pendingInvitations,
  removalsToProve,
  reviewsDue,
} from '@/lib/domain/review/review';
import { aGrant, kept, mark } from '../../../support/grants';

const now = new Date(2026, 10, 21, 12);
const invited = (at: string) => ({ invited: mark(3, at) });

describe('pendingInvitations', () => {
  test('lists only invitations that are out and unanswered', () => {
    const grants = [
      aGrant({ id: 'draft' }),
      aGrant({ id: 'pending', milestones: invited('2026-11-20T09:00:00.000Z') }),
      aGrant({
        id: 'accepted',
        milestones: {
          ...invited('2026-11-20T09:00:00.000Z'),
          accepted: mark(4, '2026-11-20T10:00:00.000Z'),
        },
      }),
      aGrant({
        id: 'removed',
        milestones: { ...invited('2026-11-20T09:00:00.000Z'), removed: mark(4, '2026-11-20T10:00:00.000Z') },
      }),
    ];

    const pending = pendingInvitations(grants, now, () => null);

    expect(pending.map(({ grant }) => grant.id)).toEqual(['pending']);
    expect(pending[0]).toMatchObject({ sent: '2026-11-20T09:00:00.000Z', expires: null, state: 'waiting' });
  });

  test('puts what lapsed first, then what lapses soonest, then the oldest', () => {
    const grants = [
      aGrant({ id: 'young', vendor: 'other', milestones: invited('2026-11-20T09:00:00.000Z') }),
      aGrant({ id: 'old', vendor: 'other', milestones: invited('2026-11-01T09:00:00.000Z') }),
      aGrant({ id: 'soon', milestones: invited('2026-11-19T09:00:00.000Z') }),
      aGrant({ id: 'lapsed', milestones: invited('2026-11-10T09:00:00.000Z') }),
    ];

    const pending = pendingInvitations(grants, now, ({ vendor }) => (vendor === 'rudderstack' ? 3 : null));

    expect(pending.map(({ grant, state }) => [grant.id, state])).toEqual([
      ['lapsed', 'lapsed'],
      ['soon', 'waiting'],
      ['old', 'waiting'],
      ['young', 'waiting'],
    ]);
  });

  const day = '2026-11-01T09:00:00.000Z';
  test.each<[string, Partial<Grant>, number | null, string, string | null]>([
    [
      'lapses today, by the calendar',
      { milestones: invited(new Date(2026, 10, 18, 23).toISOString()) },
      3,
      'today',
      null,
    ],
    ['lapses tomorrow', { milestones: invited(new Date(2026, 10, 19, 1).toISOString()) }, 3, 'waiting', null],
    ['was seen as expired', { milestones: invited(day), lapsed: mark(4, day) }, null, 'lapsed', day],
    ['is gone from the list', { gone: mark(4, '2026-11-02T09:00:00.000Z') }, 3, 'gone', '2026-11-02T09:00:00.000Z'],
    [
      'counts from when it was sent again',
      { milestones: invited(day), resent: mark(5, '2026-11-20T09:00:00.000Z') },
      3,
      'waiting',
      '2026-11-20T09:00:00.000Z',
    ],
    [
      'counts from when the page showed it after that',
      { milestones: invited('2026-11-20T10:00:00.000Z'), resent: mark(2, day) },
      3,
      'waiting',
      '2026-11-20T10:00:00.000Z',
    ],
  ])('one that %s', (_what, change, days, state, sent) => {
    const [one] = pendingInvitations([aGrant(change)], now, () => days);

    expect(one?.state).toBe(state);
    if (sent !== null) expect(one?.sent).toBe(sent);
  });
});

const member = (change: Partial<Grant> = {}) =>
  aGrant({ role: 'Read-Only', milestones: invited('2026-11-01T09:00:00.000Z'), ...change });

describe('reviewsDue', () => {
  const active = (at: string, change: Partial<Grant> = {}) =>
    member({ milestones: { ...invited('2026-01-01T09:00:00.000Z'), active: mark(5, at) }, ...change });

  test.each([
    [
      'temporary access that ended',
      member({ accessEnds: '2026-11-20' }),
      { kind: 'ended', due: '2026-11-20', days: -1 },
    ],
    ['temporary access that ends today', member({ accessEnds: '2026-11-21' }), { kind: 'ends', days: 0 }],
    ['temporary access that ends later', member({ accessEnds: '2026-12-01' }), { kind: 'ends', days: 10 }],
    [
      'a plain role after 180 days',
      active('2026-11-01T12:00:00.000Z'),
      { kind: 'review', due: '2027-04-30', because: 'Every 180 days' },
    ],
    [
      'an Admin after 90 days',
      active('2026-11-01T12:00:00.000Z', { role: 'Admin' }),
      { kind: 'review', due: '2027-01-30', because: 'Privileged role: every 90 days' },
    ],
    [
      'an Admin of one app after 90 days',
      active('2026-11-01T12:00:00.000Z', { role: 'Member', access: [{ name: 'Production', role: 'Admin' }] }),
      { kind: 'review', due: '2027-01-30' },
    ],
  ])('lists %s', (_what, grant, expected) => {
    expect(reviewsDue([grant], now)).toMatchObject([expected]);
  });

  test.each([
    ['a grant that was only started', aGrant({ accessEnds: '2026-11-20' })],
    ['an invitation without an end', member()],
    [
      'access that was removed',
      active('2026-01-01T12:00:00.000Z', { milestones: { removed: mark(9, '2026-11-01T12:00:00.000Z') } }),
    ],
  ])('leaves out %s', (_what, grant) => {
    expect(reviewsDue([grant], now)).toEqual([]);
  });

  test('puts the most urgent first', () => {
    const grants = [
      active('2026-11-01T12:00:00.000Z', { id: 'later' }),
      member({ id: 'ended', accessEnds: '2026-11-01' }),
      member({ id: 'ends', accessEnds: '2026-11-25' }),
    ];

    expect(reviewsDue(grants, now).map(({ grant }) => grant.id)).toEqual(['ended', 'ends', 'later']);
  });

  test.each([
    ['soc-2', 'Admin', '2026-11-30'],
    ['soc-2', 'Read-Only', '2027-02-28'],
    ['iso-27001', 'Read-Only', '2027-02-28'],
    ['pci-dss', 'Admin', '2027-02-28'],
    ['cis', 'Read-Only', '2026-11-30'],
    ['fedramp', 'Admin', '2026-11-30'],
    ['fedramp', 'Read-Only', '2027-08-31'],
  ])('goes by the calendar: 31 August by %s for %s is due on %s', (id, role, due) => {
    const preset = cadencePresets.find((one) => one.id === id);
    const since = new Date(2026, 7, 31, 12).toISOString();

    const [review] = reviewsDue([active(since, { role })], now, preset && { ...preset, preset: id });

    expect(review?.due).toBe(due);
  });

  test('counts from the last review', () => {
    const grant = active('2026-01-01T12:00:00.000Z', {
      review: kept(9, '2026-11-01T12:00:00.000Z'),
    });

    expect(reviewsDue([grant], now)).toMatchObject([{ due: '2027-04-30' }]);
  });

  test.each([
    ['that is under way', { removal: mark(8, '2026-11-20T12:00:00.000Z') }, 'To be removed'],
    [
      'that was only confirmed',
      { milestones: { removed: mark(9, '2026-11-20T12:00:00.000Z', 'confirmed') } },
      'Said to be removed; no complete list has shown it yet',
    ],
  ])('keeps a removal open %s', (_what, change, because) => {
    expect(removalsToProve([active('2026-01-01T12:00:00.000Z', change)], now)).toMatchObject([
      { kind: 'removal', due: '2026-11-20', days: -1, because },
    ]);
  });
});

test('a removal that a list has shown is settled', () => {
  const grant = member({ removal: mark(8, ''), milestones: { removed: mark(9, '2026-11-20T12:00:00.000Z') } });

  expect(removalsToProve([grant], now)).toEqual([]);
});

describe('awaitingAccess', () => {
  const accepted = (change: Partial<Grant>) =>
    aGrant({
      scope: ['Production', 'Staging'],
      milestones: { accepted: mark(4, '2026-11-20T09:00:00.000Z') },
      ...change,
    });

  test.each<[string, Partial<Grant>, boolean, number]>([
    ['accepted without any', {}, true, 1],
    ['accepted with one of two', { access: [{ name: 'Production', role: 'Admin' }] }, true, 1],
    [
      'accepted with all',
      {
        access: [
          { name: 'Production', role: 'Admin' },
          { name: 'Staging', role: 'Viewer' },
        ],
      },
      true,
      0,
    ],
    ['accepted where there are no roles in apps', {}, false, 0],
    ['under a ticket that names no app', { scope: [] }, true, 0],
    ['being removed', { removal: mark(5, '2026-11-20T10:00:00.000Z') }, true, 0],
    ['not accepted yet', { milestones: invited('2026-11-20T09:00:00.000Z') }, true, 0],
  ])('%s', (_what, change, hasScope, expected) => {
    expect(awaitingAccess([accepted(change)], () => hasScope)).toHaveLength(expected);
  });
});

test.each([
  ['robin.vale@example.com', true],
  ['Robin.Vale@Example.com', true],
  ['dana@example.com', false],
])('tells a reviewer who granted it: %s', (email, own) => {
  expect(isOwnGrant(aGrant(), { email })).toBe(own);
});
