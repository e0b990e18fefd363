import type { VendorAccess } from '../vendor';

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
    source: {
      ref: 'https://opsblu.com/documentation/analytics-platforms/logrocket/user-management/add-user-access',
      checkedOn: '2026-11-21',
      kind: 'how-to',
    },
  },
};
