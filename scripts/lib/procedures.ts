import { type Generation, vendorOf } from '../../lib/vendors/registry';

/** One line of a procedure in short, the steps or troubles that carry it, and the words that they must hold between them. */
export type Line = readonly [line: string, ids: readonly string[], words: readonly RegExp[]];

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

/** A procedure that the product came from: of which vendor and generation, from where, and what it says line by line. */
export interface Procedure {
  name: string;
  vendor: string;
  generation: string;
  source: string;
  lines: readonly Line[];
  roles: readonly RoleLine[];
}

export const procedures: readonly Procedure[] = [
  {
    name: 'LogRocket',
    vendor: 'logrocket',
    generation: 'organization-team',
    source: 'https://opsblu.com/documentation/analytics-platforms/logrocket/user-management/add-user-access',
    lines: logrocket,
    roles: logrocketRoles,
  },
  {
    name: 'RudderStack',
    vendor: 'rudderstack',
    generation: 'members',
    source: 'https://rudderstack.com/docs/dashboard-guides/members',
    lines: rudderstack,
    roles: rudderstackRoles,
  },
];

/**
 * Says how a generation carries something by its id: a step that the page can prove is `observed`, one that nobody but
 * the admin can know `confirmed`; a trouble is `advice`. Null where the generation has no such step.
 */
export function carriedBy({ grant, removal }: Generation, id: string): { how: string; text: string } | null {
  for (const { stages, troubles } of [grant, removal]) {
    const step = stages.flatMap(({ steps }) => steps).find((one) => one.id === id);
    if (step) return { how: step.proof ? 'observed' : 'confirmed', text: `${step.text} ${step.why}` };
    const trouble = troubles.find((one) => one.id === id);
    if (trouble) return { how: 'advice', text: `${trouble.title} ${trouble.advice}` };
  }
  return null;
}

const cell = (text: string) => text.replaceAll('|', '\\|');

/** Writes each line of a procedure with the steps that carry it in every generation of its vendor, as a table. */
function table({ vendor, lines }: Procedure): string {
  const generations = vendorOf(vendor)?.generations ?? [];
  const rows = lines.map(([line, ids]) => [
    cell(line),
    ...generations.map((generation) => {
      const carried = ids.flatMap((id) => {
        const step = carriedBy(generation, id);
        return step ? [`\`${id}\` ${step.how}`] : [];
      });
      return carried.join(', ') || '–';
    }),
  ]);
  const heads = ['line', ...generations.map(({ id }) => `\`${id}\``)];
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Writes docs/procedures.md. */
export function proceduresPage(): string {
  const parts = procedures.map((one) => {
    const { name, generation, source } = one;
    return `## ${name}\n\n<${source}>, which \`${generation}\` follows.\n\n${table(one)}\n`;
  });
  return `# The two procedures, line by line

Grantbook began with two written procedures. This page says which step carries each of their lines, in every generation: *observed* where the page can
prove it (without proof the admin ticks it, and the log says *confirmed*), *confirmed* where only the admin can know, *advice* where it is offered in trouble.
\`node scripts/procedures.mjs\` writes it anew, and a test fails where a line has no step.

${parts.join('\n')}`;
}
