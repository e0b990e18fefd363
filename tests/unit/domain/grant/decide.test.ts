import { describe, expect, test } from 'vitest';
import {
  type Decision,
  decideConfirm,
  decideJustify,
  decideKey,
  decideKeyElsewhere,
  decideKeys,
  decideRemoval,
  decideReopen,
  decideStart,
  decideStopRemoval,
} from '@/lib/domain/grant/decide';
import type { Grant } from '@/lib/domain/grant/grant';
import type { NewGrant } from '@/lib/domain/grant/new-grant';
import { project } from '@/lib/domain/grant/projection';
import type { Draft } from '@/lib/domain/log/entry';
import { aGrant, mark } from '../../../support/grants';
import { chainOf, uuid } from '../../exports/sample-log';

const form: NewGrant = {
  ticket: 'IAM-1234',
  vendor: 'rudderstack',
  email: 'kim.sato@northwind.example',
  purpose: 'look',
  scope: ['Production'],
  accessEnds: null,
  approvedBy: 'Dana Whitfield',
  reason: 'Checks event delivery',
};
const when = '2026-11-20T09:00:00.000Z';
const gone = { ok: false, message: 'This grant is not in the log any more.' };
const nothing = { ok: true, drafts: [] };

const draftsOf = (decision: Decision): Draft[] => (decision.ok ? decision.drafts : []);
/** The grant once a decision is in the log. */
const then = (grant: Grant, decision: Decision): Grant =>
  chainOf(draftsOf(decision)).reduce<Grant>((was, entry) => project(was, entry) ?? was, grant);

describe('decideStart', () => {
  test('starts a grant under the id of the sender', () => {
    expect(decideStart(undefined, uuid(1), form, [])).toEqual({
      ok: true,
      drafts: [{ type: 'grant.started', grant: uuid(1), basis: 'recorded', data: { ...form, sameAs: null } }],
    });
  });

  test('starts once, however often it is sent', () => {
    expect(decideStart(aGrant(), aGrant().id, form, [])).toEqual(nothing);
    expect(decideStart(aGrant(), aGrant().id, { ...form, ticket: 'IAM-9' }, [])).toEqual(nothing);
  });

  test.each([
    ['the open grant of the same person', [aGrant({ id: uuid(2) })], uuid(2)],
    ['none of another person', [aGrant({ id: uuid(2), email: 'lee@northwind.example' })], null],
    ['none of a plus-address', [aGrant({ id: uuid(2), email: 'kim.sato+x@northwind.example' })], null],
    ['none of a person who was forgotten', [aGrant({ id: uuid(2), email: null })], null],
  ])('points at %s', (_what, open, sameAs) => {
    expect(draftsOf(decideStart(undefined, uuid(1), form, open))).toMatchObject([{ data: { sameAs } }]);
  });
});

describe('decideConfirm', () => {
  const step = { generation: 'members', step: 'send-invitation', text: 'Click “Invite”.', reaches: 'invited' } as const;

  test('logs what was confirmed, in the words that the admin saw', () => {
    expect(decideConfirm(aGrant(), step)).toEqual({
      ok: true,
      drafts: [{ type: 'step.confirmed', grant: aGrant().id, basis: 'confirmed', data: step }],
    });
  });

  test('confirms once', () => {
    const decision = decideConfirm(aGrant(), step);

    expect(decideConfirm(then(aGrant(), decision), step)).toEqual(nothing);
  });

  test.each(['constructor', '__proto__', 'toString'])('confirms a step that is called %s like any other', (name) => {
    const decision = decideConfirm(aGrant(), { ...step, step: name });

    expect(draftsOf(decision)).toHaveLength(1);
    expect(decideConfirm(then(aGrant(), decision), { ...step, step: name })).toEqual(nothing);
  });

  test('keeps plain text of bounded length', () => {
    const [draft] = draftsOf(decideConfirm(aGrant(), { ...step, text: `\u202e${'x'.repeat(5000)}` }));

    expect(draft?.data).toMatchObject({ text: `${'x'.repeat(999)}…` });
  });

  test('refuses where the grant is gone', () => {
    expect(decideConfirm(undefined, step)).toEqual(gone);
  });
});

