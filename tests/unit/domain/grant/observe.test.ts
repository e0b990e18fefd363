import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import { observe, type Recommended, rowOf, statusWords } from '@/lib/domain/grant/observe';
import type { PageFacts, RosterRow } from '@/lib/domain/grant/page-facts';
import { project, projectAll } from '@/lib/domain/grant/projection';
import type { Draft } from '@/lib/domain/log/entry';
import { vendors } from '@/lib/vendors/registry';
import { aGrant, mark } from '../../../support/grants';
import { chainOf, story, storyGrant } from '../../exports/sample-log';
import { anyDrafts } from '../any-log';
import { hostileText } from '../hostile-text';

const email = 'kim.sato@northwind.example';
const url = 'https://app.rudderstack.com/settings/members';
const when = '2026-11-20T09:00:00.000Z';

const row = (change: Partial<RosterRow> = {}): RosterRow => ({
  email,
  name: 'Kim Sato',
  roles: ['Read-Only'],
  status: 'pending',
  words: 'Pending',
  access: null,
  ...change,
});
const facts = (rows: RosterRow[], change: Partial<PageFacts> = {}): PageFacts => ({
  url,
  recognition: { vendor: 'rudderstack', generation: 'members', page: 'members', evidence: [], missing: [] },
  landmarks: {},
  rows,
  form: null,
  notices: [],
  ...change,
});

/** A grant whose page was seen; `more` is what happened since. */
const onPage = (more: Partial<Grant> = {}): Grant =>
  aGrant({
    email,
    generation: 'members',
    page: mark(3, when),
    recommended: { role: 'Read-Only', scopeRole: null },
    ...more,
  });
const invited = (more: Partial<Grant> = {}): Grant =>
  onPage({ role: 'Read-Only', roleSeen: mark(4, when), milestones: { invited: mark(4, when) }, ...more });
const accepted = (more: Partial<Grant> = {}): Grant =>
  invited({ milestones: { invited: mark(4, when), accepted: mark(5, when) }, ...more });

const readOnly: Recommended = { role: 'Read-Only', scopeRole: null };
const types = (drafts: Draft[]) => drafts.map(({ type }) => type);
const seen = { generation: 'members', page: 'members', url };

