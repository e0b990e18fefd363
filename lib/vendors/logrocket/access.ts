import type { VendorAccess } from '../vendor';
import { addAccess, userManagement } from './sources';

export const access: VendorAccess = {
  purposes: [
    {
      id: 'implementation',
      label: 'Implementation or configuration',
      hint: 'Set up recording, privacy, source maps and integrations.',
    },
    { id: 'support', label: 'Support or analysis', hint: 'Watch sessions, filter them and share them.' },
    { id: 'visibility', label: 'Limited visibility', hint: 'Look at sessions, change nothing.' },
    { id: 'environment', label: 'Managing the environment', hint: 'Invite people, create apps, manage integrations.' },
  ],
  scope: {
    word: 'app',
    plural: 'apps',
    suggestions: ['Production', 'Staging', 'Development'],
    source: addAccess,
  },
  cautions: [
    {
      id: 'sso-first',
      text: 'Where everybody signs in through SSO, an e-mail invitation is the wrong way in: start at your identity provider.',
      when: { sso: true },
      source: userManagement,
    },
    {
      id: 'outside-domain',
      text: 'The address is not of your SSO domain: ask your identity provider’s admins how outside people sign in.',
      when: { outside: true },
      source: addAccess,
    },
    {
      id: 'temporary',
      text: 'Nothing at LogRocket ends access by itself: set a reminder to remove or downgrade it.',
      when: { temporary: true },
      source: addAccess,
    },
  ],
  // `/r/…` leads to the organization used last, and names none.
  organization: /^\/(?!r\/)([^/]+)\/[^/]+\//,
};
