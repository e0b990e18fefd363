import { describe, expect, test } from 'vitest';
import type { Roster, RosterRow } from '@/lib/domain/facts';
import type { Grant } from '@/lib/domain/grant';
import { compareRoster, pendingInvitations, reviewsDue } from '@/lib/domain/review';
import { aGrant, mark } from '../../support/grants';

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
    expect(pending[0]).toMatchObject({ sent: '2026-11-20T09:00:00.000Z', expires: null, lapsed: false });
  });

  test('puts what lapsed first, then what lapses soonest, then the oldest', () => {
    const grants = [
      aGrant({ id: 'young', vendor: 'other', milestones: invited('2026-11-20T09:00:00.000Z') }),
      aGrant({ id: 'old', vendor: 'other', milestones: invited('2026-11-01T09:00:00.000Z') }),
      aGrant({ id: 'soon', milestones: invited('2026-11-19T09:00:00.000Z') }),
      aGrant({ id: 'lapsed', milestones: invited('2026-11-10T09:00:00.000Z') }),
    ];

    const pending = pendingInvitations(grants, now, ({ vendor }) => (vendor === 'rudderstack' ? 3 : null));

    expect(pending.map(({ grant, lapsed }) => [grant.id, lapsed])).toEqual([
      ['lapsed', true],
      ['soon', false],
      ['old', false],
      ['young', false],
    ]);
  });
});

const row = (email: string, change: Partial<RosterRow> = {}): RosterRow => ({
  email,
  name: '',
  roles: ['Read-Only'],
  status: 'active',
  words: 'Active',
  access: null,
  ...change,
});
const roster = (rows: RosterRow[], complete = true): Roster => ({
  rows,
  seen: rows.length,
  claimed: complete ? rows.length : null,
  complete,
  hidden: [],
});
const member = (change: Partial<Grant> = {}) =>
  aGrant({ role: 'Read-Only', milestones: invited('2026-11-01T09:00:00.000Z'), ...change });

describe('compareRoster', () => {
  const kinds = (roster: Roster, grants: Grant[]) =>
    compareRoster({ vendor: 'rudderstack', roster }, grants, now).map(({ kind, email }) => `${kind} ${email}`);

  test.each([
    ['nothing where list and log agree', [row('kim.sato@northwind.example')], [member()], []],
    [
      'nothing for another spelling of the same address and role',
      [row('Kim.Sato@Northwind.example', { roles: ['READ-ONLY'] })],
      [member()],
      [],
    ],
    [
      'an account without a ticket',
      [row('kim.sato@northwind.example'), row('eve@x.example')],
      [member()],
      ['shadow eve@x.example'],
    ],
    [
      'an account whose grant is at another vendor',
      [row('kim.sato@northwind.example')],
      [member({ vendor: 'logrocket' })],
      ['shadow kim.sato@northwind.example'],
    ],
    [
      'an account whose grant was removed',
      [row('kim.sato@northwind.example')],
      [member({ milestones: { removed: mark(9, '2026-11-20T09:00:00.000Z') } })],
      ['shadow kim.sato@northwind.example'],
    ],
    [
      'another role than the page showed last',
      [row('kim.sato@northwind.example', { roles: ['Admin'] })],
      [member()],
      ['drift kim.sato@northwind.example'],
    ],
    [
      'another role than the recommended one, where no role was seen',
      [row('kim.sato@northwind.example', { roles: ['Admin'] })],
      [member({ role: null, recommended: { role: 'Read-Only', scopeRole: null } })],
      ['drift kim.sato@northwind.example'],
    ],
    [
      'no drift where neither list nor log names a role',
      [row('kim.sato@northwind.example', { roles: [] })],
      [member({ role: null })],
      [],
    ],
    [
      'several roles in any order as the same',
      [row('kim.sato@northwind.example', { roles: ['Guest', 'Analyst'] })],
      [member({ role: 'Analyst, Guest' })],
      [],
    ],
    ['a logged person who is absent', [], [member()], ['ghost kim.sato@northwind.example']],
    ['nothing for an absent person who was never invited', [], [member({ milestones: {} })], []],
    [
      'access past its end, before everything else',
      [row('eve@x.example'), row('kim.sato@northwind.example')],
      [member({ accessEnds: '2026-11-20' })],
      ['overdue kim.sato@northwind.example', 'shadow eve@x.example'],
    ],
    [
      'nothing on the last day of access',
      [row('kim.sato@northwind.example')],
      [member({ accessEnds: '2026-11-21' })],
      [],
    ],
  ])('finds %s', (_what, rows, grants, expected) => {
    expect(kinds(roster(rows), grants)).toEqual(expected);
  });

  test('calls nobody a ghost while the list may hide rows', () => {
    expect(kinds(roster([], false), [member()])).toEqual([]);
  });

  test('compares with the newest of several grants to one person', () => {
    const grants = [
      member({ id: 'new', role: 'Admin', last: { seq: 9, at: '' } }),
      member({ id: 'old', last: { seq: 3, at: '' } }),
    ];

    expect(kinds(roster([row('kim.sato@northwind.example', { roles: ['Admin'] })]), grants)).toEqual([]);
  });

  test('compares 10,000 rows with 100,000 grants fast enough to be one look-up per row', () => {
    const grants = Array.from({ length: 100_000 }, (_, i) => member({ id: `${i}`, email: `p${i}@northwind.example` }));
    const rows = Array.from({ length: 10_000 }, (_, i) => row(`p${i}@northwind.example`));

    const started = performance.now();
    const findings = compareRoster({ vendor: 'rudderstack', roster: roster(rows, false) }, grants, now);

    expect(findings).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

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
});
