import { describe, expect, it } from 'vitest';
import { defaultSettings } from '@/lib/domain/values/settings';
import { listRulesFor } from '@/lib/vendors/list-rules';

const url = 'https://app.logrocket.com/r/settings/organization/team';
const team = { vendor: 'logrocket', generation: 'team-members', page: 'team-members', url };
const planned = (vendor: string, plan: string) => ({
  ...defaultSettings,
  vendors: { [vendor]: { plan, sso: false, scope: [] } },
});

describe('listRulesFor', () => {
  it.each([
    ['a page that no list is on', { ...team, page: 'billing' }],
    ['a vendor that this version does not know', { ...team, vendor: 'acme' }],
    ['a generation that it does not know', { ...team, generation: 'next' }],
  ])('has no rules for %s', (_case, list) => {
    expect(listRulesFor(list, defaultSettings, [])).toBeNull();
  });

  it.each([
    ['', null],
    ['free', 10],
    ['no-such-plan', null],
  ])('knows for the plan “%s” the limit %s', (plan, limit) => {
    const list = { vendor: 'rudderstack', generation: 'members', page: 'members', url: '' };

    expect(listRulesFor(list, planned('rudderstack', plan), [])).toMatchObject({ lists: 'everybody', limit });
  });

  it('tells members from invitations where a vendor keeps them on two pages', () => {
    const list = { vendor: 'rudderstack', generation: 'access-management', url: '' };

    expect(listRulesFor({ ...list, page: 'users' }, defaultSettings, [])?.lists).toBe('members');
    expect(listRulesFor({ ...list, page: 'invitations' }, defaultSettings, [])?.lists).toBe('invitations');
  });
});
