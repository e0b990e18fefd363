import type { RolesPack } from '../../vendor';
import { roleBasedAccess, userManagement } from '../sources';

const developer = [
  'linked-sessions',
  'developer-pane',
  'network-pane',
  'request-bodies',
  'search-sessions',
  'dashboards',
  'issues',
  'surveys',
  'general-settings',
  'all-projects',
];

/** Custom roles can be made on the Professional plan; nobody told us of another that has them. */
const professional = ['professional'];

const box = (id: string, label: string, implies: readonly string[] = []) => ({
  id,
  label,
  gives: [id],
  ...(implies.length > 0 ? { implies } : {}),
  source: roleBasedAccess,
});

/**
 * The model that LogRocket documents: roles that reach all projects, and custom roles (Professional plan) that can be
 * limited.
 */
export const roles: RolesPack = {
  info: {
    number: 2,
    name: 'Settings › Team Members (Admin, Developer, Guest)',
    invitationDays: null,
    source: userManagement,
  },
  model: {
    permissions: [
      { id: 'linked-sessions', label: 'viewing sessions by direct link', risk: 1, personalData: true },
      { id: 'developer-pane', label: 'reading performance data or logs in a replay', risk: 2 },
      { id: 'network-pane', label: 'seeing network requests without their bodies', risk: 2 },
      { id: 'request-bodies', label: 'reading request or response bodies', risk: 4, personalData: true },
      { id: 'search-sessions', label: 'searching or filtering sessions', risk: 2, personalData: true },
      { id: 'dashboards', label: 'editing dashboards or charts', risk: 2 },
      { id: 'issues', label: 'resolving issues', risk: 2 },
      { id: 'surveys', label: 'editing feedback surveys', risk: 2 },
      { id: 'general-settings', label: 'changing settings that are not for Admins alone', risk: 3 },
      { id: 'all-projects', label: 'reaching all projects', risk: 4 },
      { id: 'invite-users', label: 'inviting people', risk: 4 },
      { id: 'assign-roles', label: 'defining or assigning roles', risk: 5 },
      { id: 'delete-apps', label: 'deleting apps', risk: 5 },
      { id: 'billing', label: 'billing', risk: 5 },
      { id: 'audit-log', label: 'reading the audit log', risk: 2 },
      { id: 'privacy-deletion', label: 'deleting personal data on request', risk: 4 },
    ],
    roles: [
      {
        label: 'Guest',
        gives: ['linked-sessions'],
        because: 'Views a session only when given its direct link; no dashboard, no search, no invitations.',
        caution: 'A Guest needs somebody to send them each link.',
        source: userManagement,
      },
      {
        label: 'Developer',
        gives: developer,
        because:
          'Uses playback and dashboards and changes most settings, which a Guest cannot; does not invite people, delete apps or see billing.',
        caution: 'Developer is the default, and reaches full request bodies in all projects.',
        source: roleBasedAccess,
      },
      {
        label: 'Admin',
        gives: [
          ...developer,
          'invite-users',
          'assign-roles',
          'delete-apps',
          'billing',
          'audit-log',
          'privacy-deletion',
        ],
        because: 'The only built-in role that invites and removes users and assigns roles.',
        caution: 'Admin has access to everything in all projects, billing and deletion included.',
        source: roleBasedAccess,
      },
      {
        label: 'Custom role',
        gives: [],
        composes: true,
        plans: professional,
        because: 'Gives what is ticked in it, in the projects chosen for it.',
        source: roleBasedAccess,
      },
    ],
    toggles: [
      box('linked-sessions', 'Session Playback'),
      box('developer-pane', 'Developer Pane', ['linked-sessions']),
      box('network-pane', 'Network Pane', ['developer-pane']),
      box('request-bodies', 'Request Bodies', ['network-pane']),
      box('search-sessions', 'Dashboard Features'),
      box('dashboards', 'Custom Dashboards', ['search-sessions']),
      box('issues', 'Issues', ['search-sessions']),
      box('surveys', 'Feedback surveys', ['search-sessions']),
      box('general-settings', 'General Settings'),
      box('invite-users', 'Invite Users'),
    ],
    scopeWord: 'project',
    reach: 'all-projects',
    cautions: [
      {
        id: 'custom-role-is-less',
        text: 'Built-in roles reach all projects. Limiting somebody to some projects takes a custom role, on the Professional plan.',
        when: { chosen: ['Developer', 'Admin'], notPlans: professional },
        source: roleBasedAccess,
      },
      {
        id: 'custom-role-limits',
        text: 'Limit the custom role to the projects that the ticket names: one role has the same permissions in all of its projects.',
        when: { chosen: ['Custom role'], limited: true },
        source: roleBasedAccess,
      },
      {
        id: 'leave-out-bodies',
        text: 'Leave out “Request Bodies”: what people sent and received is the most private thing a session holds.',
        when: { chosen: ['Custom role'], without: ['request-bodies'] },
        source: roleBasedAccess,
      },
      {
        id: 'bodies-given',
        text: 'Full request and response bodies can be read. Leaving out “Request Bodies” is the main way to protect privacy.',
        when: { gives: ['request-bodies'] },
        source: roleBasedAccess,
      },
      {
        id: 'guest-has-no-seat',
        text: 'A Guest uses no seat, but has to be invited and listed.',
        when: { chosen: ['Guest'] },
        source: userManagement,
      },
      {
        id: 'audit-log-admin',
        text: 'Only an Admin reads the audit log or deletes personal data.',
        when: { needs: ['audit-log', 'privacy-deletion'] },
        source: roleBasedAccess,
      },
    ],
    needs: {
      implementation: { organization: ['linked-sessions', 'search-sessions', 'general-settings'] },
      support: { organization: ['linked-sessions', 'developer-pane', 'search-sessions'] },
      visibility: { organization: ['linked-sessions'] },
      environment: { organization: ['general-settings', 'invite-users', 'assign-roles'] },
    },
  },
};
