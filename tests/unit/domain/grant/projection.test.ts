import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Grant, removerOf } from '@/lib/domain/grant/grant';
import { project, projectAll } from '@/lib/domain/grant/projection';
import type { Draft, Entry } from '@/lib/domain/log/entry';
import { chainOf, started, story, storyGrant, uuid } from '../../exports/sample-log';
import { anyDrafts, someGrants } from '../any-log';

const seen = { generation: 'members', page: 'members', url: 'https://app.rudderstack.com/settings/members' };
const about = { grant: storyGrant } as const;
const start: Draft = { ...about, type: 'grant.started', basis: 'recorded', data: started };
const confirm = (step: string, reaches: 'invited' | 'accepted' | 'active' | 'removed' | null = null): Draft => ({
  ...about,
  type: 'step.confirmed',
  basis: 'confirmed',
  data: { generation: 'members', step, text: `Do ${step}.`, reaches },
});
const reopen = (step: string, corrects: number): Draft => ({
  ...about,
  type: 'step.reopened',
  basis: 'confirmed',
  data: { generation: 'members', step, corrects },
});
const pending = (role = 'Member'): Draft => ({
  ...about,
  type: 'invitation.seen',
  basis: 'observed',
  data: { ...seen, role, words: 'Pending' },
});
const accepted = (role = 'Member'): Draft => ({
  ...about,
  type: 'acceptance.seen',
  basis: 'observed',
  data: { ...seen, role, words: 'Active' },
});

/** The grant after these drafts; the start is entry 1. */
function grantAfter(...drafts: Draft[]): Grant {
  const grant = projectAll(chainOf([start, ...drafts])).get(storyGrant);
  if (!grant) throw new Error('no grant');
  return grant;
}
const marks = ({ milestones }: Grant) =>
  Object.fromEntries(Object.entries(milestones).map(([name, { seq, basis }]) => [name, `${seq} ${basis}`]));

