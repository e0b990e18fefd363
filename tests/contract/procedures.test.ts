import { describe, expect, it } from 'vitest';
import type { Role } from '@/lib/domain/advice';
import { type Generation, generationFor } from '@/lib/vendors/registry';

/** One line of a procedure in short, the steps or troubles that carry it, and the words that they must hold between them. */
type Line = readonly [line: string, ids: readonly string[], words: readonly RegExp[]];

/** A role as the procedure explains it: which list it is in, its label, and the words that its pack must hold. */
type RoleLine = readonly [where: 'roles' | 'scopeRoles', label: string, words: readonly RegExp[]];

/** Grant LogRocket access to a collaborator: https://opsblu.com/documentation/analytics-platforms/logrocket/user-management/add-user-access */
const logrocket: readonly Line[] = [
  ['Prerequisite: identify which apps the collaborator should access', ['identify-apps'], [/apps/, /\{scope\}/]],
  ['Prerequisite: determine the required organization role', ['settle-role'], [/organization role/, /\{role\}/]],
  ['Prerequisite: determine the app-level roles for each app', ['settle-app-roles'], [/each app/, /\{scopeRole\}/]],
  [
    'Prerequisite: with SSO or SCIM, provision in the identity provider',
    ['sso-provision'],
    [/identity provider/, /SCIM/],
  ],
  ['Prerequisite: confirm that you have Admin or Owner rights', ['check-rights'], [/“Admin” or “Owner”/]],
  ['Invite: Settings → Organization → Team', ['open-team'], [/Settings → “Organization” → “Team”/]],
  ['Invite: click Invite Team Member', ['open-form'], [/“Invite Team Member”/]],
  ['Invite: enter the e-mail address', ['enter-email'], [/\{email\}/]],
  ['Invite: choose the organization role', ['choose-role'], [/“Organization Role”/, /\{role\}/]],
  ['Invite: click Send Invitation', ['send-invitation'], [/“Send Invitation”/]],
  ['Invite: document the invitation and the request number', ['document-request'], [/\{ticket\}/, /invited/]],
  ['Apps: only after the collaborator accepted', ['find-collaborator'], [/accepted/]],
  [
    'Apps: Settings → Organization → Team, find the collaborator',
    ['find-collaborator'],
    [/Settings → “Organization” → “Team”/, /find \{email\}/],
  ],
  ['Apps: click the Apps column', ['open-apps'], [/“Apps” column/]],
  [
    'Apps: for each app, click Add to App if not already added',
    ['add-apps'],
    [/each/, /“Add to App”/, /not there yet/],
  ],
  ['Apps: select the app role', ['add-apps'], [/role \{scopeRole\}/]],
  ['Apps: save changes for each app', ['save-apps'], [/Save the changes of each app/]],
  ['Apps: update the access log with the app permissions', ['note-apps'], [/apps and roles/, /log/]],
  ['After: monitor the pending invitation until accepted', ['watch-pending'], [/pending invitation/, /accepted/]],
  ['After: share MFA, VPN and login policies', ['share-policies'], [/MFA, VPN and login policies/]],
  ['After: verify the correct apps and permissions', ['verify-apps', 'verify-role'], [/\{scopeRole\}/, /\{role\}/]],
  ['After: document which API keys they will need', ['decide-keys'], [/which API keys/, /note/]],
  ['After: update the access log with the final configuration', ['note-access'], [/final access/, /\{ticket\}/]],
  ['Key: for source maps, integrations or programs', ['decide-keys'], [/source maps, integrations or a program/]],
  ['Key: Settings → API Keys', ['open-keys'], [/Settings → “API Keys”/]],
  ['Key: click Create API Key', ['create-key'], [/“Create API Key”/]],
  ['Key: name it clearly', ['create-key'], [/“Collaborator - Source Maps - Production”/]],
  ['Key: set permissions, read-only or read/write', ['key-permissions'], [/read-only/, /read\/write/]],
  ['Key: copy and securely share', ['share-key'], [/Copy the key/, /secure/]],
  [
    'Key: document name, created by and for, purpose, expiration, rotation',
    ['document-key'],
    [/key name/, /created by and for/, /purpose/, /expiration date/, /rotation schedule/, /\{ticket\}/],
  ],
  ['Trouble: invitation not received', ['not-received'], [/spam/, /@logrocket\.com/, /resend/]],
  ['Trouble: SSO enforced', ['sso-enforced', 'sso-map-role'], [/identity provider/, /before they log in/, /SSO, not/]],
  ['Trouble: cannot assign to app', ['cannot-assign'], [/accepted the invitation/, /only after they have joined/]],
  [
    'Trouble: need temporary access',
    ['temporary-access', 'set-reminder'],
    [/calendar reminder/, /remove or downgrade/],
  ],
  ['Verify: invitation sent and accepted', ['send-invitation', 'watch-pending'], [/Send/, /accepted/]],
  ['Verify: organization role assigned', ['verify-role'], [/organization role \{role\}/]],
  ['Verify: app permissions configured for each relevant app', ['verify-apps'], [/each of \{scope\}/]],
  ['Verify: API keys created and documented', ['create-key', 'document-key'], [/Create API Key/, /Note in \{ticket\}/]],
  ['Verify: access logged with the request number', ['note-access'], [/\{ticket\}/]],
  ['Verify: collaborator confirmed that they can access the apps', ['confirm-access'], [/confirm/, /reach \{scope\}/]],
  ['Verify: reminder for review or removal', ['set-reminder', 'set-review'], [/\{accessEnds\}/, /review/]],
  ['Example: development app not added, because not in scope', ['identify-apps', 'add-apps'], [/out of scope/]],
  ['Example: key for source maps, read/write', ['key-permissions'], [/source maps takes read\/write/]],
  ['Example: access review date after 6 months', ['set-review'], [/six months/]],
];

