import { describe, expect, test } from 'vitest';
import { conditionsOf, isOutside } from '@/lib/domain/grant/conditions';
import { aGrant } from '../../../support/grants';

const settings = { plan: '', sso: false, scope: [] };
const source = { ref: 'a document', checkedOn: '2026-11-21', kind: 'vendor' } as const;

describe('conditionsOf', () => {
  test.each([
    ['access without an end', { accessEnds: null, purpose: 'look' }, false, [false, false, false]],
    ['temporary access', { accessEnds: '2027-06-30', purpose: 'look' }, false, [false, true, false]],
    ['an organization with SSO', { accessEnds: null, purpose: 'look' }, true, [true, false, false]],
    [
      'an implementation, which uploads source maps',
      { accessEnds: null, purpose: 'implementation' },
      false,
      [false, false, true],
    ],
    ['running the environment', { accessEnds: null, purpose: 'environment' }, false, [false, false, true]],
    ['everything together', { accessEnds: '2027-06-30', purpose: 'environment' }, true, [true, true, true]],
    ['a purpose of a newer version', { accessEnds: null, purpose: 'constructor' }, false, [false, false, false]],
    [
      'a key that the admin found needed',
      { accessEnds: null, purpose: 'look', keyNeeded: true },
      false,
      [false, false, true],
    ],
    [
      'a key that the admin found not needed',
      { accessEnds: null, purpose: 'environment', keyNeeded: false },
      false,
      [false, false, false],
    ],
  ])('of %s', (_what, grant, sso, [usesSso, temporary, apiKey]) => {
    const { outside: _, memberLimit: __, ...found } = conditionsOf(aGrant(grant), { ...settings, sso }, undefined);

    expect(found).toEqual({ sso: usesSso, temporary, apiKey });
  });

  const limit = { members: 10, plans: { free: 'Free', starter: 'Starter' }, source };

  test.each([
    ['no plan is known', '', limit, true],
    ['the plan has the limit', 'free', limit, true],
    ['the plan has none', 'growth', limit, false],
    ['the plan’s name is no plan', 'constructor', limit, false],
    ['the vendor limits no plan', '', undefined, false],
  ])('the number of members may be limited where %s', (_what, plan, of, expected) => {
    expect(conditionsOf(aGrant(), { ...settings, plan }, of).memberLimit).toBe(expected);
  });
});

describe('isOutside', () => {
  test.each([
    ['another domain', 'kim@partner.example', true, 'northwind.example', true],
    ['the same domain', 'kim@northwind.example', true, 'northwind.example', false],
    ['the same, written otherwise', 'kim@Northwind.example', true, ' @NORTHWIND.example ', false],
    ['a domain under it', 'kim@mail.northwind.example', true, 'northwind.example', true],
    ['a domain that nobody told', 'kim@partner.example', true, '', false],
    ['an organization without SSO', 'kim@partner.example', false, 'northwind.example', false],
    ['somebody forgotten', null, true, 'northwind.example', false],
  ])('%s', (_what, email, sso, domain, expected) => {
    expect(isOutside(email, { sso, domain })).toBe(expected);
  });
});
