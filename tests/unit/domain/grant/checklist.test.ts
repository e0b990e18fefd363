import { describe, expect, it } from 'vitest';
import {
  type Checklist,
  type Conditions,
  type Proof,
  placeOn,
  type Step,
  settledBy,
  type Trouble,
  troublesShowing,
  viewChecklist,
} from '@/lib/domain/grant/checklist';
import type { Grant, Mark } from '@/lib/domain/grant/grant';
import { aGrant, mark as markAt } from '../../../support/grants';

const source = { ref: 'a document', checkedOn: '2026-11-21', kind: 'vendor' } as const;
const mark = (basis: Mark['basis']): Mark => markAt(2, '2026-11-21T10:00:00.000Z', basis);
const usual: Conditions = { sso: false, outside: false, temporary: false, apiKey: false, memberLimit: true };

const grant = (more: Partial<Grant> = {}): Grant =>
  aGrant({
    email: 'alex@example.com',
    scope: ['Production', 'Staging'],
    recommended: { role: 'Member', scopeRole: 'Viewer' },
    ...more,
  });

const step = (id: string, more: Partial<Step> = {}): Step => ({ id, text: id, why: `Why ${id}.`, source, ...more });
const checklist = (...stages: (readonly Step[])[]): Checklist => ({
  stages: stages.map((steps, at) => ({ id: `stage-${at + 1}`, title: `Stage ${at + 1}`, steps })),
  troubles: [],
});
const ids = (list: Checklist, of: Grant, conditions = usual) =>
  viewChecklist(list, of, conditions).stages.map(({ steps }) => steps.map(({ id }) => id));

describe('which steps apply', () => {
  const list = checklist(
    [step('always'), step('invite', { when: { sso: false } }), step('provision', { when: { sso: true } })],
    [step('key', { when: { apiKey: true } })],
    [step('end', { when: { temporary: true } }), step('review', { when: { temporary: false } })],
    [step('both', { when: { sso: true, temporary: true } })],
  );

  it.each<[string, Partial<Conditions>, string[][]]>([
    ['usually', {}, [['always', 'invite'], ['review']]],
    ['with SSO', { sso: true }, [['always', 'provision'], ['review']]],
    ['with a key', { apiKey: true }, [['always', 'invite'], ['key'], ['review']]],
    ['for a while', { temporary: true }, [['always', 'invite'], ['end']]],
    ['with SSO for a while', { sso: true, temporary: true }, [['always', 'provision'], ['end'], ['both']]],
  ])('%s', (_name, conditions, expected) => {
    expect(ids(list, grant(), { ...usual, ...conditions })).toEqual(expected);
  });
});

describe('a step about a role in each app', () => {
  const list = checklist([step('role'), step('role-in-apps', { when: { scopeRole: true } })]);

  it.each<[string, Grant['recommended'], string[]]>([
    ['applies while nothing is recommended', null, ['role', 'role-in-apps']],
    ['applies where one is recommended', { role: 'Member', scopeRole: 'Viewer' }, ['role', 'role-in-apps']],
    ['falls away where none is', { role: 'Admin', scopeRole: null }, ['role']],
  ])('%s', (_name, recommended, expected) => {
    expect(ids(list, grant({ recommended }))).toEqual([expected]);
  });
});

