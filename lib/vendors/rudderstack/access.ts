import type { VendorAccess } from '../vendor';

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
    source: {
      ref: 'https://www.rudderstack.com/docs/access-management/member-management/',
      checkedOn: '2026-11-21',
      kind: 'vendor',
    },
  },
};
