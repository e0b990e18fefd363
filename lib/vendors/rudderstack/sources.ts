import type { Source } from '@/lib/domain/values/source';

const vendor = (ref: string): Source => ({ ref, checkedOn: '2026-11-21', kind: 'vendor' });

/** Settings › Teammates, 2022. */
export const teammatesGuide = vendor(
  'https://github.com/rudderlabs/rudderstack-docs/blob/108349ae93a0ecc37acb0deead528f9fe6af6541/docs/dashboard-guides/teammates.mdx',
);

/** Settings › Members, 2023: the procedure that the project started from. */
export const membersGuide = vendor('https://rudderstack.com/docs/dashboard-guides/members');

/** Documents what each of Read-Only, Read-Write and Admin may do, feature by feature. */
export const permissionsMatrix = vendor(
  'https://github.com/rudderlabs/rudderstack-docs/blob/0ffa42f3f27ca7919a110898e33c8cc6357849be/docs/dashboard-guides/permissions-management/permissions-matrix.mdx',
);

/** Locks on single sources, destinations and transformations, and limits on personal data, before Access Management. */
export const permissionsGuide = vendor(
  'https://github.com/rudderlabs/rudderstack-docs/blob/469e7d6e/docs/dashboard-guides/permissions-management.mdx',
);

/** Personal access tokens before Access Management. */
export const oldTokenGuide = vendor(
  'https://github.com/rudderlabs/rudderstack-docs/blob/0d3db12879c2b4caba7f6841b29f5ff5d179e8f5/docs/dashboard-guides/personal-access-token.mdx',
);

/** Signing in through SAML. */
export const ssoGuide = vendor('https://www.rudderstack.com/docs/user-guides/sso-setup/okta/');

/** The same with Microsoft Entra ID, whose sign-on address names one domain. */
export const ssoEntraGuide = vendor('https://www.rudderstack.com/docs/user-guides/sso-setup/azure/');

/** Limits of the plans. */
export const planLimits = vendor('https://www.rudderstack.com/docs/access-management/plan-wise-features/');

/** Settings › Organization › Members: inviting, workspaces, resource roles, removal. */
export const organizationGuide = vendor('https://www.rudderstack.com/docs/archive/dashboard-guides/user-management/');

/** The same page's chapters on changing an access policy and on removing a user. */
export const organizationPolicies = vendor('https://www.rudderstack.com/docs/dashboard-guides/user-management/');

/** Service access tokens before Access Management. */
export const oldServiceTokens = vendor(
  'https://www.rudderstack.com/docs/archive/dashboard-guides/service-access-tokens',
);

/** Settings › Access Management: inviting, members, removal. */
export const memberManagement = vendor('https://www.rudderstack.com/docs/access-management/member-management/');

/** Permissions that a member gets in one workspace. */
export const memberPolicies = vendor('https://www.rudderstack.com/docs/access-management/members/');

/** Documents what every member of a workspace gets at once. */
export const baselinePolicy = vendor('https://www.rudderstack.com/docs/access-management/baseline-workspace-policy/');

/** Documents what Edit, Connect, Create & Delete and the PII permissions mean. */
export const policiesOverview = vendor('https://www.rudderstack.com/docs/access-management/policies-overview/');

/** Documents which permissions each feature takes, now and before Access Management. */
export const featurePermissions = vendor('https://rudderstack.com/docs/access-management/permissions/');

/** Service access tokens in Access Management. */
export const serviceTokens = vendor('https://rudderstack.com/docs/access-management/service-access-tokens/');

/** Groups and their members. */
export const groupsGuide = vendor('https://www.rudderstack.com/docs/access-management/groups/');

/** Documents what the roles before Access Management become in it. */
export const migrationSteps = vendor('https://www.rudderstack.com/docs/access-management/migration-steps/');
