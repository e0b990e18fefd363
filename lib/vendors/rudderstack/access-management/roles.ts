import type { RolesPack } from '../../vendor';
import { personalIds, policyToggles, workspacePermissions } from '../resources';
import { baselinePolicy, featurePermissions, memberManagement, planLimits, policiesOverview } from '../sources';

const connections = (id: string) => [`edit-${id}`, `connect-${id}`, `create-${id}`];
const belowEnterprise = ['free', 'starter', 'growth'];

/**
 * Access management (PBAC): Admin or Member in the organization, and policies in each workspace that only ever add to
 * one another: baseline, groups, member.
 */
export const roles: RolesPack = {
  info: {
    number: 4,
    name: 'Settings › Access Management (policies)',
    invitationDays: 3,
    source: memberManagement,
  },
  model: {
    permissions: [
      { id: 'policies', label: 'what the policies of each workspace give', risk: 1 },
      {
        id: 'all-workspaces',
        label: 'everything in all workspaces',
        risk: 5,
        includes: ['view', ...workspacePermissions.map(({ id }) => id)],
      },
      { id: 'manage-members', label: 'managing members', risk: 5 },
      { id: 'manage-policies', label: 'managing policies', risk: 5 },
      { id: 'service-tokens', label: 'managing service access tokens', risk: 5 },
      { id: 'audit-logs', label: 'reading audit logs', risk: 2 },
      { id: 'billing', label: 'billing', risk: 5 },
      { id: 'view', label: 'viewing resources', risk: 1, inScope: true },
      ...workspacePermissions,
    ],
    roles: [
      {
        label: 'Member',
        gives: ['policies'],
        because: 'Gets in each workspace what its policies give: baseline, groups and their own.',
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
        caution: 'Admin has everything in the organization, billing included.',
        source: featurePermissions,
      },
    ],
    scopeToggles: policyToggles,
    scopeWith: 'a member policy with',
    scopeNothing: {
      label: 'no more than the baseline policy',
      because: 'The baseline gives it to every member of a workspace; nothing has to be set.',
      source: policiesOverview,
    },
    scopeWord: 'workspace',
    baseline: [
      { gives: ['view'], because: 'Viewing is the floor for every member of a workspace.', source: policiesOverview },
      {
        gives: personalIds,
        plans: belowEnterprise,
        because: 'On plans below Enterprise every member sees all personal data.',
        source: planLimits,
      },
    ],
    own: {
      group: {
        label: 'Group',
        hint: 'Tick what the group’s policy gives. Where it differs between workspaces, tick what it gives in all of them.',
        notPlans: ['free', 'starter'],
        source: planLimits,
      },
      baseline: {
        label: 'Baseline Workspace Policy',
        hint: 'Tick what your baseline gives every member. Where it differs between workspaces, tick what it gives in any of them.',
        notPlans: belowEnterprise,
        source: baselinePolicy,
      },
    },
    cautions: [
      {
        id: 'policies-add',
        text: 'Policies only add up: nothing takes away what the baseline policy or a group gives. Look at both first.',
        when: { chosen: ['Member'] },
        source: baselinePolicy,
      },
      {
        id: 'personal-data-for-all',
        text: 'On this plan every member sees all personal data, whatever is set: only Enterprise can limit it.',
        when: { plans: belowEnterprise },
        source: planLimits,
      },
      {
        id: 'personal-data-plan',
        text: 'Personal data can be limited on Enterprise only; on other plans every member sees all of it already.',
        when: { gives: personalIds, notPlans: [...belowEnterprise, 'enterprise'], chosen: ['Member'] },
        source: planLimits,
      },
      {
        id: 'personal-data-given',
        text: 'These permissions show personal data: limit them to the sources and destinations that the ticket names.',
        when: { chosen: personalIds, plans: ['enterprise'] },
        source: policiesOverview,
      },
      {
        id: 'resources-all',
        text: 'On this plan a permission covers every resource of its kind, future ones included; choosing some takes Enterprise.',
        when: { chosen: policyToggles.map(({ id }) => id), plans: belowEnterprise },
        source: planLimits,
      },
      {
        id: 'resources-chosen',
        text: 'On Enterprise, limit the policy to the resources that the ticket names.',
        when: { chosen: policyToggles.map(({ id }) => id), plans: ['enterprise'] },
        source: policiesOverview,
      },
      ...(['transformations', 'tracking-plans', 'sources'] as const).map((id) => ({
        id: `both-ends-${id}`,
        text: 'Connecting takes Edit and Connect on both ends: this grant has them on one end only.',
        when: {
          needs: [`connect-${id}`],
          without: id === 'tracking-plans' ? ['connect-sources'] : ['connect-destinations'],
        },
        source: policiesOverview,
      })),
      {
        id: 'connect-not-given',
        text: 'Connecting a transformation to a destination takes Edit and Connect on both; this grant can do neither there.',
        when: { chosen: ['edit-transformations'], without: ['connect-transformations'] },
        source: featurePermissions,
      },
      {
        id: 'audit-extract',
        text: 'Audit logs take Admin today. If an extract is enough, hand that over instead.',
        when: { needs: ['audit-logs'] },
        source: featurePermissions,
      },
      {
        id: 'audit-plan',
        text: 'Audit logs exist on Enterprise only.',
        when: { needs: ['audit-logs'], notPlans: ['enterprise'] },
        source: planLimits,
      },
      {
        id: 'name-a-workspace',
        text: 'An invitation must name at least one group or workspace; each brings its baseline policy at once.',
        when: { limited: false, chosen: ['Member'] },
        source: memberManagement,
      },
    ],
    needs: {
      look: { organization: ['policies'], scope: ['view'] },
      connections: {
        organization: ['policies'],
        scope: ['view', ...connections('sources'), ...connections('destinations')],
      },
      transformations: {
        organization: ['policies'],
        scope: ['view', 'edit-transformations', 'create-transformations'],
      },
      'tracking-plans': {
        organization: ['policies'],
        scope: ['view', ...connections('tracking-plans'), 'edit-data-catalog'],
      },
      'live-events': { organization: ['policies'], scope: ['view', 'source-events', 'destination-events'] },
      'audit-logs': { organization: ['audit-logs'] },
      administration: { organization: ['manage-members', 'manage-policies', 'all-workspaces'] },
    },
  },
};
