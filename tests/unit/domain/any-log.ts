import fc from 'fast-check';
import { Check, Claim, type Draft } from '@/lib/domain/log/entry';
import { started, story, uuid } from '../exports/sample-log';
import { hostileText } from './hostile-text';

/** The ids of the grants that the drafts below are about. */
export const someGrants = [uuid(901), uuid(902), uuid(903)];

const text = hostileText(8);
const generation = fc.constantFrom('members', 'organization-team', 'constructor');
const step = fc.constantFrom('send-invitation', 'confirm-access', '__proto__', 'constructor');
const role = fc.constantFrom('Admin', 'Member', 'Read-Only', '');
const about = fc.constantFrom(...someGrants);
const milestone = fc.constantFrom('invited', 'accepted', 'active', 'removed', null);
const seen = { generation, page: fc.constantFrom('team', 'members'), url: fc.webUrl() };
const observed = fc.constant('observed' as const);
const confirmed = fc.constant('confirmed' as const);
const recorded = fc.constant('recorded' as const);

/** Any draft of any kind, about one of `someGrants` or about the log. */
export const anyDraft: fc.Arbitrary<Draft> = fc.oneof(
  fc.record({
    type: fc.constant('grant.started' as const),
    grant: about,
    basis: recorded,
    data: fc.record({
      vendor: fc.constantFrom('logrocket', 'rudderstack'),
      ticket: text,
      email: fc.constantFrom(started.email, 'kim@northwind.example'),
      purpose: text,
      scope: fc.array(text, { maxLength: 2 }),
      accessEnds: fc.constantFrom(null, '2027-06-30'),
      approvedBy: text,
      reason: text,
      sameAs: fc.constantFrom(null, uuid(7)),
    }),
  }),
  fc.record({
    type: fc.constant('page.seen' as const),
    grant: about,
    basis: observed,
    data: fc.record({
      ...seen,
      recommended: fc.record({ role, scopeRole: fc.constantFrom(null, 'Viewer') }),
    }),
  }),
  fc.record({
    type: fc.constantFrom('invitation.seen' as const, 'acceptance.seen' as const),
    grant: about,
    basis: observed,
    data: fc.record({ ...seen, role, words: text }),
  }),
  fc.record({
    type: fc.constant('role.seen' as const),
    grant: about,
    basis: observed,
    data: fc.record({ ...seen, role, previous: role }),
  }),
  fc.record({
    type: fc.constant('access.seen' as const),
    grant: about,
    basis: observed,
    data: fc.record({ ...seen, access: fc.array(fc.record({ name: text, role }), { maxLength: 2 }) }),
  }),
  fc.record({
    type: fc.constant('access.confirmed' as const),
    grant: about,
    basis: confirmed,
    data: fc.record({ generation, step, access: fc.array(fc.record({ name: text, role }), { maxLength: 2 }) }),
  }),
  fc.record({
    type: fc.constant('step.confirmed' as const),
    grant: about,
    basis: confirmed,
    data: fc.record({ generation, step, text, reaches: milestone }),
  }),
  fc.record({
    type: fc.constant('contradiction.explained' as const),
    grant: about,
    basis: confirmed,
    data: fc.record({
      generation,
      step,
      claim: fc.constantFrom(...Claim.options),
      shown: text,
      readAt: fc.constant('2026-11-20T09:00:00.000Z'),
      sighting: fc.constantFrom(null, 3),
      reason: text,
    }),
  }),
  fc.record({
    type: fc.constant('check.seen' as const),
    grant: about,
    basis: observed,
    data: fc.record({ ...seen, check: fc.constantFrom(...Check.options), shown: text }),
  }),
  fc.record({
    type: fc.constant('invitation.mistyped' as const),
    grant: about,
    basis: observed,
    data: fc.record({ ...seen, email: text, words: text }),
  }),
  fc.record({
    type: fc.constant('key.documented' as const),
    grant: about,
    basis: confirmed,
    data: fc.record({ generation, step, where: text }),
  }),
  fc.record({
    type: fc.constant('step.reopened' as const),
    grant: about,
    basis: confirmed,
    data: fc.record({ generation, step, corrects: fc.integer({ min: 1, max: 12 }) }),
  }),
  fc.record({
    type: fc.constant('role.justified' as const),
    grant: about,
    basis: confirmed,
    data: fc.record({
      generation,
      recommended: role,
      chosen: role,
      excess: fc.array(text, { maxLength: 2 }),
      justification: text,
    }),
  }),
  fc.record({
    type: fc.constant('keys.settled' as const),
    grant: about,
    basis: confirmed,
    data: fc.record({ needed: fc.boolean() }),
  }),
  fc.record({
    type: fc.constant('key.recorded' as const),
    grant: about,
    basis: confirmed,
    data: fc.record({
      generation,
      name: text,
      owner: text,
      purpose: text,
      scope: text,
      permissions: text,
      expires: fc.constantFrom(null, '2027-06-30'),
      rotateDays: fc.constantFrom(null, 90),
    }),
  }),
  fc.record({
    type: fc.constant('removal.started' as const),
    grant: about,
    basis: confirmed,
    data: fc.record({ reason: text }),
  }),
  fc.record({
    type: fc.constant('removal.stopped' as const),
    grant: about,
    basis: confirmed,
    data: fc.record({ corrects: fc.integer({ min: 1, max: 12 }) }),
  }),
  fc.record({
    type: fc.constant('invitation.expired' as const),
    grant: about,
    basis: observed,
    data: fc.record({ ...seen, role, words: text }),
  }),
  fc.record({
    type: fc.constantFrom('invitation.gone' as const, 'removal.seen' as const),
    grant: about,
    basis: fc.oneof(observed, confirmed),
    data: fc.record({ ...seen, roster: fc.integer({ min: 1, max: 12 }) }),
  }),
  fc.record({ type: fc.constant('invitation.resent' as const), grant: about, basis: confirmed, data: fc.constant({}) }),
  fc.record({
    type: fc.constant('invitation.withdrawn' as const),
    grant: about,
    basis: confirmed,
    data: fc.record({ reason: text }),
  }),
  fc.record({
    type: fc.constant('review.decided' as const),
    grant: about,
    basis: confirmed,
    data: fc.record({
      campaign: fc.constantFrom(null, uuid(8)),
      decision: fc.constantFrom('keep' as const, 'modify' as const, 'remove' as const),
      role,
      reason: text,
      own: fc.boolean(),
    }),
  }),
  fc.constantFrom(
    ...(story.filter(({ grant, type }) => grant === null && type !== 'log.created') as [Draft, ...Draft[]]),
  ),
) as fc.Arbitrary<Draft>;

/** A log's drafts, most of them about grants that were started. */
export const anyDrafts = (maxLength = 14): fc.Arbitrary<Draft[]> =>
  fc
    .tuple(fc.subarray([...someGrants]), fc.array(anyDraft, { maxLength }))
    .map(([grants, drafts]) => [
      ...(story.slice(0, 1) as Draft[]),
      ...grants.map((grant): Draft => ({ type: 'grant.started', grant, basis: 'recorded', data: started })),
      ...drafts,
    ]);