describe('project', () => {
  test('starts a grant with what the form said, in clear', () => {
    const grant = grantAfter();

    expect(grant).toMatchObject({
      ...started,
      id: storyGrant,
      grantedBy: { name: 'Ada Lovelace', email: 'ada@example.com' },
      started: { seq: 1, at: '2026-11-20T09:00:00.000Z', basis: 'recorded' },
      generation: null,
      recommended: null,
      role: null,
      milestones: {},
      confirmed: {},
      entries: 1,
    });
  });

  test('takes the recommendation from the page that was seen last', () => {
    const page = (role: string, generation: string): Draft => ({
      ...about,
      type: 'page.seen',
      basis: 'observed',
      data: { ...seen, generation, recommended: { role, scopeRole: null } },
    });

    const grant = grantAfter(page('Read-Only', 'members'), page('Viewer', 'organization'));

    expect(grant).toMatchObject({
      generation: 'organization',
      recommended: { role: 'Viewer', scopeRole: null },
      page: { seq: 3, basis: 'observed' },
    });
  });

  test.each<[string, Draft[], Record<string, string>]>([
    ['an invitation that was seen', [pending()], { invited: '2 observed' }],
    ['an acceptance that was seen', [pending(), accepted()], { invited: '2 observed', accepted: '3 observed' }],
    ['an acceptance without an invitation', [accepted()], { invited: '2 observed', accepted: '2 observed' }],
    ['an invitation seen again', [pending(), pending()], { invited: '2 observed' }],
    ['a confirmed step', [confirm('send-invitation', 'invited')], { invited: '2 confirmed' }],
    ['a step confirmed after the page showed it', [pending(), confirm('send', 'invited')], { invited: '2 observed' }],
    ['a step that the page proved later', [confirm('send', 'invited'), pending()], { invited: '3 observed' }],
    [
      'an acceptance that the page proved later',
      [confirm('watch', 'accepted'), accepted()],
      { accepted: '3 observed', invited: '3 observed' },
    ],
    [
      'an acceptance, which proves nothing about the moment of an invitation that was confirmed',
      [confirm('send', 'invited'), accepted()],
      { invited: '2 confirmed', accepted: '3 observed' },
    ],
    [
      'a step confirmed twice under two names',
      [confirm('a', 'active'), confirm('b', 'active')],
      { active: '2 confirmed' },
    ],
    ['a step that reaches nothing', [confirm('check-rights')], {}],
  ])('reaches by %s', (_what, drafts, expected) => {
    expect(marks(grantAfter(...drafts))).toEqual(expected);
  });

  test.each<[string, Draft[], string[], Record<string, string>]>([
    ['a step', [confirm('check'), reopen('check', 2)], [], {}],
    ['a step with what it reached', [confirm('send', 'invited'), reopen('send', 2)], [], {}],
    [
      'not what another step had reached',
      [confirm('a', 'active'), confirm('b', 'active'), reopen('b', 3)],
      ['a'],
      { active: '2 confirmed' },
    ],
    [
      'not what the page proved',
      [confirm('send', 'invited'), pending(), reopen('send', 2)],
      [],
      { invited: '3 observed' },
    ],
    ['a step confirmed again afterwards', [confirm('check'), reopen('check', 2), confirm('check')], ['check'], {}],
    ['a step that was never confirmed', [reopen('constructor', 1)], [], {}],
  ])('reopens %s', (_what, drafts, confirmed, milestones) => {
    const grant = grantAfter(...drafts);

    expect(Object.keys(grant.confirmed)).toEqual(confirmed);
    expect(marks(grant)).toEqual(milestones);
  });

  test('keeps the role and the access that were seen last, and every exception', () => {
    const justified = (chosen: string): Draft => ({
      ...about,
      type: 'role.justified',
      basis: 'confirmed',
      data: { generation: 'members', recommended: 'Member', chosen, excess: [], justification: `Needs ${chosen}` },
    });
    const access = (role: string): Draft => ({
      ...about,
      type: 'access.seen',
      basis: 'observed',
      data: { ...seen, access: [{ name: 'Production', role }] },
    });

    const grant = grantAfter(
      pending('Member'),
      justified('Admin'),
      { ...about, type: 'role.seen', basis: 'observed', data: { ...seen, role: 'Admin', previous: 'Member' } },
      access('Viewer'),
      justified('Owner'),
      access('Admin'),
    );

    expect(grant).toMatchObject({
      role: 'Admin',
      roleSeen: { seq: 4 },
      access: [{ name: 'Production', role: 'Admin' }],
      accessSeen: { seq: 7 },
      exceptions: [
        { seq: 3, chosen: 'Admin', justification: 'Needs Admin' },
        { seq: 6, chosen: 'Owner', justification: 'Needs Owner' },
      ],
      entries: 7,
      last: { seq: 7, at: '2026-11-20T09:06:00.000Z' },
    });
  });

  test('follows whether keys are needed, which were made, and whether the access is being taken away', () => {
    const about = { grant: storyGrant, basis: 'confirmed' } as const;
    const key = {
      generation: 'members',
      name: 'Kim - CI',
      owner: 'Kim',
      purpose: 'CI',
      scope: '',
      permissions: 'Read',
    };
    const drafts: Draft[] = [
      { ...about, type: 'keys.settled', data: { needed: true } },
      { ...about, type: 'key.recorded', data: { ...key, expires: null, rotateDays: 90 } },
      { ...about, type: 'removal.started', data: { reason: 'The project has ended' } },
    ];

    expect(grantAfter()).toMatchObject({ keyNeeded: null, keys: [], removal: null });
    expect(grantAfter(...drafts)).toMatchObject({
      keyNeeded: true,
      keys: [{ seq: 3, name: 'Kim - CI', owner: 'Kim', purpose: 'CI', permissions: 'Read', rotateDays: 90 }],
      removal: { seq: 4, basis: 'confirmed' },
    });
    expect(
      grantAfter(
        ...drafts,
        { ...about, type: 'removal.stopped', data: { corrects: 4 } },
        { ...about, type: 'keys.settled', data: { needed: false } },
      ),
    ).toMatchObject({ keyNeeded: false, removal: null });
  });

  const by = { name: 'Ada Lovelace', email: 'ada@example.com' };
  const begun: Draft = {
    ...about,
    type: 'removal.started',
    basis: 'confirmed',
    data: { reason: 'The project has ended' },
  };
  const shownGone: Draft = { ...about, type: 'removal.seen', basis: 'observed', data: { ...seen, roster: 1 } };
  const withdrawn: Draft = {
    ...about,
    type: 'invitation.withdrawn',
    basis: 'confirmed',
    data: { reason: 'Put off' },
  };

  test.each<[string, Draft[], object | undefined, object, unknown]>([
    ['that was begun', [begun], undefined, { by, reason: 'The project has ended' }, undefined],
    ['that was begun and said', [begun, confirm('gone', 'removed')], { seq: 3, by }, { by }, by],
    ['that was said and shown', [confirm('gone', 'removed'), shownGone], { seq: 3, by }, { seq: 3 }, by],
    ['that was begun and shown', [begun, shownGone], { seq: 3, basis: 'observed' }, { by }, by],
    ['that only a list shows', [shownGone], { seq: 2, basis: 'observed' }, { seq: 2 }, undefined],
    ['of an invitation', [pending(), withdrawn], { seq: 3, by }, { by, reason: 'Put off' }, by],
    ['that was taken back', [begun, confirm('gone', 'removed'), reopen('gone', 3)], undefined, { by }, undefined],
  ])('tells who removed it, and why: a removal %s', (_what, drafts, removed, removal, remover) => {
    const grant = grantAfter(...drafts);

    if (removed) expect(grant.milestones.removed).toMatchObject(removed);
    else expect(grant.milestones.removed).toBeUndefined();
    expect(grant.removal).toMatchObject(removal);
    expect(removerOf(grant)).toEqual(remover);
  });

  test('tells who reviewed it last, why, and whether they had granted it', () => {
    const reviewed = (reason: string, own: boolean): Draft => ({
      ...about,
      type: 'review.decided',
      basis: 'confirmed',
      data: { campaign: null, decision: 'keep', role: '', reason, own },
    });

    const { review } = grantAfter(reviewed('Looked at', true), reviewed('Looked at again', false));

    expect(review).toMatchObject({ seq: 3, decision: 'keep', by, reason: 'Looked at again', own: false });
  });

  test('counts an entry of a newer version and changes nothing else', () => {
    const before = grantAfter(pending());
    const newer = {
      ...chainOf([start])[0],
      type: 'grant.starred',
      seq: 9,
      at: '2027-01-01T00:00:00.000Z',
    } as unknown as Entry;

    const grant = project(before, newer);

    expect(grant).toEqual({ ...before, entries: 3, last: { seq: 9, at: '2027-01-01T00:00:00.000Z' } });
  });

  test('forgets with the entry: what is not in `personal` is null', () => {
    const [entry] = chainOf([start]);
    if (!entry) throw new Error('no entry');

    const grant = project(undefined, { ...entry, personal: {} });

    expect(grant).toMatchObject({
      email: null,
      approvedBy: null,
      reason: null,
      grantedBy: { name: null, email: null },
      ticket: 'IAM-1234',
    });
  });

  test('knows nothing of a grant before its start, nor of entries of no grant', () => {
    const [created] = chainOf(story);

    expect(project(undefined, chainOf([pending()])[0] as Entry)).toBeUndefined();
    expect(projectAll([created as Entry])).toEqual(new Map());
  });
});

