import { beyondNeed, naming, plainly, type RoleModel } from '@/lib/domain/advice';
import { type AccessPlace, type AccessReading, outside, readAccess, samePlace } from '@/lib/domain/grant/access';
import type { Grant } from '@/lib/domain/grant/grant';
import type { RosterRow } from '@/lib/domain/grant/page-facts';
import { normalEmail } from '@/lib/domain/values/email';
import { type AdviceFacts, adviceFor } from './advising';
import { generationFor, vendorOf } from './registry';

/** Says what a member's role gives that their grant does not need. */
export interface Beyond {
  ticket: string;
  /** In words; null where what was read gives nothing more. */
  excess: string | null;
  /** Says what could not be read of the row, and so may give more; null where all of it was read. */
  unread: string | null;
  /** Roles that are not known, of which nothing can be said. */
  unknown: readonly string[];
  /** The one of them that can be described, and in which model; null where there is none. */
  describe: { role: string; model: RoleModel } | null;
}

/** Names the apps, workspaces or groups that a ticket does not name: `Development (Admin)`. */
const outsideText = ({ name, role }: AccessPlace, ticket: string) =>
  `${name}${role === '' ? '' : ` (${role})`}, which ${ticket} does not name`;

/**
 * Names what a row shows beyond the scope of a grant: places that the ticket does not name, or more of them than it
 * names.
 */
function beyondScope({ ticket, scope }: Grant, { places, counted }: AccessReading): string[] {
  if (scope.length === 0) return [];
  const others = outside(places, scope);
  if (others.length > 0) return others.map((place) => outsideText(place, ticket));
  return counted !== null && counted > scope.length ? [`${counted} places, where ${ticket} names ${scope.length}`] : [];
}

/** Returns the roles that a reading shows in places of a grant's scope. */
const rolesInScope = ({ scope }: Grant, { places }: AccessReading) =>
  places.flatMap(({ name, role }) => (role !== '' && scope.some((one) => samePlace(one, name)) ? role : []));

/**
 * Makes the rule that says what a row gives beyond a grant's need, in words: the organization role, roles in apps, and
 * apps that the ticket does not name. Nothing is said of roles that are not known, or for which the log holds an
 * exception.
 *
 * @param generation of the page that shows them
 */
export function excessFor(
  vendor: string,
  generation: string | null,
  facts: AdviceFacts,
): (grant: Grant, row: Pick<RosterRow, 'roles' | 'access'>) => readonly string[] {
  const known = generationFor(vendor, generation);
  return (grant, { roles, access }) => {
    if (!known) return [];
    const reading = readAccess(access, grant.scope);
    const { model, advice } = adviceFor(grant, known, facts);
    // The recommended role may itself give more than the job takes: there is nothing less to choose.
    const least = [advice?.organization.label, grant.recommended?.role];
    const isExcepted = grant.exceptions.some(({ chosen }) => roles.includes(chosen));
    const organization = isExcepted || roles.every((role) => least.includes(role)) ? [] : roles;
    const scope = rolesInScope(grant, reading).filter((role) => role !== advice?.scope?.label);
    const { excess, unknown } = advice
      ? beyondNeed(model, advice, { organization, scope })
      : { excess: [], unknown: { organization: [] } };
    const said = unknown.organization.length > 0 ? [] : plainly(excess).map(({ label }) => label);
    return [...said, ...beyondScope(grant, reading)];
  };
}

/**
 * Holds what members of a list have against what their grants need; null for somebody without a grant at that vendor,
 * or whose role the list does not name. Of several live grants the one changed last counts.
 */
export function beyondGrants(
  { vendor, generation }: { vendor: string; generation: string | null },
  grants: readonly Grant[],
  facts: AdviceFacts,
): (row: RosterRow) => Beyond | null {
  const known = generationFor(vendor, generation);
  const live = new Map<string, Grant>();
  for (const grant of grants) {
    if (grant.vendor !== vendor || grant.email === null || grant.milestones.removed) continue;
    const other = live.get(grant.email);
    if (!other || other.last.seq < grant.last.seq) live.set(grant.email, grant);
  }
  return (row) => {
    const grant = live.get(normalEmail(row.email));
    if (!grant || !known || row.roles.length === 0) return null;
    const { model, advice } = adviceFor(grant, known, facts);
    if (!advice) return null;
    const reading = readAccess(row.access, grant.scope);
    const scope = rolesInScope(grant, reading);
    const { excess, unknown } = beyondNeed(model, advice, { organization: row.roles, scope });
    const more = [...(excess.length > 0 ? [naming(excess)] : []), ...beyondScope(grant, reading)];
    const isScoped = model.scopeRoles !== undefined || model.scopeToggles !== undefined;
    const [role] = unknown.organization;
    return {
      ticket: grant.ticket,
      excess: more.length > 0 ? more.join('; ') : null,
      unread: isScoped && !reading.isWhole ? `the roles in ${vendorOf(vendor)?.scope.plural ?? 'its parts'}` : null,
      unknown: [...new Set([...unknown.organization, ...unknown.scope])],
      describe: role === undefined ? null : { role, model },
    };
  };
}
