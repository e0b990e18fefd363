import { describe, expect, test } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import { guideFor, isAboutRole } from '@/lib/vendors/guide';
import { aGrant, mark } from '../../support/grants';
import { facts } from '../messaging/samples';

const settings = { plan: '', sso: false, scope: [] };
const recommended = { role: 'Read-Only', scopeRole: null };

describe('guideFor', () => {
  test('knows nothing of a vendor that this version does not have', () => {
    expect(guideFor(aGrant({ vendor: 'hotjar' }), null, settings)).toBeNull();
  });

  test('names the vendor alone until a page was seen, then the version of its console', () => {
    expect(guideFor(aGrant(), null, settings)?.where).toBe('RudderStack');
    expect(guideFor(aGrant({ generation: 'members' }), null, settings)?.where).toBe(
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

    expect(guideFor(grant, facts({ form }), settings)?.current?.id).toBe(step);
  });

  describe('follows RudderStack’s invite wizard', () => {
    const grant = aGrant({ generation: 'access-management', recommended: { role: 'Member', scopeRole: null } });
    const recognition = { ...facts().recognition, generation: 'access-management', page: 'invitations' };
    const filled = { emails: ['kim.sato@northwind.example'], roles: ['Member'] };
    const [next, send] = [{ 'next-button': true }, { 'send-button': true }];

    test.each([
      ['no address yet', { form: { emails: [], roles: [] }, landmarks: next }, 'enter-email', 'email-field'],
      ['another role', { form: { ...filled, roles: ['Admin'] }, landmarks: next }, 'choose-role', 'role-field'],
      ['all filled in: leads on', { form: filled, landmarks: next }, 'choose-role', 'next-button'],
      ['groups and workspaces', { wizard: filled, landmarks: next }, 'choose-groups', 'next-button'],
      ['the confirmation', { wizard: filled, landmarks: send }, 'send-invitation', 'send-button'],
      ['a Next of something else', { landmarks: next }, 'open-invitations', 'invitations-tab'],
    ])('%s', (_what, seen, step, landmark) => {
      const guide = guideFor(grant, facts({ recognition, ...seen }), settings);

      expect(guide?.current?.id).toBe(step);
      expect(guide?.landmark).toBe(landmark);
    });

    test('on from a role that the admin confirmed', () => {
      const confirmed = { 'choose-role': mark(5, '2026-11-20T09:00:00.000Z', 'confirmed') };
      const seen = facts({ recognition, form: filled, landmarks: next, rows: [] });

      expect(guideFor({ ...grant, confirmed }, seen, settings)?.current?.id).toBe('choose-groups');
    });
  });

  describe('follows LogRocket’s dialog of apps', () => {
    const recognition = {
      vendor: 'logrocket',
      generation: 'organization-team',
      page: 'team',
      evidence: [],
      missing: [],
    };
    const landmarks = { 'add-to-app': false, 'save-app': true };
    const member = (milestones: Grant['milestones']) =>
      aGrant({ vendor: 'logrocket', generation: 'organization-team', purpose: 'support', milestones });
    const at = mark(6, '2026-11-20T09:00:00.000Z');

    test.each([
      ['only after the acceptance', { invited: at, accepted: at }, 'save-apps'],
      ['not before', { invited: at }, 'open-team'],
    ])('%s', (_when, milestones, step) => {
      expect(guideFor(member(milestones), facts({ recognition, landmarks }), settings)?.current?.id).toBe(step);
    });
  });

  test.each([
    ['no plan is known', '', true],
    ['the plan is limited', 'starter', true],
    ['the plan is not', 'growth', false],
  ])('checks for room where %s', (_what, plan, expected) => {
    const { view } = guideFor(aGrant({ generation: 'members' }), null, { ...settings, plan }) ?? {};
    const steps = view?.stages.flatMap((stage) => stage.steps.map(({ id }) => id)) ?? [];

    expect(steps.includes('check-limit')).toBe(expected);
  });

  test.each([
    ['of another domain', 'partner.example', ['sso-outside', 'sso-provision', 'sso-sign-in']],
    ['of the same', 'northwind.example', ['sso-domain', 'sso-provision', 'sso-sign-in']],
    ['of a domain that nobody told', '', ['sso-domain', 'sso-provision', 'sso-sign-in']],
  ])('with SSO asks about an address %s', (_what, domain, expected) => {
    const { view } = guideFor(aGrant({ generation: 'members' }), null, { ...settings, sso: true, domain }) ?? {};
    const stage = view?.stages.find(({ id }) => id === 'identity-provider');

    expect(stage?.steps.map(({ id }) => id)).toEqual(expected);
  });

  test('leaves out what does not apply', () => {
    const stages = (sso: boolean) =>
      guideFor(aGrant({ generation: 'members' }), null, { ...settings, sso })?.view.stages.map(({ id }) => id);

    expect(stages(false)).not.toContain('identity-provider');
    expect(stages(true)).toContain('identity-provider');
  });
});

describe('isAboutRole', () => {
  const current = (confirmed: string[]) => {
    const marks = Object.fromEntries(confirmed.map((id) => [id, mark(5, '2026-11-20T09:00:00.000Z', 'confirmed')]));
    return guideFor(aGrant({ generation: 'members', confirmed: marks }), null, settings)?.current ?? null;
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
