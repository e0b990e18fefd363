import type { RolesPack } from '../../vendor';
import { addAccess } from '../sources';

const orgMember = ['invited-apps'];
const orgAdmin = [...orgMember, 'organization-settings', 'invite-users', 'create-apps', 'organization-integrations'];
const viewer = ['view-sessions', 'view-dashboards'];
const appMember = [...viewer, 'create-filters', 'share-sessions'];

/** The procedure's model: one role in the organization, one in each app. LogRocket's own documentation has another. */
export const roles: RolesPack = {
  info: {
    // A third party's procedure, older than the vendor's own pages.
    number: 1,
    name: 'Settings › Organization › Team (roles per app)',
    invitationDays: null,
    source: addAccess,
  },
  model: {
    permissions: [
      { id: 'invited-apps', label: 'reaching the apps they are invited to', risk: 1 },
      { id: 'organization-settings', label: 'changing organization settings', risk: 4 },
      { id: 'invite-users', label: 'inviting users', risk: 4 },
      { id: 'create-apps', label: 'creating apps', risk: 3 },
      { id: 'organization-integrations', label: 'managing integrations of the organization', risk: 3 },
      { id: 'billing', label: 'billing', risk: 5 },
      {
        id: 'all-apps',
        label: 'full control of all apps',
        risk: 5,
        includes: [
          'view-sessions',
          'view-dashboards',
          'create-filters',
          'share-sessions',
          'app-settings',
          'app-privacy',
          'source-maps',
          'app-integrations',
        ],
      },
      { id: 'own-organization', label: 'full control of the organization', risk: 5 },
      { id: 'view-sessions', label: 'viewing sessions', risk: 1, inScope: true, personalData: true },
      { id: 'view-dashboards', label: 'viewing dashboards', risk: 1, inScope: true },
      { id: 'create-filters', label: 'creating filters', risk: 1, inScope: true },
      { id: 'share-sessions', label: 'sharing sessions', risk: 2, inScope: true },
      { id: 'app-settings', label: 'changing app settings', risk: 3, inScope: true },
      { id: 'app-privacy', label: 'changing privacy settings', risk: 4, inScope: true },
      { id: 'source-maps', label: 'managing source maps', risk: 3, inScope: true },
      { id: 'app-integrations', label: 'managing integrations', risk: 3, inScope: true },
    ],
    roles: [
      {
        label: 'Member',
        gives: orgMember,
        because: 'Reaches only the apps they are invited to and cannot manage organization settings.',
        source: addAccess,
      },
      {
        label: 'Admin',
        gives: orgAdmin,
        because: 'Can invite users, create apps and manage integrations, which a Member cannot.',
        caution: 'Select it only for somebody who manages the LogRocket environment.',
        source: addAccess,
      },
      {
        label: 'Owner',
        gives: [...orgAdmin, 'billing', 'all-apps', 'own-organization'],
        reservedFor: 'owners in the client’s own organization',
        because: 'Full control over organization, billing and all apps.',
        caution: 'Reserve it for owners in the client’s own organization; a collaborator does not need it.',
        source: addAccess,
      },
    ],
    scopeRoles: [
      {
        label: 'Viewer',
        gives: viewer,
        because: 'Read-only access to sessions and dashboards.',
        source: addAccess,
      },
      {
        label: 'Member',
        gives: appMember,
        because: 'Views sessions, creates filters and shares sessions; cannot change app settings.',
        source: addAccess,
      },
      {
        label: 'Admin',
        gives: [...appMember, 'app-settings', 'app-privacy', 'source-maps', 'app-integrations'],
        because:
          'Full control over app settings, privacy, source maps and integrations, which implementation work takes and a Member does not have.',
        caution: 'It includes the privacy settings, which decide what is recorded.',
        source: addAccess,
      },
    ],
    scopeWord: 'app',
    needs: {
      implementation: {
        organization: ['invited-apps'],
        scope: ['app-settings', 'app-privacy', 'source-maps', 'app-integrations'],
      },
      support: { organization: ['invited-apps'], scope: ['view-sessions', 'create-filters', 'share-sessions'] },
      visibility: { organization: ['invited-apps'], scope: ['view-sessions', 'view-dashboards'] },
      environment: {
        organization: ['invite-users', 'create-apps', 'organization-integrations'],
        scope: ['app-settings', 'app-privacy', 'source-maps', 'app-integrations'],
      },
    },
  },
};