describe('how far it is', () => {
  const list = checklist([step('one', { proof: 'page' }), step('two')], [step('three', { reaches: 'active' })]);

  it('starts at the first step', () => {
    const view = viewChecklist(list, grant(), usual);

    expect(view).toMatchObject({ done: 0, total: 3, current: { stage: 'stage-1', step: 'one' } });
  });

  it('tells observed from confirmed, and lets only the confirmed be taken back', () => {
    const view = viewChecklist(
      list,
      grant({ page: mark('observed'), confirmed: { one: mark('confirmed'), two: mark('confirmed') } }),
      usual,
    );

    const [first, second] = view.stages[0]?.steps ?? [];
    expect(first).toMatchObject({ state: 'observed', canChange: false });
    expect(second).toMatchObject({ state: 'confirmed', canChange: true });
    expect(view.stages.map(({ done }) => done)).toEqual([2, 0]);
    expect(view.current).toEqual({ stage: 'stage-2', step: 'three' });
  });

  it('lets a step with a proof be confirmed by hand while the page does not prove it', () => {
    const view = viewChecklist(list, grant({ confirmed: { one: mark('confirmed') } }), usual);

    expect(view.stages[0]?.steps[0]).toMatchObject({ state: 'confirmed', canChange: true });
  });

  it('finds the first open step even when later ones are done', () => {
    const view = viewChecklist(list, grant({ confirmed: { three: mark('confirmed') } }), usual);

    expect(view).toMatchObject({ done: 1, current: { stage: 'stage-1', step: 'one' } });
  });

  it.each<[string, string[], string]>([
    ['the step that points to where the admin is', ['send-button'], 'send'],
    ['the first of several', ['send-button', 'email-field'], 'mail'],
    ['the first open step where the admin is nowhere', [], 'mail'],
    ['the first open step where none points there', ['member-row'], 'mail'],
    ['the first open step where the one that points there is done', ['invite-button'], 'mail'],
  ])('goes on with %s', (_name, at, expected) => {
    const steps = [
      step('open', { landmark: 'invite-button' }),
      step('mail', { landmark: 'email-field' }),
      step('send', { landmark: 'send-button' }),
    ];

    const view = viewChecklist(checklist(steps), grant({ confirmed: { open: mark('confirmed') } }), usual, at);

    expect(view.current?.step).toBe(expected);
  });

  it.each([
    ['stays before a milestone that has not been reached', {}, 'send'],
    ['goes on behind it once it is', { send: mark('confirmed') }, 'save'],
  ])('%s, wherever the admin is', (_name, confirmed, expected) => {
    const list = checklist(
      [step('send', { landmark: 'send-button', reaches: 'invited' }), step('note')],
      [step('save', { landmark: 'save-button' })],
    );

    const view = viewChecklist(list, grant({ confirmed }), usual, ['save-button']);

    expect(view.current?.step).toBe(expected);
  });

  it('has no current step when all are done', () => {
    const confirmed = { one: mark('confirmed'), two: mark('confirmed'), three: mark('confirmed') };

    expect(viewChecklist(list, grant({ confirmed }), usual)).toMatchObject({ done: 3, total: 3, current: null });
  });

  it('hands over landmark, milestone and what to copy', () => {
    const steps = [
      step('send', { landmark: 'send-button', reaches: 'invited', copy: 'email' }),
      step('note', { copy: 'ticket' }),
    ];

    const view = viewChecklist(checklist(steps), grant(), usual);

    expect(view.stages[0]?.steps).toMatchObject([
      { landmark: 'send-button', reaches: 'invited', copy: 'alex@example.com' },
      { landmark: null, reaches: null, copy: 'IAM-1234' },
    ]);
  });
});

describe('placeholders', () => {
  const text = '{email} {role} {scopeRole} {scope} {ticket} {accessEnds} {other}';
  const filled = (of: Grant) =>
    viewChecklist(checklist([step('one', { text, why: text })]), of, usual).stages[0]?.steps[0];

  it('are filled from the grant, and unknown ones are left alone', () => {
    const expected = 'alex@example.com Member Viewer Production, Staging IAM-1234 2026-12-31 {other}';

    expect(filled(grant({ accessEnds: '2026-12-31' }))).toMatchObject({ text: expected, why: expected });
  });

  it('read as a sentence where the grant does not know yet, or any more', () => {
    const empty = grant({ email: null, recommended: null, scope: [] });

    expect(filled(empty)?.text).toBe(
      'the collaborator the recommended role the recommended role the scope of the ticket IAM-1234  {other}',
    );
  });

  it('take what a person typed literally', () => {
    expect(filled(grant({ email: "$&{ticket}$'@example.com" }))?.text).toContain("$&{ticket}$'@example.com");
  });
});