describe('projectAll', () => {
  test('equals what the ledger does: one entry at a time, written down and read again in between', () => {
    fc.assert(
      fc.property(anyDrafts(), (drafts) => {
        const entries = chainOf(drafts);
        const stored = new Map<string, string>();
        for (const entry of entries) {
          if (entry.grant === null) continue;
          const before = stored.get(entry.grant);
          const next = project(before === undefined ? undefined : JSON.parse(before), entry);
          if (next) stored.set(entry.grant, JSON.stringify(next));
        }

        const rebuilt = [...projectAll(entries)].map(([id, grant]) => [id, JSON.stringify(grant)]);

        expect(rebuilt).toEqual([...stored]);
      }),
    );
  });

  test('takes each grant from its own entries alone, in the order of the log', () => {
    fc.assert(
      fc.property(anyDrafts(), (drafts) => {
        const entries = chainOf(drafts);
        const all = projectAll(entries);

        for (const id of someGrants) {
          const own = entries.filter(({ grant }) => grant === id);
          const grant = all.get(id);

          expect(projectAll(own).get(id)).toEqual(grant);
          if (grant) expect(grant.last.seq).toBe(own.at(-1)?.seq);
        }
      }),
    );
  });

  test('leaves the entries as they are', () => {
    const entries = chainOf(story);
    const before = structuredClone(entries);

    projectAll(entries);

    expect(entries).toEqual(before);
  });

  test('gives grants in the order in which they were started', () => {
    const starts = [uuid(3), uuid(1), uuid(2)].map((grant): Draft => ({ ...start, grant }) as Draft);

    expect([...projectAll(chainOf(starts)).keys()]).toEqual([uuid(3), uuid(1), uuid(2)]);
  });
});

