import type { Source } from './source';
import { words } from './text';

/** One thing that a role lets a person do. `risk` weighs what a grant too many would cost: 1 looking … 5 owning. */
export interface Permission {
  id: string;
  label: string;
  risk: 1 | 2 | 3 | 4 | 5;
}

/** A role as the vendor's menu shows it, with what it gives and why one would choose it. */
export interface Role {
  /** As written in the vendor's menu; matched by visible words. */
  label: string;
  /** Other spellings of the same role. */
  alike?: readonly string[];
  gives: readonly string[];
  /** One sentence in the vendor's or the procedure's words. */
  because: string;
  /** Something to know before choosing it. */
  caution?: string;
  source: Source;
}

/** The roles of one generation: for the organization, and (where the vendor has them) for each app or workspace in scope. */
export interface RoleModel {
  permissions: readonly Permission[];
  roles: readonly Role[];
  /** Roles per app, workspace or project; absent where the organization's role says it all. */
  scopeRoles?: readonly Role[];
  /** What one entry of the scope is called: `app`, `workspace`. */
  scopeWord: string;
  /** Per purpose, the permissions it takes; `scope` ones are needed in each entry of the scope. */
  needs: Readonly<Record<string, { organization: readonly string[]; scope?: readonly string[] }>>;
}

/** One role recommended, with the permissions that it gives beyond the need. */
export interface RoleAdvice {
  role: Role;
  needed: readonly Permission[];
  excess: readonly Permission[];
  /** Needed, and given by no role there is. */
  lacking: readonly Permission[];
}

/** The least assignment for a purpose: the organization's role and, where there are any, the role in each app. */
export interface Advice {
  organization: RoleAdvice;
  scope: RoleAdvice | null;
  /** One sentence: what to choose, and why nothing less does. */
  sentence: string;
}

const riskOf = (permissions: readonly Permission[]) => permissions.reduce((sum, { risk }) => sum + risk ** 2, 0);

/** The role that covers the need with the least risk beyond it; where none covers it, the one that lacks least. */
function leastRole(model: RoleModel, roles: readonly Role[], need: readonly string[]): RoleAdvice | null {
  const pick = (holds: (id: string) => boolean) => model.permissions.filter(({ id }) => holds(id));
  const ranked = roles
    .map((role) => ({
      role,
      needed: pick((id) => need.includes(id)),
      excess: pick((id) => role.gives.includes(id) && !need.includes(id)),
      lacking: pick((id) => need.includes(id) && !role.gives.includes(id)),
    }))
    .sort((a, b) => a.lacking.length - b.lacking.length || riskOf(a.excess) - riskOf(b.excess));
  return ranked[0] ?? null;
}

/** Advises the least role for a purpose that the model knows; null for one that it does not. */
export function advise(model: RoleModel, purpose: string): Advice | null {
  const need = model.needs[purpose];
  if (!need) return null;
  const organization = leastRole(model, model.roles, need.organization);
  if (!organization) return null;
  const scope = model.scopeRoles && need.scope ? leastRole(model, model.scopeRoles, need.scope) : null;
  const parts = [
    `${organization.role.label}: ${reasonFor(organization)}`,
    ...(scope ? [`In each ${model.scopeWord}, ${scope.role.label}: ${reasonFor(scope)}`] : []),
  ];
  return { organization, scope, sentence: parts.join(' ') };
}

function reasonFor({ role, lacking }: RoleAdvice): string {
  if (lacking.length === 0) return role.because;
  return `${role.because} No role here gives ${list(lacking.map(({ label }) => label))}.`;
}

/** Words as a sentence lists them: `a, b and c`. */
export function list(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** The role that a visible text names, or null: a role that the pack does not know is never guessed. */
export function roleNamed(roles: readonly Role[], text: string): Role | null {
  // `words` drops counts; in a role's name a number is part of the name: a custom role “Admin 2” is not “Admin”.
  const digits = (label: string) => label.replace(/\D/g, '');
  const same = (label: string) => words(label) === words(text) && digits(label) === digits(text);
  return roles.find((role) => [role.label, ...(role.alike ?? [])].some(same)) ?? null;
}

/** What a chosen role does differently from the advised one, in words; null where it is the advised one. */
export interface RoleWarning {
  chosen: string;
  recommended: string;
  excess: readonly Permission[];
  lacking: readonly Permission[];
  message: string;
}

/** Compares the role chosen in the vendor's form (visible text) with the advice. */
export function warnOfRole(
  model: RoleModel,
  advice: RoleAdvice,
  roles: readonly Role[],
  chosen: string,
): RoleWarning | null {
  const role = roleNamed(roles, chosen);
  if (role === advice.role) return null;
  const recommended = advice.role.label;
  if (!role) {
    const message = `Grantbook does not know the role “${chosen}”. The recommended one is ${recommended}.`;
    return { chosen, recommended, excess: [], lacking: [], message };
  }
  const held = (roleGives: Role) => model.permissions.filter(({ id }) => roleGives.gives.includes(id));
  const excess = held(role).filter(({ id }) => !advice.role.gives.includes(id));
  const lacking = advice.needed.filter(({ id }) => !role.gives.includes(id));
  const more = excess.length > 0 ? ` also gives ${list(excess.map(({ label }) => label))}` : '';
  const less =
    lacking.length > 0 ? ` does not give ${list(lacking.map(({ label }) => label))}, which this grant needs` : '';
  const message = `${role.label}${more}${more && less ? ', and' : ''}${less}${more || less ? '.' : ' is not the recommended role.'} Recommended: ${recommended}.`;
  return { chosen: role.label, recommended, excess, lacking, message };
}
