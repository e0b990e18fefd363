import { describe, expect, test } from 'vitest';
import { circumstancesOf } from '@/lib/domain/circumstances';
import { aGrant } from '../../support/grants';

const settings = { plan: '', sso: false, scope: [] };

describe('circumstancesOf', () => {
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
    expect(circumstancesOf(aGrant(grant), { ...settings, sso })).toEqual({ sso: usesSso, temporary, apiKey });
  });
});
