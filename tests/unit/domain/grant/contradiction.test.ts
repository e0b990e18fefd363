import { describe, expect, test } from 'vitest';
import { contradictionOf, type Looked } from '@/lib/domain/grant/contradiction';
import { decideConfirm } from '@/lib/domain/grant/decide';
import { type Grant, statusOf } from '@/lib/domain/grant/grant';
import { observe } from '@/lib/domain/grant/observe';
import type { PageFacts, RosterRow } from '@/lib/domain/grant/page-facts';
import { project } from '@/lib/domain/grant/projection';
import type { Claim, Draft } from '@/lib/domain/log/entry';
import { aGrant, mark } from '../../../support/grants';
import { chainOf } from '../../exports/sample-log';

const email = 'kim.sato@northwind.example';
const then = '2026-11-20T09:00:00.000Z';
const now = '2026-11-21T10:00:00.000Z';

const row = (change: Partial<RosterRow> = {}): RosterRow => ({
  email,
  name: 'Kim Sato',
  roles: ['Member'],
  status: 'pending',
  words: 'Pending',
  access: null,
  ...change,
});
const looked = (rows: RosterRow[], change: Partial<Looked> = {}): Looked => ({
  recognition: { vendor: 'rudderstack', generation: 'members', page: 'members', evidence: [], missing: [] },
  landmarks: {},
  rows,
  readAt: now,
  ...change,
});
const facts = (rows: RosterRow[]): PageFacts => ({
  ...looked(rows),
  url: 'https://app.rudderstack.com/settings/members',
  form: null,
  notices: [],
});
const invited = (change: Partial<Grant> = {}): Grant =>
  aGrant({
    email,
    generation: 'members',
    scope: ['Production', 'Staging'],
    recommended: { role: 'Member', scopeRole: 'Admin' },
    role: 'Member',
    roleSeen: mark(4, then),
    milestones: { invited: mark(4, then) },
    ...change,
  });
const joined = (change: Partial<Grant> = {}) =>
  invited({ milestones: { invited: mark(4, then), accepted: mark(5, then) }, ...change });
const appsSeen = (access: Grant['access'], change: Partial<Grant> = {}) =>
  joined({ access, accessSeen: mark(6, then), ...change });
const apps = (...roles: [string, string][]) => roles.map(([name, role]) => ({ name, role }));

describe('what the page shows against a claim', () => {
  test.each<[Claim, string, Grant, Looked | null, string | null]>([
    ['accepted', 'the row says Pending', invited(), looked([row()]), 'Pending'],
    ['accepted', 'the row says Expired', invited(), looked([row({ status: 'expired', words: 'Expired' })]), 'Expired'],
    [
      'accepted',
      'the row says a word that nobody knows',
      invited(),
      looked([row({ status: 'unknown', words: 'On hold' })]),
      'On …',
    ],
    ['accepted', 'no page is looked at, and the last one said Pending', invited(), null, 'Pending'],
    ['accepted', 'the page shows another list, and the last one said Pending', invited(), looked([]), 'Pending'],
    ['accepted', 'the last one said Expired', invited({ lapsed: mark(6, then) }), null, 'Expired'],
    ['active', 'the row says Pending', invited(), looked([row()]), 'Pending'],
    ['role', 'the row shows a greater one', joined(), looked([row({ status: 'active', roles: ['Admin'] })]), 'Admin'],
    ['role', 'the page showed a greater one last', joined({ role: 'Admin' }), null, 'Admin'],
    [
      'access',
      'an app has a lesser role',
      appsSeen(apps(['Production', 'Member'], ['Staging', 'Admin'])),
      null,
      'Production: Member',
    ],
    [
      'access',
      'an app is out of scope',
      appsSeen(apps(['Production', 'Admin'], ['Development', 'Admin'])),
      null,
      'Development: Admin',
    ],
    ['removed', 'the row is there', joined(), looked([row({ status: 'active' })]), 'Still listed'],
    [
      'invited',
      'a complete list did not show it',
      invited({ milestones: {}, gone: mark(8, then) }),
      null,
      'Not listed',
    ],
    // Where the page shows nothing against it.
    ['accepted', 'the row says Active', invited(), looked([row({ status: 'active', words: 'Active' })]), null],
    ['accepted', 'the page showed it', joined(), looked([]), null],
    ['accepted', 'nothing was ever seen', aGrant(), looked([]), null],
    [
      'accepted',
      'the invitation was only ticked',
      invited({ milestones: { invited: mark(4, then, 'confirmed') } }),
      null,
      null,
    ],
    ['active', 'the page showed them as a member', joined(), null, null],
    ['role', 'the row shows the agreed one', joined(), looked([row({ status: 'active' })]), null],
    [
      'role',
      'the greater one was justified',
      joined({ role: 'Admin', exceptions: [{ seq: 7, recommended: 'Member', chosen: 'Admin', justification: 'x' }] }),
      null,
      null,
    ],
    ['access', 'all is as advised', appsSeen(apps(['Production', 'Admin'], ['Staging', 'Admin'])), null, null],
    ['access', 'nothing was read', joined(), looked([row()]), null],
    ['removed', 'the list does not show them', joined(), looked([]), null],
    ['removed', 'no page is looked at', joined(), null, null],
    ['removed', 'two rows claim the address', joined(), looked([row(), row()]), null],
    [
      'removed',
      'the page is of another vendor',
      joined(),
      looked([row()], {
        recognition: { vendor: 'logrocket', generation: 'team', page: 'team', evidence: [], missing: [] },
      }),
      null,
    ],
    [
      'accepted',
      'the admin stated why',
      invited({ explained: { accepted: { seq: 9, step: 'watch-pending', shown: 'Pending', reason: 'x' } } }),
      looked([row()]),
      null,
    ],
  ])('%s: %s', (claim, _what, grant, page, shown) => {
    expect(contradictionOf(grant, claim, page)?.shown ?? null).toBe(shown);
  });

  test('tells when it was read, and which entry says so', () => {
    expect(contradictionOf(invited(), 'accepted', looked([row()]))).toMatchObject({ readAt: now, sighting: 4 });
    expect(contradictionOf(invited(), 'accepted', null)).toMatchObject({ readAt: then, sighting: 4 });
  });
});

