import type { RolesPack } from '../../vendor';
import { policyOf } from '../resources';
import { migrationSteps, teammatesGuide } from '../sources';

const readOnly = ['view', 'live-events', 'transformation-secrets'];
const readWrite = [
  ...readOnly,
  'edit-sources',
  'edit-destinations',
  'edit-connections',
  'edit-transformations',
  // Not on the page of 2022; the matrix of 2023 names it for the same role.
  'edit-tracking-plans',
  'run-syncs',
  'audit-logs',
];

export const roles: RolesPack = {
  info: {
    number: 1,
    name: 'Settings › Teammates (2022)',
    invitationDays: null,
    source: teammatesGuide,
  },
  model: {
    permissions: [
      { id: 'view', label: 'viewing the set-up', risk: 1 },
      { id: 'live-events', label: 'viewing live events', risk: 3, personalData: true },
      { id: 'transformation-secrets', label: 'reading secrets in transformation code', risk: 4 },
      { id: 'edit-sources', label: 'changing sources', risk: 3 },
      { id: 'edit-destinations', label: 'changing destinations', risk: 3 },
      { id: 'edit-connections', label: 'changing connections', risk: 3 },
      { id: 'edit-transformations', label: 'changing transformations', risk: 3 },
      { id: 'edit-tracking-plans', label: 'changing tracking plans', risk: 3 },
      { id: 'run-syncs', label: 'starting syncs', risk: 2 },
      { id: 'audit-logs', label: 'reading audit logs', risk: 2 },
      { id: 'manage-team', label: 'managing the team', risk: 5 },
    ],
    roles: [
      {
        label: 'Read-Only',
        alike: ['Read Only', 'Readonly'],
        gives: readOnly,
        becomes: { role: 'Member', toggles: [], words: 'Member, view-only', source: migrationSteps },
        because: 'Views everything that is set up and changes nothing.',
        caution: 'Read-Only can still read secrets written in transformation code, such as API keys.',
        source: teammatesGuide,
      },
      {
        label: 'Read-Write',
        alike: ['Read Write', 'Readwrite'],
        gives: readWrite,
        becomes: {
          role: 'Member',
          toggles: policyOf(['edit', 'connect', 'create']),
          words: 'Member, with Edit, Connect, Create & Delete in a member policy',
          source: migrationSteps,
        },
        because:
          'Adds, changes and deletes sources, destinations and transformations, and reads audit logs; Read-Only can do none of that.',
        source: teammatesGuide,
      },
      {
        label: 'Admin',
        gives: [...readWrite, 'manage-team'],
        becomes: { role: 'Admin', toggles: [], words: 'Admin of the organization', source: migrationSteps },
        because: 'The only role that invites and removes people and changes what they may do.',
        caution: 'Admin has complete access to the workspace and can invite further people.',
        source: teammatesGuide,
      },
    ],
    scopeWord: 'workspace',
    cautions: [
      {
        id: 'secrets-in-code',
        text: 'Whoever can view can also read secrets written in transformation code, such as API keys: look there before you invite.',
        when: { chosen: ['Read-Write', 'Admin'] },
        source: teammatesGuide,
      },
      {
        id: 'personal-data',
        text: 'Live events can hold personal data, and every role here shows them.',
        when: { gives: ['live-events'] },
        source: teammatesGuide,
      },
    ],
    needs: {
      look: { organization: ['view'] },
      connections: { organization: ['view', 'edit-sources', 'edit-destinations', 'edit-connections'] },
      transformations: { organization: ['view', 'edit-transformations'] },
      'tracking-plans': { organization: ['view', 'edit-tracking-plans'] },
      'live-events': { organization: ['view', 'live-events'] },
      'audit-logs': { organization: ['audit-logs'] },
      administration: { organization: ['manage-team'] },
    },
  },
};
