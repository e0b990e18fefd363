import { describe, expect, it } from 'vitest';
import type { Description } from '@/lib/domain/advice';
import { descriptionAt, organizationTyped } from '@/lib/vendors/describing';

const at = { vendor: 'rudderstack', organization: '', generation: 'access-management' };
const editors: Description = { kind: 'group', name: 'Editors', gives: ['edit-sources', 'gone'] };

describe('descriptionAt', () => {
  it('says what, where and when', () => {
    expect(descriptionAt(at, editors, '2026-11-21')).toEqual({
      ok: true,
      value: { ...at, kind: 'group', name: 'Editors', gives: ['edit-sources'], on: '2026-11-21' },
    });
  });

  it.each([
    ['a vendor that nobody knows', { ...at, vendor: 'nobody' }, editors, /does not know that page/],
    ['a page of a newer version', { ...at, generation: 'newer' }, editors, /does not know that page/],
    ['a group where there are none', { ...at, generation: 'members' }, editors, /no group to describe/],
    ['a role of the pack', at, { ...editors, kind: 'role', name: 'admin' } as const, /knows what admin gives/],
  ])('refuses %s', (_what, where, said, message) => {
    expect(descriptionAt(where, said, '2026-11-21')).toEqual({ ok: false, message: expect.stringMatching(message) });
  });
});

describe('organizationTyped', () => {
  it.each([
    ['logrocket', 'acme', 'acme'],
    ['logrocket', ' /acme/ ', 'acme'],
    ['logrocket', 'https://app.logrocket.com/acme/settings/members', 'acme'],
    ['logrocket', 'https://app.logrocket.com/', null],
    ['logrocket', 'acme/web', null],
    ['logrocket', 'Acme Corp', null],
    ['logrocket', '', null],
    ['rudderstack', 'https://app.rudderstack.com/organization', null],
  ])('at %s, “%s” names %s', (vendor, typed, organization) => {
    expect(organizationTyped(vendor, typed)).toBe(organization);
  });
});