const logrocketRoles: readonly RoleLine[] = [
  ['roles', 'Owner', [/organization, billing and all apps/, /owners/]],
  ['roles', 'Admin', [/invite users, create apps and manage integrations/, /manages the LogRocket environment/]],
  ['roles', 'Member', [/apps they are invited to/, /cannot manage organization settings/]],
  ['scopeRoles', 'Admin', [/app settings, privacy, source maps and integrations/, /implementation/]],
  ['scopeRoles', 'Member', [/Views sessions, creates filters and shares sessions/, /cannot change app settings/]],
  ['scopeRoles', 'Viewer', [/Read-only access to sessions and dashboards/]],
];

/** Members (Deprecated): https://rudderstack.com/docs/dashboard-guides/members */
const rudderstack: readonly Line[] = [
  ['Member limit: Free and Starter 10, Growth and Enterprise unlimited', ['check-limit'], [/10 members/, /no limit/]],
  ['Go to Settings > Members', ['open-members'], [/Settings → “Members”/]],
  ['Click the Invite member button', ['open-form'], [/“Invite member”/]],
  ['Enter the member’s Email', ['enter-email'], [/\{email\}/, /“Email”/]],
  ['Select an appropriate role', ['settle-role', 'choose-role'], [/\{role\}/, /least/]],
  ['Click Invite', ['send-invitation'], [/“Invite”/]],
  ['They are added to the workspace once they accept', ['watch-pending'], [/added to the workspace once they accept/]],
  ['Granular access controls on objects', ['limit-objects'], [/some objects/, /“Only people you select”/]],
  ['Limit access to personal data', ['limit-objects'], [/personal data/]],
  ['Secrets in transformation code can be read by all', ['removal-secrets'], [/transformation code/, /Read-Only/]],
];

const rudderstackRoles: readonly RoleLine[] = [
  ['roles', 'Read-Only', [/changes nothing/, /secrets written in transformation code, such as API keys/]],
  [
    'roles',
    'Read-Write',
    [/Adds, changes and deletes sources, destinations, transformations and tracking plans/, /audit logs/],
  ],
  ['roles', 'Admin', [/complete access to the workspace/, /members, permissions, MFA/]],
];

