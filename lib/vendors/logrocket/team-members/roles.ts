import type { RolesPack } from '../../vendor';
import { roleBasedAccess, userManagement } from '../sources';

const guest = ['linked-sessions'];
const developer = [...guest, 'all-sessions', 'request-bodies', 'dashboards', 'general-settings'];

/** The model that LogRocket documents: roles that reach all projects, and custom roles (Professional plan) that can be limited. */
export const roles: RolesPack = {
  info: {
    id: 'team-members',
    name: 'Settings › Team Members (Admin, Developer, Guest)',
    invitationDays: null,
    source: userManagement,
  },
  model: {
    permissions: [
      { id: 'linked-sessions', label: 'viewing sessions by direct link', risk: 1 },
      { id: 'all-sessions', label: 'searching all sessions of all projects', risk: 3 },
      { id: 'request-bodies', label: 'reading request or response bodies', risk: 4 },
      { id: 'dashboards', label: 'working with dashboards', risk: 2 },
      { id: 'general-settings', label: 'changing most settings of all projects', risk: 3 },
      { id: 'invite-users', label: 'inviting or removing users', risk: 5 },
      { id: 'assign-roles', label: 'defining or assigning roles', risk: 5 },
      { id: 'delete-apps', label: 'deleting apps', risk: 5 },
      { id: 'billing', label: 'billing', risk: 5 },
      { id: 'audit-log', label: 'reading the audit log', risk: 2 },
    ],
    roles: [
      {
        label: 'Guest',
        gives: guest,
        because: 'Views a session only when given its direct link; no dashboard, no search, no invitations.',
        caution:
          'A Guest needs somebody to send them each link. Where they have to search and no more, a custom role is less than Developer (Professional plan).',
        source: userManagement,
      },
      {
        label: 'Developer',
        gives: developer,
        because:
          'Uses playback and dashboards and changes most settings, which a Guest cannot; does not invite people, delete apps or see billing.',
        caution:
          'Developer reaches all projects and full request bodies, and it is the default. On the Professional plan choose a custom role instead, limited to the projects that the ticket names.',
        source: roleBasedAccess,
      },
      {
        label: 'Admin',
        gives: [...developer, 'invite-users', 'assign-roles', 'delete-apps', 'billing', 'audit-log'],
        because: 'The only built-in role that invites and removes users and assigns roles.',
        caution: 'Admin has access to everything in all projects, billing and deletion included.',
        source: roleBasedAccess,
      },
    ],
    scopeWord: 'project',
    needs: {
      implementation: { organization: ['all-sessions', 'general-settings'] },
      support: { organization: ['all-sessions', 'dashboards'] },
      visibility: { organization: ['linked-sessions'] },
      environment: { organization: ['general-settings', 'invite-users', 'assign-roles'] },
    },
  },
};
