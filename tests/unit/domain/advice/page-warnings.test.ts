import { describe, expect, test } from 'vitest';
import { advise, purposeNeed, warningsOf as warn, warnedFields } from '@/lib/domain/advice';
import type { Grant } from '@/lib/domain/grant/grant';
import type { InviteForm } from '@/lib/domain/grant/page-facts';
import { generationFor } from '@/lib/vendors/registry';
import { aGrant, mark } from '../../../support/grants';

const model = (() => {
  const members = generationFor('rudderstack', 'members');
  if (!members) throw new Error('RudderStack members is not registered');
  return members.model;
})();
const grant = (change: Partial<Grant> = {}) => aGrant({ purpose: 'connections', ...change });
const warningsOf = (of: Grant, form: InviteForm | null, outside = false) => {
  const need = purposeNeed(model, of.purpose);
  return warn(of, form, model, need && advise(need, model), { outside });
};
const mine = 'kim.sato@northwind.example';

describe('the role in the open form', () => {
  test.each([
    ['the recommended role', [mine], ['Read-Write'], null],
    ['no role chosen yet', [mine], [], null],
    ['a greater role, before the address is typed', [], ['Admin'], /^Admin also gives .*Recommended: Read-Write\.$/],
    ['a greater role for this person', [mine], ['Admin'], /^Admin also gives/],
    ['a lesser role that the form opened with', [], ['Read-Only'], null],
    ['a lesser role for this person', [mine.toUpperCase()], ['Read-Only'], /^Read-Only does not give/],
    ['a role that nobody knows', [mine], ['Superuser'], /does not know the role “Superuser”/],
    ['the second of several roles', [mine], ['Read-Write', 'Admin'], /^Admin also gives/],
    ['the second of several in one text', [mine], ['Read-Write, Admin'], /^Admin also gives/],
  ])('%s', (_what, emails, roles, expected) => {
    const { role, where } = warningsOf(grant(), { emails, roles });

    expect(where).toBe('form');
    if (expected === null) expect(role).toBeNull();
    else expect(role?.message).toMatch(expected);
  });

  test('is quiet once an exception for that role was logged, and says which', () => {
    const exceptions = [{ seq: 7, recommended: 'Read-Write', chosen: 'Admin', justification: 'Runs the launch week' }];

    const warnings = warningsOf(grant({ exceptions }), { emails: [mine], roles: ['ADMIN'] });

    expect(warnings.role).toBeNull();
    expect(warnings.justified?.justification).toBe('Runs the launch week');
  });

  test.each([
    ['another role', 'Read-Only', ['Admin'], false],
    ['the role in other white space', ' Admin ', ['Admin'], true],
    ['a role that nobody knows, in other white space', 'Superuser', [' Superuser '], true],
  ])('an exception that was logged for %s', (_what, chosen, roles, counts) => {
    const exceptions = [{ seq: 7, recommended: 'Read-Write', chosen, justification: null }];

    const { role, justified } = warningsOf(grant({ exceptions }), { emails: [mine], roles });

    expect(justified !== null).toBe(counts);
    expect(role === null).toBe(counts);
  });

  test('is not judged where nothing is recommended', () => {
    expect(warningsOf(grant({ purpose: 'unheard of' }), { emails: [mine], roles: ['Admin'] }).role).toBeNull();
  });
});

describe('the role on the list', () => {
  const seen = (role: string | null) =>
    grant({ role, roleSeen: role === null ? null : mark(5, '2026-11-20T09:00:00Z') });

  test.each([
    ['nothing was seen', null, null],
    ['the recommended role', 'Read-Write', null],
    ['a greater role', 'Admin', 'Admin'],
    ['one of several roles', 'Read-Write, Admin', 'Admin'],
  ])('%s', (_what, role, chosen) => {
    const warnings = warningsOf(seen(role), null);

    expect(warnings.where).toBe('list');
    expect(warnings.role?.chosen ?? null).toBe(chosen);
  });
});

describe('the address in the open form', () => {
  test.each([
    ['nothing typed', [], null],
    ['the grant’s own', ['Kim.Sato@Northwind.example'], null],
    ['the grant’s own, half typed', ['kim.sato@northwind.ex'], null],
    ['no address yet', ['kim@'], null],
    ['another one', ['eve@x.example'], /^The form names eve@x\.example\./],
    ['another one beside it', [mine, 'eve@x.example'], /names 2 addresses: eve@x\.example too/],
    [
      'two others beside it',
      [mine, 'eve@x.example', 'ada@x.example'],
      /names 3 addresses: eve@x\.example and ada@x\.example too\./,
    ],
    ['two others', ['eve@x.example', 'ada@x.example'], /^The form names eve@x\.example and ada@x\.example\. /],
  ])('%s', (_what, emails, expected) => {
    const { email } = warningsOf(grant(), { emails, roles: [] });

    if (expected === null) expect(email).toBeNull();
    else expect(email).toMatch(expected);
  });

  test('is not judged for a person who was forgotten', () => {
    expect(warningsOf(grant({ email: null }), { emails: ['eve@x.example'], roles: [] }).email).toBeNull();
  });
});

describe('an address outside the domain that signs in through SSO', () => {
  test.each([
    ['is warned of once it is in the form', [mine], true, /not of the domain that signs in through SSO/],
    ['is nothing to say while the form is empty', [], true, null],
    ['is nothing to say where it is of the domain', [mine], false, null],
    ['gives way to a wrong address', ['eve@x.example'], true, /^The form names eve/],
  ])('%s', (_what, emails, outside, expected) => {
    const { email } = warningsOf(grant(), { emails, roles: [] }, outside);

    if (expected === null) expect(email).toBeNull();
    else expect(email).toMatch(expected);
  });
});

describe('the fields to mark', () => {
  test.each([
    ['none where all is well', { emails: [mine], roles: ['Read-Write'] }, []],
    ['the role', { emails: [mine], roles: ['Admin'] }, ['role']],
    ['the address', { emails: ['eve@x.example'], roles: ['Read-Write'] }, ['email']],
    ['both', { emails: ['eve@x.example'], roles: ['Admin'] }, ['email', 'role']],
  ] as const)('%s', (_what, { emails, roles }, expected) => {
    expect(warnedFields(warningsOf(grant(), { emails: [...emails], roles: [...roles] }))).toEqual(expected);
  });

  test('none while no form is open', () => {
    expect(warnedFields(warningsOf(grant({ role: 'Admin' }), null))).toEqual([]);
  });
});