/** The table of default permissions in the old page: what each role may do, feature by feature. */
const rudderstackMatrix = [
  ['view', true, true, true],
  ['edit-sources', false, true, true],
  ['edit-destinations', false, true, true],
  ['edit-connections', false, true, true],
  ['live-events', true, true, true],
  ['edit-transformations', false, true, true],
  ['audit-logs', false, true, true],
  ['edit-tracking-plans', false, true, true],
  ['edit-models', false, true, true],
  ['transformation-secrets', true, true, true],
  ['manage-members', false, false, true],
  ['access-controls', false, false, true],
  ['workspace-settings', false, false, true],
] as const;

function generation(vendor: string, id: string): Generation {
  const found = generationFor(vendor, id);
  if (found?.id !== id) throw new Error(`${vendor}/${id} is not registered`);
  return found;
}

/** What the product says under an id: a step's text and reason, or a trouble's advice. */
function saying({ grant, removal }: Generation, id: string): string | undefined {
  for (const { stages, troubles } of [grant, removal]) {
    const step = stages.flatMap(({ steps }) => steps).find((one) => one.id === id);
    if (step) return `${step.text} ${step.why}`;
    const trouble = troubles.find((one) => one.id === id);
    if (trouble) return `${trouble.title} ${trouble.advice}`;
  }
  return undefined;
}

describe.each([
  ['LogRocket', generation('logrocket', 'organization-team'), logrocket, logrocketRoles],
  ['RudderStack', generation('rudderstack', 'members'), rudderstack, rudderstackRoles],
] as const)('the procedure for %s is in the product', (_name, product, lines, roleLines) => {
  it.each(lines)('%s', (_line, ids, words) => {
    const said = ids.map((id) => [id, saying(product, id)] as const);

    expect(said.filter(([, text]) => text === undefined).map(([id]) => id)).toEqual([]);
    const all = said.map(([, text]) => text).join(' ');
    for (const word of words) expect(all).toMatch(word);
  });

  it.each(roleLines)('%s: %s', (where, label, words) => {
    const role: Role | undefined = product.model[where]?.find((one) => one.label === label);

    expect(role).toBeDefined();
    for (const word of words) expect(`${role?.because} ${role?.caution ?? ''}`).toMatch(word);
  });

  it('keeps its order', () => {
    const steps = product.grant.stages.flatMap((stage) => stage.steps.map(({ id }) => id));
    const invite = ['open-form', 'enter-email', 'choose-role', 'send-invitation', 'watch-pending', 'confirm-access'];

    expect(steps.filter((id) => invite.includes(id))).toEqual(invite);
  });
});

describe('roles of the old Members page', () => {
  const { model } = generation('rudderstack', 'members');

  it.each(rudderstackMatrix)('%s: Read-Only %s, Read-Write %s, Admin %s', (permission, ...expected) => {
    const given = ['Read-Only', 'Read-Write', 'Admin'].map((label) =>
      model.roles.find((role) => role.label === label)?.gives.includes(permission),
    );

    expect(given).toEqual(expected);
  });
});

describe('LogRocket', () => {
  const { grant, removal } = generation('logrocket', 'organization-team');

  it('gives apps only after acceptance', () => {
    const steps = grant.stages.flatMap((stage) => stage.steps.map(({ id }) => id));

    for (const id of ['find-collaborator', 'open-apps', 'add-apps', 'save-apps'])
      expect(steps.indexOf(id)).toBeGreaterThan(steps.indexOf('watch-pending'));
  });

  it('takes away the apps first, then the keys, then the organization', () => {
    const stages = removal.stages.map(({ id }) => id);

    expect(stages).toEqual(['removal-prepare', 'removal-apps', 'removal-keys', 'removal-organization']);
  });
});