describe('observe', () => {
  test('logs the page with the recommendation, once per generation', () => {
    const drafts = observe(aGrant({ email }), facts([]), readOnly);

    expect(drafts).toEqual([
      { type: 'page.seen', grant: aGrant().id, basis: 'observed', data: { ...seen, recommended: readOnly } },
    ]);
    expect(observe(onPage(), facts([]), readOnly)).toEqual([]);
    expect(types(observe(onPage({ generation: 'teammates' }), facts([]), readOnly))).toEqual(['page.seen']);
    expect(observe(aGrant({ email }), facts([]), null)).toEqual([]);
  });

  test('logs the invitation with role and words', () => {
    expect(observe(onPage(), facts([row()]), null)).toEqual([
      {
        type: 'invitation.seen',
        grant: aGrant().id,
        basis: 'observed',
        data: { ...seen, role: 'Read-Only', words: 'Pending' },
      },
    ]);
  });

  test.each<[string, Grant, RosterRow[], string[]]>([
    ['a pending row', onPage(), [row()], ['invitation.seen']],
    [
      'an active row that nobody saw pending',
      onPage(),
      [row({ status: 'active', words: 'Active' })],
      ['acceptance.seen'],
    ],
    ['an active row after the invitation', invited(), [row({ status: 'active' })], ['acceptance.seen']],
    ['a row that lost its mark', invited(), [row({ status: 'unknown', words: '' })], ['acceptance.seen']],
    [
      'a pending row that the admin had confirmed',
      onPage({ milestones: { invited: mark(4, when, 'confirmed') } }),
      [row()],
      ['invitation.seen'],
    ],
    [
      'an active row that the admin had confirmed',
      invited({ milestones: { invited: mark(4, when), accepted: mark(5, when, 'confirmed') } }),
      [row({ status: 'active' })],
      ['acceptance.seen'],
    ],
    ['another role of an invitation', invited(), [row({ roles: ['Admin'] })], ['role.seen']],
    ['another role of a member', accepted(), [row({ status: 'active', roles: ['Admin'] })], ['role.seen']],
    ['an address in capitals', onPage(), [row({ email: 'Kim.Sato@NORTHWIND.example' })], ['invitation.seen']],
    ['the right one of two rows', onPage(), [row({ email: 'lee@northwind.example' }), row()], ['invitation.seen']],
    [
      'both an acceptance and what it opens',
      onPage({ scope: ['Production'] }),
      [row({ status: 'active', access: 'Production: Admin' })],
      ['acceptance.seen', 'access.seen'],
    ],
  ])('concludes from %s', (_what, grant, rows, expected) => {
    expect(types(observe(grant, facts(rows), null))).toEqual(expected);
  });

  test.each<[string, Grant, PageFacts]>([
    ['an empty list', onPage(), facts([])],
    ['a row that is pending still', invited(), facts([row()])],
    ['a row that is active still', accepted(), facts([row({ status: 'active' })])],
    ['an expired invitation of somebody who is in', accepted(), facts([row({ status: 'expired', words: 'Expired' })])],
    ['an unknown status of somebody who was not invited', onPage(), facts([row({ status: 'unknown', words: '' })])],
    [
      'an unknown status of an invitation only confirmed',
      onPage({ milestones: { invited: mark(4, when, 'confirmed') } }),
      facts([row({ status: 'unknown', words: '' })]),
    ],
    ['a status in words that nobody knows', invited(), facts([row({ status: 'unknown', words: 'Suspended' })])],
    ['the row of somebody else', onPage(), facts([row({ email: 'kim@northwind.example' })])],
    ['a plus-address of the same name', onPage(), facts([row({ email: 'kim.sato+x@northwind.example' })])],
    ['the address under another domain', onPage(), facts([row({ email: `${email}.evil.example` })])],
    ['two rows that claim the address', onPage(), facts([row(), row({ status: 'active', roles: ['Admin'] })])],
    ['two rows that claim it in different case', onPage(), facts([row(), row({ email: email.toUpperCase() })])],
    ['a row without a role where one is known', accepted(), facts([row({ status: 'active', roles: [] })])],
    [
      'the page of another vendor',
      onPage(),
      facts([row()], { recognition: { ...facts([]).recognition, vendor: 'logrocket' } }),
    ],
    ['a person who was forgotten', onPage({ email: null }), facts([row()])],
    ['a person who was forgotten, on a list of nobody', onPage({ email: null }), facts([row({ email: '' })])],
    ['access that was removed', accepted({ milestones: { removed: mark(9, when) } }), facts([row()])],
    ['toasts alone', onPage(), facts([], { notices: [`Invitation sent to ${email}`] })],
    ['an open form alone', onPage(), facts([], { form: { emails: [email], roles: ['Admin'] } })],
  ])('concludes nothing from %s', (_what, grant, page) => {
    expect(observe(grant, page, null)).toEqual([]);
  });

  test('takes the summary of a wizard that is about to send for no proof', () => {
    const summary = facts([row({ words: '' })], { landmarks: { 'send-button': true } });
    const types = (seen: PageFacts) => observe(onPage(), seen, readOnly).map(({ type }) => type);

    expect(types(summary)).toEqual([]);
    expect(types({ ...summary, landmarks: { 'send-button': true, 'email-field': true } })).toEqual(['invitation.seen']);
    expect(types({ ...summary, landmarks: { 'send-button': false } })).toEqual(['invitation.seen']);
  });

  test('tells of an invitation that lapsed', () => {
    expect(observe(invited(), facts([row({ status: 'expired', words: 'Expired' })]), null)).toMatchObject([
      { type: 'invitation.expired', basis: 'observed', data: { words: 'Expired' } },
    ]);
  });

  test('names the role as it was and as it is', () => {
    expect(observe(accepted(), facts([row({ status: 'active', roles: ['Admin', 'Billing'] })]), null)).toMatchObject([
      { data: { role: 'Admin, Billing', previous: 'Read-Only' } },
    ]);
  });

  test.each<[string, string, { name: string; role: string }[]]>([
    [
      'brackets',
      'Production (Admin), Staging (Viewer)',
      [
        { name: 'Production', role: 'Admin' },
        { name: 'Staging', role: 'Viewer' },
      ],
    ],
    [
      'colons',
      'Production: Admin Staging: Viewer',
      [
        { name: 'Production', role: 'Admin' },
        { name: 'Staging', role: 'Viewer' },
      ],
    ],
    [
      'dashes',
      'Production – Admin · Staging — Viewer',
      [
        { name: 'Production', role: 'Admin' },
        { name: 'Staging', role: 'Viewer' },
      ],
    ],
    ['the word app', 'Production App - Admin', [{ name: 'Production', role: 'Admin' }]],
    ['other case', 'PRODUCTION: admin', [{ name: 'Production', role: 'admin' }]],
    ['names alone', 'Production, Staging', []],
    ['names beside each other', 'Production Staging', []],
    ['a longer name that holds it', 'Preproduction: Admin', [{ name: 'Preproduction', role: 'Admin' }]],
    ['a longer name that begins with it', 'Production2: Admin', [{ name: 'Production2', role: 'Admin' }]],
    ['apps out of scope', 'Development: Admin', [{ name: 'Development', role: 'Admin' }]],
    ['nothing', '', []],
  ])('reads access written with %s', (_what, access, expected) => {
    const grant = accepted({ scope: ['Production', 'Staging'] });

    const drafts = observe(grant, facts([row({ status: 'active', access })]), null);

    expect(drafts).toEqual(
      expected.length === 0
        ? []
        : [
            {
              type: 'access.seen',
              grant: grant.id,
              basis: 'observed',
              data: { ...seen, access: expected, whole: true },
            },
          ],
    );
  });

  test('takes a name of the scope as text, not as a pattern', () => {
    const grant = accepted({ scope: ['Shop (EU)', 'a.b', '[x]'] });

    expect(
      observe(grant, facts([row({ status: 'active', access: 'Shop (EU): Admin, aXb: Viewer' })]), null),
    ).toMatchObject([
      {
        data: {
          access: [
            { name: 'Shop (EU)', role: 'Admin' },
            { name: 'aXb', role: 'Viewer' },
          ],
        },
      },
    ]);
  });

  test('logs access only when it differs', () => {
    const access = [
      { name: 'Staging', role: 'Viewer' },
      { name: 'Production', role: 'Admin' },
    ];
    const grant = accepted({ scope: ['Production', 'Staging'], access, accessWhole: true, accessSeen: mark(6, when) });
    const at = (text: string) => types(observe(grant, facts([row({ status: 'active', access: text })]), null));

    expect(at('Production: Admin, Staging: Viewer')).toEqual([]);
    expect(at('Production: Admin, Staging: Admin')).toEqual(['access.seen']);
    expect(at('Production: Admin')).toEqual(['access.seen']);
  });

  test.each([
    ['query and fragment', `${url}?search=${email}&token=abc#row-7`, url],
    [
      'an address in the path',
      'https://app.rudderstack.com/members/kim.sato%40northwind.example/edit',
      'https://app.rudderstack.com/members/…/edit',
    ],
    [
      'an address in the path, as it is',
      'https://app.rudderstack.com/members/kim@northwind.example',
      'https://app.rudderstack.com/members/…',
    ],
    ['a name and a password', `https://kim:secret@app.rudderstack.com/settings/members`, url],
    ['what is no address', 'nowhere', ''],
  ])('writes down where the page is without %s', (_what, address, expected) => {
    const [draft] = observe(onPage(), facts([row()], { url: address }), null);

    expect(draft?.data).toMatchObject({ url: expected });
  });

  test('writes down words and roles as plain text, and no address in them', () => {
    const hostile = row({ words: `Invited \u202eby ${email}, 3 days ago`, roles: ['Admin\u0000', `<b>${email}`] });

    const [draft] = observe(onPage(), facts([hostile]), null);

    expect(draft?.data).toMatchObject({ words: 'Invited by … 3 days ago', role: 'Admin, <b>…' });
  });

  test('is idempotent: once its drafts are in the log, the same facts give none', () => {
    const anyRow = fc.record({
      email: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom('grace@partner.example', 'kim@northwind.example') },
        { weight: 1, arbitrary: hostileText(6) },
      ),
      name: hostileText(4),
      roles: fc.array(fc.oneof(fc.constantFrom('Admin', 'Member', 'Read-Only', ''), hostileText(5)), { maxLength: 2 }),
      status: fc.constantFrom('pending' as const, 'active' as const, 'expired' as const, 'unknown' as const),
      words: fc.oneof(fc.constantFrom('', 'Pending'), hostileText(6)),
      access: fc.oneof(
        fc.constantFrom(null, 'Production: Admin', 'Staging (Viewer) Production: Member'),
        hostileText(8),
      ),
    });
    const about = { grant: storyGrant, basis: 'confirmed' } as const;
    const confirm = (step: string, reaches: 'invited' | 'accepted'): Draft => ({
      ...about,
      type: 'step.confirmed',
      data: { generation: 'members', step, text: step, reaches },
    });
    const reopen = (step: string): Draft => ({
      ...about,
      type: 'step.reopened',
      data: { generation: 'members', step, corrects: 4 },
    });
    const interesting = [
      ...story.filter(({ type, basis }) => basis === 'observed' && type !== 'grant.started'),
      ...[confirm('send', 'invited'), confirm('watch', 'accepted'), reopen('send'), reopen('watch')],
    ];
    const likelyHistory = fc.shuffledSubarray(interesting).map((drafts): Draft[] => [...story.slice(0, 2), ...drafts]);
    const anyFacts = fc.record({
      rows: fc.array(anyRow, { maxLength: 2 }),
      generation: fc.constantFrom('members', 'organization-team'),
      vendor: fc.constantFrom('logrocket', 'rudderstack'),
      recommended: fc.constantFrom(null, readOnly, { role: 'Member', scopeRole: 'Admin' }),
    });

    fc.assert(
      fc.property(
        fc.oneof(anyDrafts(8), likelyHistory),
        anyFacts,
        (history, { rows, generation, vendor, recommended }) => {
          const entries = chainOf(history);
          const page = facts(rows, { recognition: { ...facts([]).recognition, vendor, generation } });

          for (const grant of projectAll(entries).values()) {
            const drafts = observe(grant, page, recommended);
            const next = chainOf(drafts).reduce<Grant | undefined>((was, entry) => project(was, entry), grant);

            expect(next && observe(next, page, recommended)).toEqual([]);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('statusWords', () => {
  test.each([
    ['', ''],
    ['Pending', 'Pending'],
    ['(Pending)', 'Pending'],
    ['Invitation sent 3 days ago', 'Invitation sent 3 days ago'],
    ['Invited by Jane Doe', 'Invited by …'],
    ['Invited by Jane Doe on 20.11.2026', 'Invited by … on …'],
    ['Invited by April May, 2 days ago', 'Invited by … 2 days ago'],
    ['Joined Nov 20, 2026 (Jane)', 'Joined … 20 2026 …'],
    ['jane@northwind.example', '…'],
    ['Eingeladen von Käthe', '…'],
    ['+49 170 5550123', '49 170 …'],
  ])('of “%s” are “%s”', (text, words) => {
    expect(statusWords(text)).toBe(words);
  });

  test('keep every word that a pack knows of a status', () => {
    const known = vendors.flatMap(({ generations }) =>
      generations.flatMap(({ pages: { roster } }) => [roster.pending, roster.active, roster.expired].flat()),
    );

    expect(known.length).toBeGreaterThan(20);
    for (const words of known) expect(statusWords(words)).toBe(words);
  });

  test.each(['Jane Doe', 'Käthe Öztürk', '李雷', 'Seán O’Brien', 'Dr. Kim Sato-Park', 'Иван Петров', 'd’Arc, Jeanne'])(
    'hold no %s, wherever the name stands',
    (name) => {
      for (const before of ['', 'Invited by ', 'Pending: ', 'Active since 2024, ', '(']) {
        for (const after of ['', ' 3 days ago', ', expired', ' (you)', '’s invitation']) {
          const words = statusWords(`${before}${name}${after}`);

          for (const part of name.split(/[ ,.]+/)) expect(words).not.toContain(part);
        }
      }
    },
  );
});

describe('rowOf', () => {
  test('finds the one row of the person, and none where it is not certain', () => {
    const mine = row();

    expect(rowOf(onPage(), [row({ email: 'lee@northwind.example' }), mine])).toBe(mine);
    expect(rowOf(onPage(), [mine, row()])).toBeNull();
    expect(rowOf(onPage(), [])).toBeNull();
  });
});
