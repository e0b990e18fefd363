import type { RolesPack } from '../../vendor';
import { featurePermissions, organizationGuide } from '../sources';

const viewer = ['view'];
const editor = [...viewer, 'edit-settings', 'connect', 'link-tracking-plans'];
const connectionsAdmin = [...editor, 'create-delete', 'edit-tracking-plans'];

/** Permissions management (RBAC): an organization role, and resource roles in each workspace. */
export const roles: RolesPack = {
  info: {
    id: 'organization',
    name: 'Settings › Organization › Members (resource roles)',
    invitationDays: 3,
    source: organizationGuide,
  },
  model: {
    permissions: [
      { id: 'resource-roles', label: 'what the resource roles give', risk: 1 },
      { id: 'all-workspaces', label: 'access to all workspaces', risk: 5 },
      { id: 'manage-members', label: 'managing members', risk: 5 },
      { id: 'audit-logs', label: 'reading audit logs', risk: 2 },
      { id: 'own-organization', label: 'owning the organization', risk: 5 },
      { id: 'view', label: 'viewing resources', risk: 1 },
      { id: 'edit-settings', label: 'changing settings of sources or destinations', risk: 3 },
      { id: 'connect', label: 'connecting or disconnecting them', risk: 3 },
      { id: 'link-tracking-plans', label: 'linking tracking plans', risk: 2 },
      { id: 'create-delete', label: 'creating or deleting them', risk: 4 },
      { id: 'edit-tracking-plans', label: 'changing tracking plans', risk: 3 },
      { id: 'edit-transformations', label: 'changing transformations or libraries', risk: 3 },
    ],
    roles: [
      {
        label: 'Member',
        alike: ['Org Member'],
        gives: ['resource-roles'],
        because: 'Reaches only the workspaces and resources that the resource roles open.',
        caution: 'On the Free plan a Member can only view.',
        source: organizationGuide,
      },
      {
        label: 'Admin',
        alike: ['Org Admin'],
        gives: ['resource-roles', 'all-workspaces', 'manage-members', 'audit-logs'],
        because: 'The only role that invites and removes people and reads audit logs; it reaches all workspaces.',
        caution:
          'Admin has full access to the organization. Turning it back into Member later resets everything to read-only.',
        source: organizationGuide,
      },
      {
        label: 'Owner',
        alike: ['Org Owner'],
        gives: ['resource-roles', 'all-workspaces', 'manage-members', 'audit-logs', 'own-organization'],
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
        because: 'Reads, and can create, change and delete nothing.',
        caution:
          'Live events can hold personal data; who sees restricted data is set apart from roles, under “Data Privacy”.',
        source: organizationGuide,
      },
      {
        label: 'Connections Editor',
        gives: editor,
        because: 'Connects, disconnects and changes settings; cannot create or delete sources and destinations.',
        source: organizationGuide,
      },
      {
        label: 'Connections Admin',
        gives: connectionsAdmin,
        because:
          'Creates, changes, connects and deletes sources and destinations, and manages all that has no role of its own, tracking plans included; an Editor cannot create or delete.',
        source: featurePermissions,
      },
      {
        label: 'Connections Viewer with edit access to transformations',
        gives: [...viewer, 'edit-transformations'],
        because:
          'Creates, changes and deletes transformations and libraries (“Grant edit access”); cannot connect them.',
        caution: 'Connecting a transformation takes Connections Editor.',
        source: organizationGuide,
      },
    ],
    scopeWord: 'workspace',
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
