import { describe, expect, test } from 'vitest';
import { warningsOf } from '@/components/advice/warnings';
import type { Grant } from '@/lib/domain/grant';
import { generationFor } from '@/lib/vendors/registry';
import { aGrant, mark } from '../../support/grants';

const model = (() => {
  const members = generationFor('rudderstack', 'members');
  if (!members) throw new Error('RudderStack members is not registered');
  return members.model;
})();
const grant = (change: Partial<Grant> = {}) => aGrant({ purpose: 'connections', ...change });
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
  ])('%s', (_what, emails, roles, expected) => {
    const { role, where } = warningsOf(grant(), { emails, roles }, model);

    expect(where).toBe('form');
    if (expected === null) expect(role).toBeNull();
    else expect(role?.message).toMatch(expected);
  });

  test('is quiet once an exception for that role was logged, and says which', () => {
    const exceptions = [{ seq: 7, recommended: 'Read-Write', chosen: 'Admin', justification: 'Runs the launch week' }];

    const warnings = warningsOf(grant({ exceptions }), { emails: [mine], roles: ['ADMIN'] }, model);

    expect(warnings.role).toBeNull();
    expect(warnings.justified?.justification).toBe('Runs the launch week');
  });

  test('is not judged where nothing is recommended', () => {
    expect(warningsOf(grant({ purpose: 'unheard of' }), { emails: [mine], roles: ['Admin'] }, model).role).toBeNull();
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
    const warnings = warningsOf(seen(role), null, model);

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
    ['another one beside it', [mine, 'eve@x.example'], /also names eve@x\.example/],
  ])('%s', (_what, emails, expected) => {
    const { email } = warningsOf(grant(), { emails, roles: [] }, model);

    if (expected === null) expect(email).toBeNull();
    else expect(email).toMatch(expected);
  });

  test('is not judged for a person who was forgotten', () => {
    expect(warningsOf(grant({ email: null }), { emails: ['eve@x.example'], roles: [] }, model).email).toBeNull();
  });
});