describe('proven', () => {
  const access = [
    { name: 'Production', role: 'Viewer' },
    { name: 'staging ', role: 'VIEWER' },
  ];

  it.each<[Proof, string, Partial<Grant>, boolean]>([
    ['page', 'was seen', { page: mark('observed') }, true],
    ['page', 'was not seen', {}, false],
    ['invited', 'was seen', { milestones: { invited: mark('observed') } }, true],
    ['invited', 'was only said', { milestones: { invited: mark('confirmed') } }, false],
    ['accepted', 'was seen', { milestones: { accepted: mark('observed') } }, true],
    ['accepted', 'is still pending', { milestones: { invited: mark('observed') } }, false],
    ['role', 'is the recommended one', { role: 'member', roleSeen: mark('observed') }, true],
    ['role', 'is another', { role: 'Admin', roleSeen: mark('observed') }, false],
    ['role', 'was not seen', { role: 'Member' }, false],
    ['access', 'is as advised in every app', { access, accessSeen: mark('observed') }, true],
    ['access', 'was not seen', { access }, false],
    ['access', 'lacks an app', { access: access.slice(1), accessSeen: mark('observed') }, false],
    [
      'access',
      'is more in one app',
      { access: [{ name: 'Production', role: 'Admin' }, ...access.slice(1)], accessSeen: mark('observed') },
      false,
    ],
    ['access', 'has no scope to hold against', { access, accessSeen: mark('observed'), scope: [] }, false],
    [
      'access',
      'has no role to hold against',
      { access, accessSeen: mark('observed'), recommended: { role: 'Member', scopeRole: null } },
      false,
    ],
  ])('%s that %s', (proof, _name, more, expected) => {
    expect(settledBy(grant(more), proof)).toBe(expected ? 'observed' : null);
  });
});

describe('troublesShowing', () => {
  const trouble = (id: string, offered?: Trouble['offered']): Trouble => ({
    id,
    title: id,
    advice: `Do ${id}.`,
    source,
    ...(offered ? { offered } : {}),
  });
  const all = [
    trouble('on-demand'),
    trouble('cannot-assign', { landmark: 'add-to-app', before: 'accepted' }),
    trouble('not-received', 'lapsed'),
  ];
  const shown = { 'add-to-app': true };

  it.each<[string, Grant['milestones'], Record<string, boolean>, boolean, string[]]>([
    ['nothing while nothing is wrong', {}, {}, false, []],
    ['the one whose landmark shows too early', {}, shown, false, ['cannot-assign']],
    ['not once the milestone was reached', { accepted: mark('observed') }, shown, false, []],
    ['the one of an invitation that lapsed', {}, {}, true, ['not-received']],
  ])('%s', (_name, milestones, landmarks, lapsed, expected) => {
    expect(troublesShowing(all, grant({ milestones }), landmarks, lapsed).map(({ id }) => id)).toEqual(expected);
  });
});

describe('placeOn a form', () => {
  const exception = { seq: 5, recommended: 'Member', chosen: 'Admin', justification: 'Sets up the integrations' };

  it.each<[string, string[], string[], Partial<Grant>, string]>([
    ['an empty form', [], [], {}, 'email-field'],
    ['another address', ['alexa@example.com'], ['Member'], {}, 'email-field'],
    ['the address, however it is written', [' Alex@Example.com'], [], {}, 'role-field'],
    ['the address among others', ['kim@example.com', 'alex@example.com'], ['Owner'], {}, 'role-field'],
    ['another role', ['alex@example.com'], ['Admin'], {}, 'role-field'],
    ['the recommended role', ['alex@example.com'], ['member'], {}, 'send-button'],
    ['a role that was justified', ['alex@example.com'], ['Admin'], { exceptions: [exception] }, 'send-button'],
    ['nobody to look for', ['alex@example.com'], ['Member'], { email: null }, 'email-field'],
  ])('%s', (_name, emails, roles, more, expected) => {
    const place = placeOn({ form: { emails, roles }, landmarks: {} }, grant(more), ['save-app']);

    expect(place).toEqual({ at: [expected], next: null });
  });

  it('leads on with the button of a wizard, before the one that sends shows', () => {
    const form = { emails: ['alex@example.com'], roles: ['Member'] };
    const at = (landmarks: Record<string, boolean>) => placeOn({ form, landmarks }, grant());

    expect(at({ 'next-button': true })).toEqual({ at: ['role-field', 'next-button'], next: 'next-button' });
    expect(at({ 'next-button': true, 'send-button': true })).toEqual({ at: ['send-button'], next: null });
  });
});

describe('placeOn a page without a form', () => {
  const wizard = { emails: ['alex@example.com'], roles: ['Member'] };

  it.each([
    ['the button that leads on in a wizard', { wizard, landmarks: { 'next-button': true } }, ['next-button']],
    ['the button that sends in its last step', { wizard, landmarks: { 'send-button': true } }, ['send-button']],
    ['what was opened elsewhere', { landmarks: { 'next-button': true } }, ['save-app']],
  ])('%s', (_name, seen, at) => {
    expect(placeOn({ form: null, ...seen }, grant(), ['save-app'])).toEqual({ at, next: null });
  });
});