describe('a tick against the page', () => {
  const step = { generation: 'members', step: 'watch-pending', text: 'Watch it.', reaches: 'accepted' } as const;
  const following = (grant: Grant, drafts: readonly Draft[]) =>
    chainOf(drafts).reduce<Grant>((was, entry) => project(was, { ...entry, seq: entry.seq + 20 }) ?? was, grant);
  const status = (grant: Grant) => statusOf(grant, new Date(now), null);
  const against = contradictionOf(invited(), 'accepted', looked([row()]));
  if (!against) throw new Error('nothing contradicts');

  test.each(['', '   '])('is refused without a reason (%j)', (reason) => {
    expect(decideConfirm(invited(), step, { against, reason })).toEqual({
      ok: false,
      message: 'The page shows “Pending”. Say why the step is done all the same.',
    });
  });

  test('is refused with a key for a reason', () => {
    const reason = `ghp_${'a1B2c3D4e5'.repeat(4)}`;

    expect(decideConfirm(invited(), step, { against, reason })).toMatchObject({ ok: false });
  });

  test('counts with a reason, which is logged with what the page showed', () => {
    const decision = decideConfirm(invited(), step, { against, reason: 'They are in: seen on a call' });
    const drafts = decision.ok ? decision.drafts : [];
    const grant = following(invited(), drafts);

    expect(drafts).toMatchObject([
      {
        type: 'contradiction.explained',
        basis: 'confirmed',
        data: { claim: 'accepted', shown: 'Pending', readAt: now, sighting: 4, reason: 'They are in: seen on a call' },
      },
      { type: 'step.confirmed', data: { reaches: 'accepted' } },
    ]);
    expect([status(grant), grant.milestones.accepted?.basis]).toEqual(['Accepted', 'confirmed']);
    expect(contradictionOf(grant, 'accepted', looked([row()]))).toBeNull();
    expect(observe(grant, facts([row()]), null)).toEqual([]);
  });

  test.each(['accepted', 'active'] as const)('gives way where the page is seen only afterwards: %s', (reaches) => {
    const ticked = following(aGrant({ email, generation: 'members', page: mark(3, then) }), [
      { type: 'step.confirmed', grant: aGrant().id, basis: 'confirmed', data: { ...step, reaches } },
    ]);
    const drafts = observe(ticked, facts([row()]), null);
    const grant = following(ticked, drafts);

    expect(status(ticked)).not.toBe('Invited');
    expect(drafts.map(({ type }) => type)).toEqual(['invitation.seen']);
    expect(status(grant)).toBe('Invited');
    expect(observe(grant, facts([row()]), null)).toEqual([]);
  });

  test('of what the page proved before stands: a list that is drawn anew shows nothing against it', () => {
    expect(observe(joined(), facts([row()]), null)).toEqual([]);
  });
});
