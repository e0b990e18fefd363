import type { RolesPack } from '../../vendor';
import { policyOf } from '../resources';
import { membersGuide, migrationSteps, permissionsMatrix } from '../sources';

const readOnly = ['view', 'live-events', 'transformation-secrets'];
const readWrite = [
  ...readOnly,
  'edit-sources',
  'edit-destinations',
  'edit-connections',
  'edit-transformations',
  'edit-tracking-plans',
  'edit-models',
  'audit-logs',
];

export const roles: RolesPack = {
  info: {
    number: 2,
    name: 'Settings › Members (2023)',
    invitationDays: null,
    source: membersGuide,
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
      { id: 'edit-models', label: 'changing models', risk: 3 },
      { id: 'audit-logs', label: 'reading audit logs', risk: 2 },
      { id: 'manage-members', label: 'managing members', risk: 5 },
      { id: 'access-controls', label: 'deciding who may edit objects or see personal data', risk: 5 },
      { id: 'workspace-settings', label: 'changing workspace settings', risk: 4 },
    ],
    roles: [
      {
        label: 'Read-Only',
        alike: ['Read Only', 'Readonly'],
        gives: readOnly,
        becomes: { role: 'Member', toggles: [], words: 'Member, view-only', source: migrationSteps },
        because: 'Views everything that is set up and changes nothing.',
        caution: 'Read-Only can still read secrets written in transformation code, such as API keys.',
        source: membersGuide,
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
          'Adds, changes and deletes sources, destinations, transformations and tracking plans, and reads audit logs; Read-Only can do none of that.',
        caution: 'Read-Write reaches every object of the workspace, unless an object is locked to chosen people.',
        source: membersGuide,
      },
      {
        label: 'Admin',
        gives: [...readWrite, 'manage-members', 'access-controls', 'workspace-settings'],
        becomes: { role: 'Admin', toggles: [], words: 'Admin of the organization', source: migrationSteps },
        because: 'The only role that manages members, permissions, MFA and the workspace settings.',
        caution: 'Admin has complete access to the workspace, billing included.',
        source: permissionsMatrix,
      },
    ],
    scopeWord: 'workspace',
    cautions: [
      {
        id: 'secrets-in-code',
        text: 'Whoever can view can also read secrets written in transformation code, such as API keys: look there before you invite.',
        when: { chosen: ['Read-Write', 'Admin'] },
        source: membersGuide,
      },
      {
        id: 'personal-data',
        text: 'Live events can hold personal data, and every role here shows them.',
        when: { gives: ['live-events'] },
        source: membersGuide,
      },
    ],
    needs: {
      look: { organization: ['view'] },
      connections: { organization: ['view', 'edit-sources', 'edit-destinations', 'edit-connections'] },
      transformations: { organization: ['view', 'edit-transformations'] },
      'tracking-plans': { organization: ['view', 'edit-tracking-plans'] },
      'live-events': { organization: ['view', 'live-events'] },
      'audit-logs': { organization: ['audit-logs'] },
      administration: { organization: ['manage-members', 'access-controls', 'workspace-settings'] },
    },
  },
};