describe('a role that changes', () => {
  const role = (next: string, previous = 'Member'): Draft => ({
    ...about,
    type: 'role.seen',
    basis: 'observed',
    data: { ...seen, role: next, previous },
  });
  const settled = (how: 'accepted' | 'ticket', shown: string, kind = 'drift'): Draft => ({
    ...about,
    type: 'finding.settled',
    basis: 'confirmed',
    data: {
      vendor: 'rudderstack',
      kind,
      how,
      email: started.email,
      shown,
      ticket: how === 'ticket' ? 'IAM-2' : null,
      until: how === 'ticket' ? null : '2026-12-31',
      reason: 'A second project',
      roster: 3,
    },
  });
  const decided = (decision: 'keep' | 'modify', shown: string): Draft => ({
    ...about,
    type: 'review.decided',
    basis: 'confirmed',
    data: { campaign: null, decision, role: shown, reason: 'Looked at', own: false },
  });
  const recommendedRole = (one: string): Draft => ({
    ...about,
    type: 'page.seen',
    basis: 'observed',
    data: { ...seen, recommended: { role: one, scopeRole: null } },
  });
  const justified = (chosen: string): Draft => ({
    ...about,
    type: 'role.justified',
    basis: 'confirmed',
    data: { generation: 'members', recommended: 'Member', chosen, excess: [], justification: 'Leads the migration' },
  });

  test.each<[string, Draft[], string, string | null]>([
    ['while the invitation is open is the admin’s own doing', [pending(), role('Admin')], 'Admin', null],
    ['once the person is in was not agreed', [pending(), accepted(), role('Admin')], 'Admin', 'Member'],
    ['between invitation and acceptance was not agreed', [pending(), accepted('Admin')], 'Admin', 'Member'],
    ['to the same in other letters and order', [pending('A, B'), accepted('b, a')], 'b, a', null],
    ['twice is measured from the agreed one', [accepted(), role('Admin'), role('Owner', 'Admin')], 'Owner', 'Member'],
    ['and back is right again', [accepted(), role('Admin'), role('Member', 'Admin')], 'Member', null],
    ['under a ticket is agreed', [accepted(), role('Admin'), settled('ticket', 'Admin')], 'Admin', null],
    ['under a ticket, seen afterwards', [accepted(), settled('ticket', 'Admin'), role('Admin')], 'Admin', null],
    ['that is put up with is not agreed', [accepted(), role('Admin'), settled('accepted', 'Admin')], 'Admin', 'Member'],
    [
      'a ticket for something else allows nothing',
      [accepted(), role('Admin'), settled('ticket', '', 'ghost')],
      'Admin',
      'Member',
    ],
    ['that a reviewer keeps is agreed', [accepted(), role('Admin'), decided('keep', 'Admin')], 'Admin', null],
    [
      'that a reviewer wants changed is not',
      [accepted(), role('Admin'), decided('modify', 'Admin')],
      'Admin',
      'Member',
    ],
    ['that is justified afterwards is agreed', [accepted(), role('Admin'), justified('Admin')], 'Admin', null],
    ['where another one was justified is not', [accepted(), role('Admin'), justified('Owner')], 'Admin', 'Member'],
    [
      'from an agreed one to another',
      [accepted(), role('Admin'), settled('ticket', 'Admin'), role('Member', 'Admin')],
      'Member',
      'Admin',
    ],
    ['to the recommended one is right', [recommendedRole('Viewer'), accepted(), role('Viewer')], 'Viewer', null],
    ['to none that the list names', [pending(), accepted('')], 'Member', null],
  ])('%s', (_what, drafts, shown, was) => {
    const grant = grantAfter(...drafts);

    expect(grant.role).toBe(shown);
    expect(grant.drift?.was ?? null).toBe(was);
  });

  test('of an account that was imported is held against the role of the import', () => {
    const imported: Draft = {
      ...about,
      type: 'grant.imported',
      basis: 'confirmed',
      data: {
        vendor: 'rudderstack',
        ticket: 'IAM-1',
        email: started.email,
        role: 'Viewer',
        scope: [],
        accessEnds: null,
        approvedBy: 'Priya Raman',
        reason: 'Was there before',
        since: null,
      },
    };

    const grant = projectAll(chainOf([imported, accepted('Admin')])).get(storyGrant);

    expect(grant).toMatchObject({ role: 'Admin', drift: { seq: 2, was: 'Viewer' } });
  });
});
