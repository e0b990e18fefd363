import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkGrantForm,
  emptyGrantForm,
  type FieldErrors,
  type FormRules,
  type GrantForm,
} from '@/lib/domain/grant/new-grant';
import { defaultTicketPattern } from '@/lib/domain/values/ticket';
import { hostileText } from '../hostile-text';

const rules: FormRules = {
  today: '2026-11-21',
  ticketPattern: defaultTicketPattern,
  vendors: [
    { id: 'logrocket', purposes: [{ id: 'support' }, { id: 'implementation' }] },
    { id: 'rudderstack', purposes: [{ id: 'look' }] },
  ],
};

const filled: GrantForm = {
  ticket: 'iam-1234',
  vendor: 'logrocket',
  email: ' Kim Sato <Kim@Northwind.example>',
  purpose: 'support',
  scope: ['Production', ' Staging '],
  temporary: true,
  accessEnds: '2027-06-30',
  approvedBy: ' Dana  Whitfield ',
  reason: 'Checks \n event delivery',
};

const key = `ghp_${'a1B2c3D4e5'.repeat(4)}`;
const secret = expect.stringMatching(/looks like an API key/);

describe('checkGrantForm', () => {
  test('reads a form that is filled in', () => {
    const checked = checkGrantForm(filled, rules);

    expect(checked).toEqual({
      ok: true,
      value: {
        ticket: 'IAM-1234',
        vendor: 'logrocket',
        email: 'kim@northwind.example',
        purpose: 'support',
        scope: ['Production', 'Staging'],
        accessEnds: '2027-06-30',
        approvedBy: 'Dana Whitfield',
        reason: 'Checks event delivery',
      },
    });
  });

  test.each<[string, Partial<GrantForm>, object]>([
    ['no end where access is not temporary', { temporary: false }, { accessEnds: null }],
    ['no end left over from before', { temporary: false, accessEnds: '1999-01-01' }, { accessEnds: null }],
    ['an end today', { accessEnds: '2026-11-21' }, { accessEnds: '2026-11-21' }],
    ['no scope', { scope: [] }, { scope: [] }],
    ['blank lines of the scope left out', { scope: ['', ' ', 'Production'] }, { scope: ['Production'] }],
    ['a scope named twice, once', { scope: ['Production', 'production ', 'Production'] }, { scope: ['Production'] }],
    ['names that are markup, as text', { approvedBy: '<i>=1+1' }, { approvedBy: '<i>=1+1' }],
    ['bidi text without its overrides', { reason: 'a\u202eb' }, { reason: 'ab' }],
  ])('gives %s', (_what, change, expected) => {
    expect(checkGrantForm({ ...filled, ...change }, rules)).toMatchObject({ ok: true, value: expected });
  });

  test.each<[string, Partial<GrantForm>, FieldErrors]>([
    ['a blank ticket', { ticket: ' ' }, { ticket: 'Enter the IAM ticket that approves this access.' }],
    [
      'a ticket that misses the pattern',
      { ticket: '12' },
      { ticket: '“12” is not a ticket number: it looks like #1234, IAM-1234 or RITM0012345.' },
    ],
    ['no vendor', { vendor: '' }, { vendor: 'Choose the vendor.', purpose: expect.stringMatching(/^Choose what/) }],
    ['an unknown vendor', { vendor: 'other' }, { vendor: 'Choose the vendor.', purpose: expect.anything() }],
    ['no purpose', { purpose: '' }, { purpose: 'Choose what the access is for: the role follows from it.' }],
    ['a purpose of the other vendor', { purpose: 'look' }, { purpose: expect.stringMatching(/^Choose what/) }],
    ['a blank e-mail', { email: '' }, { email: 'Enter the e-mail address from the ticket.' }],
    ['an e-mail with a typo', { email: 'kim@northwind.con' }, { email: 'Did you mean kim@northwind.com?' }],
    ['several e-mails', { email: 'a@a.example b@b.example' }, { email: expect.stringMatching(/one e-mail address/) }],
    ['no end of temporary access', { accessEnds: '' }, { accessEnds: 'Enter the day on which the access ends.' }],
    [
      'an end in the past',
      { accessEnds: '2026-11-20' },
      { accessEnds: '2026-11-20 is in the past: enter today or a later day.' },
    ],
    ['no approver', { approvedBy: ' \u200b' }, { approvedBy: 'Enter who approved this on the ticket.' }],
    ['no reason', { reason: '\n' }, { reason: 'Enter the business reason: auditors ask for it first.' }],
    ['a key as ticket', { ticket: key }, { ticket: secret }],
    ['a key as e-mail', { email: key }, { email: secret }],
    ['a key as approver', { approvedBy: key }, { approvedBy: secret }],
    ['a key in the reason', { reason: `Use ${key} please` }, { reason: secret }],
    ['a key in the scope', { scope: ['Production', key] }, { scope: secret }],
  ])('says beside the field what is wrong with %s, and nothing elsewhere', (_what, change, errors) => {
    expect(checkGrantForm({ ...filled, ...change }, rules)).toEqual({ ok: false, errors });
  });

  test('names everything that is missing at once', () => {
    const checked = checkGrantForm({ ...emptyGrantForm, temporary: true }, rules);

    expect(!checked.ok && Object.keys(checked.errors).sort()).toEqual([
      'accessEnds',
      'approvedBy',
      'email',
      'purpose',
      'reason',
      'ticket',
      'vendor',
    ]);
  });

  test('says so where the organization’s ticket pattern cannot be used', () => {
    expect(checkGrantForm(filled, { ...rules, ticketPattern: '[' })).toEqual({
      ok: false,
      errors: { ticket: 'The ticket pattern in the options cannot be used: correct it there.' },
    });
  });

  test('never throws, changes nothing that was typed, and lets no key through', () => {
    const field = fc.oneof(hostileText(12), fc.constantFrom('IAM-1', 'kim@a.example', 'logrocket', 'support', key));
    const form = fc.record({
      ticket: field,
      vendor: field,
      email: field,
      purpose: field,
      scope: fc.array(field, { maxLength: 3 }),
      temporary: fc.boolean(),
      accessEnds: field,
      approvedBy: field,
      reason: field,
    });

    fc.assert(
      fc.property(form, (typed) => {
        const before = structuredClone(typed);

        const checked = checkGrantForm(typed, rules);

        expect(typed).toEqual(before);
        expect(checked.ok && JSON.stringify(checked.value).includes(key)).toBe(false);
      }),
    );
  });
});
