import type { RolesPack } from '../../vendor';
import { policyOf } from '../resources';
import { featurePermissions, migrationSteps, organizationGuide, permissionsGuide } from '../sources';

const viewer = ['view'];
const editor = [...viewer, 'edit-settings', 'connect', 'link-tracking-plans'];
const connectionsAdmin = [...editor, 'create-delete', 'edit-tracking-plans'];
const everything = [...connectionsAdmin, 'edit-transformations'];

/** Permissions management (RBAC): an organization role, and resource roles in each workspace. */
export const roles: RolesPack = {
  info: {
    number: 3,
    name: 'Settings › Organization › Members (resource roles)',
    invitationDays: 3,
    source: organizationGuide,
  },
  model: {
    permissions: [
      { id: 'resource-roles', label: 'what the resource roles give', risk: 1 },
      { id: 'all-workspaces', label: 'everything in all workspaces', risk: 5, includes: everything },
      { id: 'manage-members', label: 'managing members', risk: 5 },
      { id: 'audit-logs', label: 'reading audit logs', risk: 2 },
      { id: 'own-organization', label: 'owning the organization', risk: 5 },
      { id: 'view', label: 'viewing resources', risk: 1, inScope: true },
      { id: 'edit-settings', label: 'changing settings of sources or destinations', risk: 3, inScope: true },
      { id: 'connect', label: 'connecting or disconnecting them', risk: 3, inScope: true },
      { id: 'link-tracking-plans', label: 'linking tracking plans', risk: 2, inScope: true },
      { id: 'create-delete', label: 'creating or deleting them', risk: 4, inScope: true },
      { id: 'edit-tracking-plans', label: 'changing tracking plans', risk: 3, inScope: true },
      { id: 'edit-transformations', label: 'changing transformations or libraries', risk: 3, inScope: true },
    ],
    roles: [
      {
        label: 'Member',
        alike: ['Org Member'],
        gives: ['resource-roles'],
        because: 'Reaches only the workspaces and resources that the resource roles open.',
        source: organizationGuide,
      },
      {
        label: 'Admin',
        alike: ['Org Admin'],
        gives: ['resource-roles', 'all-workspaces', 'manage-members', 'audit-logs'],
        becomes: { role: 'Admin', toggles: [], words: 'Admin of the organization', source: migrationSteps },
        because: 'The only role that invites and removes people and reads audit logs; it reaches all workspaces.',
        caution: 'Admin has full access to the organization.',
        source: organizationGuide,
      },
      {
        label: 'Owner',
        alike: ['Org Owner'],
        gives: ['resource-roles', 'all-workspaces', 'manage-members', 'audit-logs', 'own-organization'],
        reservedFor: 'owners of the client’s own organization',
        because: 'Owns the organization; nobody can change or remove it.',
        caution: 'No collaborator needs it.',
        source: {
          ref: 'https://rudderstack.com/docs/rudderstack-cloud/teammates/',
          checkedOn: '2026-11-21',
          kind: 'vendor',
        },
      },
    ],
    scopeRoles: [
      {
        label: 'Connections Viewer',
        gives: viewer,
        becomes: { role: 'Member', toggles: [], words: 'Member, view-only', source: migrationSteps },
        because: 'Reads, and can create, change and delete nothing.',
        source: organizationGuide,
      },
      {
        label: 'Connections Editor',
        gives: editor,
        notPlans: ['free'],
        becomes: {
          role: 'Member',
          toggles: policyOf(['edit', 'connect']),
          words: 'Member, with Edit and Connect in a member policy',
          source: migrationSteps,
        },
        because: 'Connects, disconnects and changes settings; cannot create or delete sources and destinations.',
        source: organizationGuide,
      },
      {
        label: 'Connections Admin',
        gives: connectionsAdmin,
        notPlans: ['free'],
        becomes: {
          role: 'Member',
          toggles: policyOf(['edit', 'connect', 'create']),
          words: 'Member, with Edit, Connect, Create & Delete in a member policy',
          source: migrationSteps,
        },
        because:
          'Creates, changes, connects and deletes sources and destinations, and manages all that has no role of its own, tracking plans included; an Editor cannot create or delete.',
        source: featurePermissions,
      },
    ],
    scopeToggles: [
      {
        id: 'edit-access',
        label: 'Grant edit access',
        gives: ['edit-transformations'],
        notPlans: ['free'],
        source: organizationGuide,
      },
    ],
    scopeWord: 'workspace',
    cautions: [
      {
        id: 'view-only-on-free',
        text: 'On the Free plan a Member can only view, whatever resource role is set.',
        when: { chosen: ['Member'], plans: ['free'] },
        source: organizationGuide,
      },
      {
        id: 'admin-on-free',
        text: 'On the Free plan only an Admin can change anything: see whether somebody who is one already can do it.',
        when: {
          chosen: ['Admin'],
          plans: ['free'],
          needs: [...editor.slice(1), 'create-delete', 'edit-transformations'],
        },
        source: organizationGuide,
      },
      {
        id: 'connect-transformations',
        text: '“Grant edit access” does not connect: connecting a transformation takes Connections Editor.',
        when: { chosen: ['edit-access'], without: ['connect'] },
        source: organizationGuide,
      },
      {
        id: 'restricted-data',
        text: 'Live events can hold personal data; who sees restricted data is set apart from roles, under “Data Privacy”.',
        when: { chosen: ['Connections Viewer'] },
        source: permissionsGuide,
      },
      {
        id: 'downgrade-resets',
        text: 'Turning an Admin back into Member resets everything to read-only: choose Member from the start.',
        when: { chosen: ['Admin'] },
        source: organizationGuide,
      },
    ],
    needs: {
      look: { organization: ['resource-roles'], scope: ['view'] },
      connections: {
        organization: ['resource-roles'],
        scope: ['view', 'edit-settings', 'connect', 'create-delete'],
      },
      transformations: { organization: ['resource-roles'], scope: ['view', 'edit-transformations'] },
      'tracking-plans': {
        organization: ['resource-roles'],
        scope: ['view', 'link-tracking-plans', 'edit-tracking-plans'],
      },
      'live-events': { organization: ['resource-roles'], scope: ['view'] },
      'audit-logs': { organization: ['audit-logs'] },
      administration: { organization: ['manage-members', 'all-workspaces'] },
    },
  },
};