describe('decideReopen', () => {
  const confirmed = aGrant({ confirmed: { 'check-rights': mark(7, when, 'confirmed') } });

  test('logs an entry that points at the confirmation', () => {
    expect(decideReopen(confirmed, 'members', 'check-rights')).toEqual({
      ok: true,
      drafts: [
        {
          type: 'step.reopened',
          grant: confirmed.id,
          basis: 'confirmed',
          data: { generation: 'members', step: 'check-rights', corrects: 7 },
        },
      ],
    });
  });

  test('reopens once', () => {
    const decision = decideReopen(confirmed, 'members', 'check-rights');

    expect(decideReopen(then(confirmed, decision), 'members', 'check-rights')).toEqual(nothing);
  });

  test.each(['other', '', 'constructor', '__proto__', 'toString'])('has nothing to reopen in a step %j', (step) => {
    expect(decideReopen(confirmed, 'members', step)).toEqual(nothing);
  });

  test('refuses where the grant is gone', () => {
    expect(decideReopen(undefined, 'members', 'check-rights')).toEqual(gone);
  });
});

describe('decideJustify', () => {
  const exception = {
    generation: 'members',
    recommended: 'Read-Only',
    chosen: 'Admin',
    excess: ['managing members'],
    justification: 'Invites the rest of the agency',
  };

  test('logs the exception with its reason', () => {
    expect(decideJustify(aGrant(), { ...exception, justification: '  Invites the \n rest of the agency ' })).toEqual({
      ok: true,
      drafts: [{ type: 'role.justified', grant: aGrant().id, basis: 'confirmed', data: exception }],
    });
  });

  test('logs it once, and another reason or role again', () => {
    const grant = then(aGrant(), decideJustify(aGrant(), exception));

    expect(decideJustify(grant, { ...exception, justification: ` ${exception.justification}` })).toEqual(nothing);
    expect(draftsOf(decideJustify(grant, { ...exception, justification: 'Runs the workspace alone' }))).toHaveLength(1);
    expect(draftsOf(decideJustify(grant, { ...exception, chosen: 'Owner' }))).toHaveLength(1);
  });

  test('keeps the name of a role that the page made up as plain text', () => {
    const strange = { ...exception, chosen: `\u202eAd\u0000min ${'x'.repeat(500)}` };

    const decision = decideJustify(aGrant(), strange);

    expect(draftsOf(decision)).toMatchObject([{ data: { chosen: `Admin ${'x'.repeat(293)}…` } }]);
    expect(decideJustify(then(aGrant(), decision), strange)).toEqual(nothing);
  });

  const short = 'Say in a sentence why this role is needed: the auditor will read it.';

  test.each([
    ['nothing', '', short],
    ['blanks', ' '.repeat(40), short],
    ['what cannot be seen', '\u200b'.repeat(40), short],
    ['a word', 'Because', short],
    ['a key', `It is ghp_${'a1B2c3D4e5'.repeat(4)}`, expect.stringMatching(/looks like an API key/)],
  ])('refuses %s as a reason', (_what, justification, message) => {
    expect(decideJustify(aGrant(), { ...exception, justification })).toEqual({ ok: false, message });
  });

  test('refuses where the grant is gone', () => {
    expect(decideJustify(undefined, exception)).toEqual(gone);
  });
});

describe('decideKeys', () => {
  test('logs the answer, once, and another answer again', () => {
    const yes = decideKeys(aGrant(), true);
    const needed = then(aGrant(), yes);

    expect(draftsOf(yes)).toMatchObject([{ type: 'keys.settled', basis: 'confirmed', data: { needed: true } }]);
    expect(decideKeys(needed, true)).toEqual(nothing);
    expect(draftsOf(decideKeys(needed, false))).toHaveLength(1);
    expect(draftsOf(decideKeys(aGrant(), false))).toHaveLength(1);
  });

  test('refuses where the grant is gone', () => {
    expect(decideKeys(undefined, true)).toEqual(gone);
  });
});

