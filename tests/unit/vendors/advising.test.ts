import { describe, expect, it } from 'vitest';
import type { Described } from '@/lib/domain/advice';
import { type AdviceFacts, type Advisable, adviceFor, onlySettings } from '@/lib/vendors/advising';
import { generationFor, organizationAt } from '@/lib/vendors/registry';

const team = (() => {
  const found = generationFor('logrocket', 'team-members');
  if (!found) throw new Error('LogRocket is not registered');
  return found;
})();
const grant = (change: Partial<Advisable> = {}): Advisable => ({
  vendor: 'logrocket',
  email: 'kim@partner.example',
  purpose: 'support',
  scope: ['Production'],
  accessEnds: null,
  ...change,
});
const settings = { plan: '', sso: false, scope: [] };
const facts = (change: Partial<AdviceFacts> = {}): AdviceFacts => ({ ...onlySettings(settings), ...change });
const analyst: Described = {
  vendor: 'logrocket',
  organization: 'acme',
  generation: 'team-members',
  kind: 'role',
  name: 'Analyst',
  gives: ['linked-sessions', 'developer-pane', 'search-sessions'],
  on: '2026-11-20',
};

describe('what the conditions are', () => {
  it.each([
    [
      'plain, of an admin whom nobody knows',
      {},
      {},
      { external: null, outside: false, temporary: false, limited: true },
    ],
    ['from outside', {}, { admin: 'dana@acme.example' }, { external: true }],
    ['from inside', { email: 'kim@ACME.example' }, { admin: 'dana@acme.example' }, { external: false }],
    ['no address yet', { email: '' }, { admin: 'dana@acme.example' }, { external: null, outside: false }],
    ['forgotten', { email: null }, { admin: 'dana@acme.example' }, { external: null }],
    [
      'outside the SSO domain',
      {},
      { settings: { ...settings, sso: true, domain: '@Acme.example ' } },
      { outside: true, sso: true },
    ],
    [
      'inside it',
      { email: 'kim@acme.example' },
      { settings: { ...settings, sso: true, domain: 'acme.example' } },
      { outside: false },
    ],
    ['a domain without SSO', {}, { settings: { ...settings, domain: 'acme.example' } }, { outside: false }],
    ['temporary', { accessEnds: '2026-12-31' }, {}, { temporary: true }],
    ['unlimited', { scope: [] }, {}, { limited: false }],
    ['members seen', {}, { members: { active: 3, pending: 1 } }, { members: { active: 3, pending: 1 } }],
  ] as const)('%s', (_what, change, about, expected) => {
    const { conditions } = adviceFor(grant(change as Partial<Advisable>), team, facts(about as Partial<AdviceFacts>));

    expect(conditions).toMatchObject(expected);
  });
});

describe('adviceFor', () => {
  it('advises a role that this organization described, by its own name', () => {
    const described = [analyst];

    expect(adviceFor(grant(), team, facts({ described, organization: 'acme' })).advice?.organization.label).toBe(
      'Analyst',
    );
    expect(adviceFor(grant(), team, facts({ described, organization: 'other' })).advice?.organization.label).toBe(
      'Developer',
    );
  });

  it('counts what was refined', () => {
    const { need, advice } = adviceFor(grant({ refine: { add: ['billing', 'gone'], drop: [] } }), team, facts());

    expect(need?.unknown).toEqual(['gone']);
    expect(advice?.organization.label).toBe('Admin');
  });

  it('has no advice for a purpose that nobody knows', () => {
    expect(adviceFor(grant({ purpose: 'unheard of' }), team, facts())).toMatchObject({ need: null, advice: null });
  });
});

describe('organizationAt', () => {
  it.each([
    ['logrocket', 'https://app.logrocket.com/acme/web/settings/team', 'acme'],
    ['logrocket', 'https://app.logrocket.com/r/settings/roles', ''],
    ['logrocket', 'https://app.logrocket.com/login', ''],
    ['rudderstack', 'https://app.rudderstack.com/organization?tab=members', ''],
    ['nobody', 'https://example.com/acme/x/', ''],
  ])('%s %s is “%s”', (vendor, url, organization) => {
    expect(organizationAt(vendor, url)).toBe(organization);
  });
});
