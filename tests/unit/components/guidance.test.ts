import { describe, expect, test } from 'vitest';
import { guidanceOf, isAboutRole } from '@/components/checklist/guidance';
import { aGrant, mark } from '../../support/grants';

const settings = { plan: '', sso: false, scope: [] };
const recommended = { role: 'Read-Only', scopeRole: null };

describe('guidanceOf', () => {
  test('knows nothing of a vendor that this version does not have', () => {
    expect(guidanceOf(aGrant({ vendor: 'hotjar' }), null, settings)).toBeNull();
  });

  test('names the vendor alone until a page was seen, then the version of its console', () => {
    expect(guidanceOf(aGrant(), null, settings)?.where).toBe('RudderStack');
    expect(guidanceOf(aGrant({ generation: 'members' }), null, settings)?.where).toBe(
      'RudderStack · Settings › Members (2023)',
    );
  });

  test.each([
    ['no form is open', null, 'open-members'],
    ['the form is empty', { emails: [], roles: [] }, 'enter-email'],
    ['the address is in', { emails: ['kim.sato@northwind.example'], roles: ['Admin'] }, 'choose-role'],
    ['the role is right', { emails: ['kim.sato@northwind.example'], roles: ['Read-Only'] }, 'send-invitation'],
  ])('follows the admin through the invite form: %s', (_what, form, step) => {
    const grant = aGrant({ generation: 'members', recommended });

    expect(guidanceOf(grant, { form }, settings)?.current?.id).toBe(step);
  });

  test('leaves out what does not apply', () => {
    const stages = (sso: boolean) =>
      guidanceOf(aGrant({ generation: 'members' }), null, { ...settings, sso })?.view.stages.map(({ id }) => id);

    expect(stages(false)).not.toContain('identity-provider');
    expect(stages(true)).toContain('identity-provider');
  });
});

describe('isAboutRole', () => {
  const current = (confirmed: string[]) => {
    const marks = Object.fromEntries(confirmed.map((id) => [id, mark(5, '2026-11-20T09:00:00.000Z', 'confirmed')]));
    return guidanceOf(aGrant({ generation: 'members', confirmed: marks }), null, settings)?.current ?? null;
  };

  test.each([
    [[], false],
    [['open-members', 'check-rights', 'check-workspace'], true],
  ])('after %j: %s', (confirmed, expected) => {
    expect(isAboutRole(current(confirmed))).toBe(expected);
  });

  test('of no step is false', () => {
    expect(isAboutRole(null)).toBe(false);
  });
});
