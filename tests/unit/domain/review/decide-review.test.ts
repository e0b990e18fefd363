import { describe, expect, test } from 'vitest';
import type { Decision } from '@/lib/domain/grant/decide';
import type { Grant } from '@/lib/domain/grant/grant';
import {
  decideCampaign,
  decideResent,
  decideReview,
  decideSettlement,
  decideWithdrawn,
  type ReviewDecision,
  type SettledFinding,
} from '@/lib/domain/review/decide-review';
import { aGrant, mark } from '../../../support/grants';

const at = '2026-11-20T09:00:00.000Z';
const now = new Date('2026-11-21T12:00:00.000Z');
const invited = { milestones: { invited: mark(3, at) } };
const accepted = { milestones: { ...invited.milestones, accepted: mark(4, at) } };
const active = { milestones: { ...accepted.milestones, active: mark(5, at) } };
const removed = { milestones: { ...active.milestones, removed: mark(6, at) } };

/** What a decision writes, kind by kind; or why it is refused. */
const told = (decision: Decision) => (decision.ok ? decision.drafts.map(({ type }) => type) : decision.message);
const secret = 'rudder token 2f8Q0aXvK3mP9sLwZ7rT1cYbN5dGhJ6e';

describe('decideResent', () => {
  test.each<[string, Partial<Grant>, string[] | string]>([
    ['an open invitation', invited, ['invitation.resent']],
    ['one that is said to be sent, by somebody who saw no page', {}, ['invitation.resent']],
    ['a double click', { ...invited, resent: mark(7, '2026-11-21T11:59:30.000Z') }, []],
    ['once more, later', { ...invited, resent: mark(7, '2026-11-21T11:58:59.000Z') }, ['invitation.resent']],
    ['an accepted one', accepted, 'This invitation is not open any more.'],
    ['access that is there', active, 'This invitation is not open any more.'],
    ['removed access', removed, 'This invitation is not open any more.'],
  ])('%s', (_what, change, expected) => {
    expect(told(decideResent(aGrant(change), now))).toEqual(expected);
  });
});

describe('decideWithdrawn', () => {
  test.each<[string, Partial<Grant>, string, string[] | string]>([
    ['an open invitation', invited, 'The project was put off', ['invitation.withdrawn']],
    ['again', removed, 'The project was put off', []],
    ['an accepted one', accepted, 'Too late', 'It was accepted already: remove the access instead.'],
    ['without a reason', invited, '  ', 'Say why it was withdrawn: the auditor will read it.'],
  ])('%s', (_what, change, reason, expected) => {
    expect(told(decideWithdrawn(aGrant(change), reason))).toEqual(expected);
  });
});

describe('decideSettlement', () => {
  const finding: SettledFinding = {
    vendor: 'rudderstack',
    kind: 'shadow',
    how: 'accepted',
    email: 'eve@x.example',
    shown: 'Admin',
    grant: null,
    ticket: null,
    until: '2026-12-31',
    reason: 'Leaves in December',
  };
  const settle = (change: Partial<SettledFinding>) => decideSettlement({ ...finding, ...change }, 9, '2026-11-21');

  test.each<[string, Partial<SettledFinding>, object]>([
    ['until a day', {}, { how: 'accepted', until: '2026-12-31', ticket: null }],
    ['until today', { until: '2026-11-21' }, { until: '2026-11-21' }],
    ['under a ticket, for good', { how: 'ticket', ticket: 'IAM-7' }, { ticket: 'IAM-7', until: null }],
    ['as no person, for good', { how: 'not-a-person' }, { how: 'not-a-person', until: null, ticket: null }],
    [
      'by the list that shows it',
      {},
      { roster: 9, email: 'eve@x.example', shown: 'Admin', reason: 'Leaves in December' },
    ],
  ])('%s', (_what, change, data) => {
    expect(settle(change)).toMatchObject({ ok: true, drafts: [{ type: 'finding.settled', basis: 'confirmed', data }] });
  });

  test.each<[string, Partial<SettledFinding>, string]>([
    ['without a reason', { reason: '' }, 'Say why this is right: the auditor will read it.'],
    ['until a day that is over', { until: '2026-11-20' }, 'Enter today or a later day.'],
    ['until no day', { until: '' }, 'Enter the day until which this is accepted.'],
    ['until a day that does not exist', { until: '2027-02-29' }, 'Enter the day until which this is accepted.'],
    ['under no ticket', { how: 'ticket' }, 'Enter the ticket that allows it.'],
    [
      'a role as no person',
      { how: 'not-a-person', kind: 'drift' },
      'Only an account without a ticket can be something else than a person.',
    ],
  ])('refuses: %s', (_what, change, message) => {
    expect(settle(change)).toEqual({ ok: false, message });
  });
});

describe('decideCampaign', () => {
  const id = '00000000-0000-4000-8000-000000000001';
  const grants = [aGrant({ id: 'a' }), aGrant({ id: 'b' })];

  test('begins over the grants as they were chosen', () => {
    expect(decideCampaign(id, 'vendor', 'rudderstack', grants, false)).toEqual({
      ok: true,
      drafts: [
        {
          type: 'campaign.started',
          grant: null,
          basis: 'confirmed',
          data: { campaign: id, by: 'vendor', what: 'rudderstack', grants: ['a', 'b'] },
        },
      ],
    });
  });

  test('begins once, and not over nothing', () => {
    expect(told(decideCampaign(id, 'due', '', grants, true))).toEqual([]);
    expect(told(decideCampaign(id, 'due', '', [], false))).toBe('There is no live access to review here.');
  });
});

describe('decideReview', () => {
  const review: ReviewDecision = { campaign: null, decision: 'keep', reason: 'Still needed', role: 'Admin', own: true };

  test.each<[string, Partial<Grant>, Partial<ReviewDecision>, string[] | string]>([
    ['keeps', active, {}, ['review.decided']],
    ['asks for another role', active, { decision: 'modify' }, ['review.decided']],
    ['removes, and begins the removal', active, { decision: 'remove' }, ['review.decided', 'removal.started']],
    ['removes what is being removed', { ...active, removal: mark(7, at) }, { decision: 'remove' }, ['review.decided']],
    ['nothing that was removed', removed, {}, 'This access was removed already.'],
    ['not without a reason', active, { reason: ' ' }, 'Say why you decide so: the auditor will read it.'],
  ])('%s', (_what, change, decision, expected) => {
    expect(told(decideReview(aGrant(change), { ...review, ...decision }))).toEqual(expected);
  });

  test('says which role was kept, and that the reviewer had granted it', () => {
    expect(decideReview(aGrant(active), review)).toMatchObject({
      drafts: [{ data: { decision: 'keep', role: 'Admin', reason: 'Still needed', own: true, campaign: null } }],
    });
  });
});

test.each<[string, (reason: string) => Decision]>([
  ['a withdrawal', (reason) => decideWithdrawn(aGrant(invited), reason)],
  [
    'a review',
    (reason) => decideReview(aGrant(active), { campaign: null, decision: 'keep', reason, role: '', own: false }),
  ],
])('%s refuses a pasted secret', (_what, decide) => {
  expect(decide(secret)).toMatchObject({ ok: false, message: expect.stringContaining('key') });
});

test.each<[string, Decision]>([
  ['resent', decideResent(undefined, now)],
  ['withdrawn', decideWithdrawn(undefined, 'x')],
  ['review', decideReview(undefined, { campaign: null, decision: 'keep', reason: 'x', role: '', own: false })],
])('a grant that is gone is refused: %s', (_what, decision) => {
  expect(decision).toEqual({ ok: false, message: 'This grant is not in the log any more.' });
});
