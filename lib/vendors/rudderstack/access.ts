import type { VendorAccess } from '../vendor';
import { baselinePolicy, memberManagement, planLimits, ssoEntraGuide, ssoGuide } from './sources';

export const access: VendorAccess = {
  purposes: [
    { id: 'look', label: 'Look only', hint: 'See how sources, destinations and connections are set up.' },
    { id: 'connections', label: 'Sources and destinations', hint: 'Set up and change sources and destinations.' },
    { id: 'transformations', label: 'Transformations', hint: 'Write and change transformations.' },
    { id: 'tracking-plans', label: 'Tracking plans', hint: 'Write and change tracking plans.' },
    {
      id: 'live-events',
      label: 'Debugging with live events',
      hint: 'Watch events as they pass, personal data included.',
    },
    { id: 'audit-logs', label: 'Reading audit logs', hint: 'See who changed what.' },
    { id: 'administration', label: 'Managing members and settings', hint: 'Invite people and run the workspace.' },
  ],
  scope: {
    word: 'workspace',
    plural: 'workspaces',
    suggestions: [],
    source: memberManagement,
  },
  cautions: [
    {
      id: 'sso-first',
      text: 'With SSO the normal sign-in page does not work, and there is no other: start at your identity provider.',
      when: { sso: true },
      source: ssoGuide,
    },
    {
      id: 'outside-domain',
      text: 'The address is not of your SSO domain, and only one domain can be named there: agree first on how they sign in.',
      when: { outside: true },
      source: ssoEntraGuide,
    },
    {
      id: 'external',
      text: 'Somebody from outside: keep the baseline of the workspace at what everybody may have.',
      when: { external: true, plans: ['enterprise'] },
      source: baselinePolicy,
    },
    {
      id: 'temporary',
      text: 'No end date can be set at RudderStack: set a reminder to remove the member.',
      when: { temporary: true },
      source: { ...memberManagement, kind: 'derived' },
    },
  ],
  limit: { members: 10, plans: { free: 'Free', starter: 'Starter' }, source: planLimits },
  organization: null,
};
