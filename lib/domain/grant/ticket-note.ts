import { givenAccess, givenText } from './access';
import { explainedOf, type Grant, type Mark } from './grant';

const when = ({ at, basis }: Mark) => `${at.slice(0, 16).replace('T', ' ')} UTC (${basis})`;

/**
 * Writes what is known of a grant, to be pasted into its ticket: a line each, and of each whether the page showed it.
 * `vendor`: its name.
 */
export function ticketNote(grant: Grant, vendor: string): string {
  const { ticket, email, role, recommended, roleSeen, scope, accessEnds, approvedBy, milestones, keys } = grant;
  const given = givenAccess(grant);
  const { invited, accepted, active, removed } = milestones;
  const lines: (string | false | undefined)[] = [
    `${ticket}: ${vendor} access for ${email ?? 'a forgotten person'}`,
    role
      ? `Role: ${role}${roleSeen ? ` (${roleSeen.basis})` : ''}`
      : recommended
        ? `Role: ${recommended.role} (recommended)`
        : false,
    scope.length > 0 && `Scope: ${scope.join(', ')}`,
    given.length > 0 && `Access: ${given.map(givenText).join(', ')}`,
    invited && `Invited: ${when(invited)}`,
    accepted && `Accepted: ${when(accepted)}`,
    active && `Active: ${when(active)}`,
    removed && `Removed: ${when(removed)}`,
    ...explainedOf(grant).map(({ text, reason }) => `${text}: ${reason ?? 'the reason was forgotten'}`),
    ...keys.map(
      ({ name, purpose, permissions, owner, expires, rotateDays }) =>
        `API key: ${[
          name ?? 'a forgotten key',
          permissions,
          purpose && `for ${purpose}`,
          owner && `owner ${owner}`,
          expires === null ? 'no expiry date' : `expires ${expires}`,
          rotateDays !== null && `rotated every ${rotateDays} days`,
        ]
          .filter(Boolean)
          .join('; ')}`,
    ),
    grant.keyElsewhere && `API key: documented elsewhere: ${grant.keyElsewhere.where ?? 'forgotten'}`,
    `Ends: ${accessEnds ?? 'no end date'}`,
    approvedBy !== null && `Approved by: ${approvedBy}`,
    grant.grantedBy.name !== null && `Granted by: ${grant.grantedBy.name}`,
  ];
  return lines.filter(Boolean).join('\n');
}