describe('decideKey', () => {
  const step = { generation: 'members', step: 'record-key', text: 'Record the key.', reaches: null };
  const key = {
    name: 'Kim - CI',
    owner: 'Kim Sato',
    purpose: 'CI',
    scope: 'Production',
    permissions: 'Read',
    expires: null,
    rotateDays: 90,
  };

  test('logs the record and the step with it', () => {
    expect(draftsOf(decideKey(aGrant(), 'members', key, step))).toMatchObject([
      { type: 'key.recorded', basis: 'confirmed', data: { generation: 'members', ...key } },
      { type: 'step.confirmed', data: { step: 'record-key' } },
    ]);
  });

  test('logs a key once, a second one without the step, and the step again where it was reopened', () => {
    const first = then(aGrant(), decideKey(aGrant(), 'members', key, step));
    const reopened = then(first, decideReopen(first, 'members', 'record-key'));

    const types = (decision: Decision) => draftsOf(decision).map(({ type }) => type);
    expect(decideKey(first, 'members', key, step)).toEqual(nothing);
    expect(types(decideKey(first, 'members', { ...key, scope: 'Staging' }, step))).toEqual(['key.recorded']);
    expect(types(decideKey(reopened, 'members', key, step))).toEqual(['step.confirmed']);
  });

  test('refuses where the grant is gone', () => {
    expect(decideKey(undefined, 'members', key, step)).toEqual(gone);
  });
});

describe('decideRemoval and decideStopRemoval', () => {
  const removing = then(aGrant(), decideRemoval(aGrant(), ' The project \n has ended '));

  test('log that the access is being taken away, once, in plain words', () => {
    expect(draftsOf(decideRemoval(aGrant(), ' The project \n has \u202eended '))).toMatchObject([
      { type: 'removal.started', basis: 'confirmed', data: { reason: 'The project has ended' } },
    ]);
    expect(decideRemoval(removing, 'Again')).toEqual(nothing);
    expect(decideRemoval(aGrant({ milestones: { removed: mark(9, when) } }), 'Again')).toEqual(nothing);
  });

  test('log that it was a mistake, pointing at the beginning, once', () => {
    const kept = decideStopRemoval(removing);

    expect(draftsOf(kept)).toMatchObject([{ type: 'removal.stopped', data: { corrects: removing.removal?.seq } }]);
    expect(decideStopRemoval(then(removing, kept))).toEqual(nothing);
    expect(decideStopRemoval(aGrant())).toEqual(nothing);
    expect(decideStopRemoval(undefined)).toEqual(nothing);
  });

  test.each([
    ['no reason', ' \u200b ', 'Say why the access is removed: the auditor will read it.'],
    ['a key as reason', `ghp_${'a1B2c3D4e5'.repeat(4)}`, expect.stringMatching(/looks like an API key/)],
  ])('refuse %s', (_what, reason, message) => {
    expect(decideRemoval(aGrant(), reason)).toEqual({ ok: false, message });
  });

  test('refuse where the grant is gone', () => {
    expect(decideRemoval(undefined, 'The project has ended')).toEqual(gone);
  });
});

describe('decideKeyElsewhere', () => {
  const step = { generation: 'members', step: 'document-token', text: 'Note it.', reaches: null } as const;

  test('logs where, and confirms the step', () => {
    const decision = decideKeyElsewhere(aGrant(), 'Vault, path ci/source-maps', step);

    expect(draftsOf(decision)).toMatchObject([
      { type: 'key.documented', data: { where: 'Vault, path ci/source-maps' } },
      { type: 'step.confirmed', data: { step: 'document-token' } },
    ]);
    expect(then(aGrant(), decision).keyElsewhere).toMatchObject({ where: 'Vault, path ci/source-maps' });
    expect(decideKeyElsewhere(then(aGrant(), decision), 'Vault, path ci/source-maps', step)).toEqual(nothing);
  });

  test.each(['', '  ', `ghp_${'a1B2c3D4e5'.repeat(4)}`])('refuses %j', (where) => {
    expect(decideKeyElsewhere(aGrant(), where, step)).toMatchObject({ ok: false });
  });
});
