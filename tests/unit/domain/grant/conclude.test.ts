import { describe, expect, test } from 'vitest';
import { conclude, type ListReading, mayConclude } from '@/lib/domain/grant/conclude';
import type { Grant } from '@/lib/domain/grant/grant';
import type { RosterRow } from '@/lib/domain/grant/page-facts';
import type { Draft } from '@/lib/domain/log/entry';
import { aGrant, mark } from '../../../support/grants';

const url = 'https://app.rudderstack.com/settings/members';
const recognition = { vendor: 'rudderstack', generation: 'members', page: 'members', evidence: [], missing: [] };
const row = (change: Partial<RosterRow> = {}): RosterRow => ({
  email: 'kim.sato@northwind.example',
  name: 'Kim Sato',
  roles: ['Read-Only'],
  status: 'pending',
  words: 'Pending',
  access: null,
  ...change,
});
const reading = (change: Partial<ListReading> = {}, complete = true): ListReading => ({
  recognition,
  url,
  roster: { rows: [], seen: 4, claimed: complete ? 4 : null, complete, hidden: [] },
  lists: 'everybody',
  ...change,
});

const at = '2026-11-20T09:00:00.000Z';
const invited: Partial<Grant> = { role: 'Read-Only', roleSeen: mark(4, at), milestones: { invited: mark(4, at) } };
const accepted: Partial<Grant> = { ...invited, milestones: { ...invited.milestones, accepted: mark(5, at) } };
const active: Partial<Grant> = { ...accepted, milestones: { ...accepted.milestones, active: mark(6, at) } };
const saidRemoved: Partial<Grant> = {
  ...active,
  milestones: { ...active.milestones, removed: mark(8, at, 'confirmed') },
};
const provenRemoved: Partial<Grant> = { ...active, milestones: { ...active.milestones, removed: mark(8, at) } };
const removing: Partial<Grant> = { ...active, removal: mark(7, at, 'confirmed') };

const kinds = (drafts: Draft[]) => drafts.map(({ type }) => type);

describe('conclude, of somebody on the list', () => {
  test.each<[string, Partial<Grant>, Partial<RosterRow>, Draft['type'][]]>([
    ['an invitation that is pending', {}, {}, ['invitation.seen']],
    ['nothing that the log says already', invited, {}, []],
    ['an acceptance', invited, { status: 'active', words: 'Active' }, ['acceptance.seen']],
    ['an invitation that lapsed', invited, { status: 'expired', words: 'Expired' }, ['invitation.expired']],
    ['another role while it is open', invited, { roles: ['Admin'] }, ['role.seen']],
    // Behind the admin's back: a finding, which somebody has to look at.
    ['no other role once they are in', active, { status: 'active', roles: ['Admin'] }, []],
    [
      'the acceptance of somebody who was said to be in',
      { milestones: { active: mark(6, at, 'confirmed') } },
      { status: 'active' },
      ['acceptance.seen'],
    ],
  ])('tells %s', (_what, change, shown, expected) => {
    expect(kinds(conclude(aGrant(change), reading(), [row(shown)], 9))).toEqual(expected);
  });

  test('tells it from an incomplete list as well, and from one that was not logged', () => {
    expect(kinds(conclude(aGrant(), reading({}, false), [row()], null))).toEqual(['invitation.seen']);
  });

  test('tells nothing of another vendor, nor of somebody who was forgotten', () => {
    expect(conclude(aGrant({ vendor: 'logrocket' }), reading(), [row()], 9)).toEqual([]);
    expect(conclude(aGrant({ email: null }), reading(), [row()], 9)).toEqual([]);
  });

  test('tells nothing where two rows claim the address', () => {
    expect(conclude(aGrant(), reading(), [row(), row({ roles: ['Admin'] })], 9)).toEqual([]);
  });
});

describe('conclude, of somebody who is absent', () => {
  test.each<[string, Partial<Grant>, ListReading['lists'], Draft['type'][]]>([
    ['an invitation is gone', invited, 'everybody', ['invitation.gone']],
    [
      'nothing of an invitation that nobody saw',
      { milestones: { invited: mark(4, at, 'confirmed') } },
      'everybody',
      [],
    ],
    ['nothing of a draft', {}, 'everybody', []],
    ['nothing of a member: that is a finding', active, 'everybody', []],
    ['a removal that was begun is proven', removing, 'everybody', ['removal.seen']],
    ['a removal that was said is proven', saidRemoved, 'everybody', ['removal.seen']],
    ['a removal that was proven is not again', provenRemoved, 'everybody', []],
    ['a removal by a list of members', removing, 'members', ['removal.seen']],
    ['no removal of a member by a list of invitations', removing, 'invitations', []],
    ['no invitation gone by a list of members', invited, 'members', []],
    ['no invitation gone by a list of invitations: it may be accepted', invited, 'invitations', []],
    [
      'a withdrawn invitation by a list of invitations',
      { ...invited, milestones: { ...invited.milestones, removed: mark(8, at, 'confirmed') } },
      'invitations',
      ['removal.seen'],
    ],
  ])('%s', (_what, change, lists, expected) => {
    expect(kinds(conclude(aGrant(change), reading({ lists }), [], 9))).toEqual(expected);
  });

  test.each([invited, removing, saidRemoved])(
    'nothing from a list that was half read, or that the log does not hold',
    (change) => {
      expect(conclude(aGrant(change), reading({}, false), [], 9)).toEqual([]);
      expect(conclude(aGrant(change), reading(), [], null)).toEqual([]);
    },
  );

  test('is confirmed where only the admin calls the list whole, and is not told twice', () => {
    const { roster, ...page } = reading({}, false);
    const whole = { ...page, roster: { ...roster, confirmed: true } };

    expect(conclude(aGrant(removing), whole, [], 9)).toMatchObject([{ type: 'removal.seen', basis: 'confirmed' }]);
    expect(conclude(aGrant(invited), whole, [], 9)).toMatchObject([{ type: 'invitation.gone', basis: 'confirmed' }]);
    expect(conclude(aGrant(saidRemoved), whole, [], 9)).toEqual([]);
  });

  test('points at the list that proves it, by a place without anybody’s address', () => {
    const page = reading({ url: `${url}?q=kim#x` });

    expect(conclude(aGrant(removing), page, [], 9)).toEqual([
      {
        type: 'removal.seen',
        grant: aGrant().id,
        basis: 'observed',
        data: { generation: 'members', page: 'members', url, roster: 9 },
      },
    ]);
  });
});

describe('mayConclude', () => {
  test.each<[string, Partial<Grant>, boolean]>([
    ['a draft', {}, true],
    ['an invitation', invited, true],
    ['somebody who accepted', accepted, true],
    ['a member', active, false],
    ['a member who is being removed', removing, true],
    ['one who is said to be removed', saidRemoved, true],
    ['one who is proven to be removed', provenRemoved, false],
  ])('of %s: %s', (_what, change, expected) => {
    expect(mayConclude(aGrant(change))).toBe(expected);
  });
});
