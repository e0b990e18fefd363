import { beyondNeed, naming, plainly, type RoleModel } from '@/lib/domain/advice';
import type { Grant } from '@/lib/domain/grant/grant';
import { accessIn } from '@/lib/domain/grant/observe';
import type { RosterRow } from '@/lib/domain/grant/page-facts';
import { normalEmail } from '@/lib/domain/values/email';
import { type AdviceFacts, adviceFor } from './advising';
import { generationFor } from './registry';

/** What a member's role gives that their grant does not need. */
export interface Beyond {
  ticket: string;
  /** In words; null where the role gives nothing more. */
  excess: string | null;
  /** Roles that are not known, of which nothing can be said. */
  unknown: readonly string[];
  /** The one of them that can be described, and in which model; null where there is none. */
  describe: { role: string; model: RoleModel } | null;
}

/**
 * What roles give beyond a grant's need, in words; nothing where the roles are not known, or the log holds an exception for them.
 * `generation`: of the page that shows them.
 */
export function excessFor(
  vendor: string,
  generation: string | null,
  facts: AdviceFacts,
): (grant: Grant, roles: readonly string[]) => readonly string[] {
  const known = generationFor(vendor, generation);
  return (grant, roles) => {
    if (!known || grant.exceptions.some(({ chosen }) => roles.includes(chosen))) return [];
    const { model, advice } = adviceFor(grant, known, facts);
    // The recommended role may itself give more than the job takes: there is nothing less to choose.
    const least = [advice?.organization.label, grant.recommended?.role];
    if (!advice || roles.every((role) => least.includes(role))) return [];
    const { excess, unknown } = beyondNeed(model, advice, { organization: roles, scope: [] });
    return unknown.organization.length > 0 ? [] : plainly(excess).map(({ label }) => label);
  };
}

/**
 * Holds what members of a list have against what their grants need; null for somebody without a grant at that vendor, or whose
 * role the list does not name. Of several live grants the one changed last counts.
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
    const scope = accessIn(row, grant.scope).map(({ role }) => role);
    const { excess, unknown } = beyondNeed(model, advice, { organization: row.roles, scope });
    const [role] = unknown.organization;
    return {
      ticket: grant.ticket,
      excess: excess.length > 0 ? naming(excess) : null,
      unknown: [...new Set([...unknown.organization, ...unknown.scope])],
      describe: role === undefined ? null : { role, model },
    };
  };
}
