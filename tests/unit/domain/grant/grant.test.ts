import { afterEach, describe, expect, test } from 'vitest';
import { type Grant, invitationExpires, isAgreed, isOpen, isPending, statusOf } from '@/lib/domain/grant/grant';
import { aGrant, mark } from '../../../support/grants';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const sent = '2026-11-18T12:00:00.000Z';
const now = new Date('2026-11-21T11:59:59.999Z');
const at = { invited: mark(3, sent), accepted: mark(4, sent), active: mark(5, sent), removed: mark(6, sent) };
const only = (...names: (keyof typeof at)[]): Grant['milestones'] =>
  Object.fromEntries(names.map((name) => [name, at[name]]));

describe('statusOf', () => {
  test.each([
    ['nothing has happened', only(), null, 'Draft'],
    ['nothing has happened until the end was over', only(), '2026-11-01', 'Draft'],
    ['an invitation was sent', only('invited'), null, 'Invited'],
    ['it was accepted', only('invited', 'accepted'), null, 'Accepted'],
    ['it was accepted, and nobody saw the invitation', only('accepted'), null, 'Accepted'],
    ['access was settled', only('invited', 'accepted', 'active'), null, 'Active'],
    ['access was settled without an invitation', only('active'), null, 'Active'],
    ['access was removed', only('invited', 'accepted', 'active', 'removed'), null, 'Removed'],
    ['access was removed after its end', only('active', 'removed'), '2026-11-01', 'Removed'],
    ['active access goes on past its end', only('active'), '2026-11-20', 'Overdue'],
    ['accepted access goes on past its end', only('accepted'), '2026-11-20', 'Overdue'],
    ['an invitation is still out past the end', only('invited'), '2026-11-20', 'Overdue'],
    ['access ends today', only('active'), '2026-11-21', 'Active'],
    ['access ends tomorrow', only('active'), '2026-11-22', 'Active'],
  ] as const)('where %s', (_what, milestones, accessEnds, status) => {
    expect(statusOf(aGrant({ milestones, accessEnds }), now, 30)).toBe(status);
  });

  test.each([
    ['a millisecond before it lapses', '2026-11-21T11:59:59.999Z', 3, 'Invited'],
    ['at the moment at which it lapses', '2026-11-21T12:00:00.000Z', 3, 'Expired invitation'],
    ['long after', '2027-11-21T12:00:00.000Z', 3, 'Expired invitation'],
    ['long after, where the vendor does not say when', '2027-11-21T12:00:00.000Z', null, 'Invited'],
    ['at once, where invitations last no day', sent, 0, 'Expired invitation'],
  ] as const)('of an invitation %s', (_what, instant, days, status) => {
    expect(statusOf(aGrant({ milestones: only('invited') }), new Date(instant), days)).toBe(status);
  });

  test('keeps to three times 24 hours when the clocks change', () => {
    process.env.TZ = 'Europe/Berlin';
    const grant = aGrant({ milestones: { invited: mark(3, '2026-10-24T10:00:00.000Z') } });

    expect(statusOf(grant, new Date('2026-10-27T09:59:59Z'), 3)).toBe('Invited');
    expect(statusOf(grant, new Date('2026-10-27T10:00:00Z'), 3)).toBe('Expired invitation');
  });

  test.each([
    ['Pacific/Kiritimati', '2026-11-21T09:59:59Z', 'Active'],
    ['Pacific/Kiritimati', '2026-11-21T10:00:00Z', 'Overdue'],
    ['America/Los_Angeles', '2026-11-22T07:59:59Z', 'Active'],
    ['America/Los_Angeles', '2026-11-22T08:00:00Z', 'Overdue'],
  ])('ends access with the day of the admin: in %s at %s it is %s', (place, instant, status) => {
    process.env.TZ = place;

    expect(statusOf(aGrant({ milestones: only('active'), accessEnds: '2026-11-21' }), new Date(instant), 3)).toBe(
      status,
    );
  });
});

describe('isOpen and isPending', () => {
  test.each([
    ['a draft', only(), true, false],
    ['an invitation', only('invited'), true, true],
    ['accepted access', only('invited', 'accepted'), true, false],
    ['active access', only('invited', 'accepted', 'active'), false, false],
    ['active access that nobody saw accepted', only('invited', 'active'), false, false],
    ['removed access', only('invited', 'removed'), false, false],
  ])('%s', (_what, milestones, open, pending) => {
    const grant = aGrant({ milestones });

    expect(isOpen(grant)).toBe(open);
    expect(isPending(grant)).toBe(pending);
  });
});

test('work goes on while access is being taken away, until it is', () => {
  const removal = mark(6, sent, 'confirmed');

  expect(isOpen(aGrant({ milestones: only('active'), removal }))).toBe(true);
  expect(isOpen(aGrant({ milestones: only('active', 'removed'), removal }))).toBe(false);
});

describe('invitationExpires', () => {
  test('is null without an invitation, or where the vendor does not say', () => {
    expect(invitationExpires(aGrant(), 3)).toBeNull();
    expect(invitationExpires(aGrant({ milestones: only('invited') }), null)).toBeNull();
  });

  test('counts days of 24 hours from the invitation', () => {
    expect(invitationExpires(aGrant({ milestones: only('invited') }), 3)).toEqual(new Date('2026-11-21T12:00:00.000Z'));
  });
});

describe('isAgreed', () => {
  const exception = { seq: 5, recommended: 'Member', chosen: 'Admin', justification: 'Sets up the integrations' };
  const recommended = { role: 'Member', scopeRole: null };

  test.each<[string, string, Partial<Grant>, boolean]>([
    ['the recommended one', ' Member ', {}, true],
    ['another', 'Admin', {}, false],
    ['another, justified', 'admin', { exceptions: [exception] }, true],
    ['another, that a reviewer allowed', 'Admin', { agreed: 'Admin' }, true],
    ['a third, where another was justified', 'Owner', { exceptions: [exception] }, false],
    ['several roles at once', 'Member, Admin', {}, false],
    ['anything, without a recommendation', 'Member', { recommended: null }, false],
  ])('%s', (_name, held, more, expected) => {
    expect(isAgreed(aGrant({ recommended, ...more }), held)).toBe(expected);
  });
});
