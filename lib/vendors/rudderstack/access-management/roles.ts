import type { RolesPack } from '../../vendor';
import { baselinePolicy, featurePermissions, memberManagement, policiesOverview } from '../sources';

/**
 * Access management (PBAC): Admin or Member in the organization, and policies in each workspace that only ever add to one another:
 * baseline, groups, member. The scope's "roles" are the policies to set; the vendor has no names for them.
 */
export const roles: RolesPack = {
  info: {
    id: 'access-management',
    name: 'Settings › Access Management (policies)',
    invitationDays: 3,
    source: memberManagement,
  },
  model: {
    permissions: [
      { id: 'policies', label: 'what the policies of each workspace give', risk: 1 },
      { id: 'all-workspaces', label: 'everything in all workspaces', risk: 5 },
      { id: 'manage-members', label: 'managing members', risk: 5 },
      { id: 'manage-policies', label: 'managing policies', risk: 5 },
      { id: 'service-tokens', label: 'managing service access tokens', risk: 5 },
      { id: 'audit-logs', label: 'reading audit logs', risk: 2 },
      { id: 'billing', label: 'billing', risk: 5 },
      { id: 'view', label: 'viewing resources', risk: 1 },
      { id: 'edit-connections', label: 'changing or connecting sources or destinations', risk: 3 },
      { id: 'create-connections', label: 'creating or deleting them', risk: 4 },
      { id: 'edit-transformations', label: 'changing transformations', risk: 3 },
      { id: 'edit-tracking-plans', label: 'changing tracking plans', risk: 3 },
      { id: 'edit-data-catalog', label: 'changing the data catalog', risk: 2 },
      { id: 'live-events', label: 'viewing live events', risk: 3 },
    ],
    roles: [
      {
        label: 'Member',
        gives: ['policies'],
        because: 'Gets in each workspace what its policies give: baseline, groups and their own.',
        caution:
          'The baseline policy of a workspace holds at once, and nothing can take it away again. On plans below Enterprise it lets every member see all personal data.',
        source: baselinePolicy,
      },
      {
        label: 'Admin',
        gives: [
          'policies',
          'all-workspaces',
          'manage-members',
          'manage-policies',
          'service-tokens',
          'audit-logs',
          'billing',
        ],
        because:
          'The only role that manages members, policies and tokens and reads audit logs; no policy can give that.',
        caution:
          'Admin has everything in the organization, billing included. If only an extract of the audit logs is needed, hand that over instead.',
        source: featurePermissions,
      },
    ],
    scopeRoles: [
      {
        label: 'no more than the baseline policy',
        gives: ['view'],
        because: 'Viewing is the floor for every member of a workspace; nothing has to be set.',
        source: policiesOverview,
      },
      {
        label: 'a member policy for sources and destinations',
        gives: ['view', 'edit-connections', 'create-connections'],
        because:
          'Edit, Connect, Create & Delete on Event Stream Sources and Destinations: connecting takes Edit and Connect on both ends.',
        caution: 'On Enterprise, limit it to the sources and destinations that the ticket names.',
        source: policiesOverview,
      },
      {
        label: 'a member policy for transformations',
        gives: ['view', 'edit-transformations'],
        because: 'Edit, Connect, Create & Delete on Transformations.',
        caution:
          'Connecting one to a destination takes Edit and Connect on that destination too. Libraries and the credential store are permissions of their own.',
        source: featurePermissions,
      },
      {
        label: 'a member policy for tracking plans',
        gives: ['view', 'edit-tracking-plans', 'edit-data-catalog'],
        because: 'Create & Delete, Edit and Connect on Tracking Plans, and Edit on Data Catalog.',
        source: featurePermissions,
      },
      {
        label: 'a member policy for live events',
        gives: ['view', 'live-events'],
        because: 'The live events permissions of the section “PII”, for the sources and destinations in question.',
        caution:
          'They show personal data. They can be set on Enterprise only; on other plans every member has them already.',
        source: policiesOverview,
      },
    ],
    scopeWord: 'workspace',
    needs: {
      look: { organization: ['policies'], scope: ['view'] },
      connections: { organization: ['policies'], scope: ['view', 'edit-connections', 'create-connections'] },
      transformations: { organization: ['policies'], scope: ['view', 'edit-transformations'] },
      'tracking-plans': { organization: ['policies'], scope: ['view', 'edit-tracking-plans', 'edit-data-catalog'] },
      'live-events': { organization: ['policies'], scope: ['view', 'live-events'] },
      'audit-logs': { organization: ['audit-logs'] },
      administration: { organization: ['manage-members', 'manage-policies', 'all-workspaces'] },
    },
  },
};
