import { words } from '@/lib/domain/values/text';
import type { Advice, PlaceAdvice } from './advice';
import { type Permission, type Role, type RoleModel, withIncluded } from './model';
import { naming } from './words';

/** Returns the role that a visible text names, or null: a role that the pack does not know is never guessed. */
export function roleNamed(roles: readonly Role[], text: string): Role | null {
  // `words` drops counts; in a role's name a number is part of the name: a custom role “Admin 2” is not “Admin”.
  const digits = (label: string) => label.replace(/\D/g, '');
  const same = (label: string) => words(label) === words(text) && digits(label) === digits(text);
  return roles.find((role) => !role.composes && [role.label, ...(role.alike ?? [])].some(same)) ?? null;
}

/**
 * Splits a text into the roles that it names: commas stand between several, and a role whose own name has a comma stays
 * whole.
 */
export function rolesIn(roles: readonly Role[], text: string): string[] {
  if (text.trim() === '') return [];
  return roleNamed(roles, text) ? [text] : text.split(', ');
}

/** Says in words how chosen roles differ from the advised one. */
export interface RoleWarning {
  /** Quoted from the menu; several with commas between them. */
  chosen: string;
  recommended: string;
  /** Given beyond what is recommended. */
  excess: readonly Permission[];
  /** Needed and not given. */
  lacking: readonly Permission[];
  /** Roles that nobody has described to us. */
  unknown: readonly string[];
  message: string;
}

/**
 * Compares the roles chosen in the organization (visible texts, all of them held at once) with what is advised; null
 * where they are just that.
 */
export function warnOfRoles(
  model: RoleModel,
  advice: PlaceAdvice,
  roles: readonly Role[],
  chosen: readonly string[],
): RoleWarning | null {
  const found = chosen.map((text) => ({ text, role: roleNamed(roles, text) }));
  if (found.every(({ role }) => role !== null && role === advice.role)) return null;

  const recommended = advice.label;
  const unknown = found.flatMap(({ text, role }) => (role ? [] : [text]));
  // Whoever holds the advised role besides is told of the others.
  const others = found.filter(({ role }) => role === null || role !== advice.role);
  const label = others.map(({ text, role }) => role?.label ?? text).join(', ');
  const gives = withIncluded(
    model,
    found.flatMap(({ role }) => role?.gives ?? []),
  );
  const excess = model.permissions.filter(({ id }) => gives.has(id) && !advice.gives.includes(id));
  const lacking =
    unknown.length > 0 ? [] : advice.needed.filter(({ id }) => advice.gives.includes(id) && !gives.has(id));
  // Ticked boxes have no name: a role that gives just the same is what was advised.
  if (advice.toggles.length > 0 && unknown.length + excess.length + lacking.length === 0) return null;

  const reserved = found.find(({ role }) => role?.reservedFor !== undefined)?.role;
  const more = excess.length > 0 ? `${label} also gives ${naming(excess)}` : '';
  const less = lacking.length > 0 ? `does not give ${naming(lacking)}, which this grant needs` : '';
  const said = [
    unknown.length > 0 ? `Grantbook does not know the role “${unknown.join('”, “')}”.` : '',
    more && less ? `${more}, and ${less}.` : more ? `${more}.` : less ? `${label} ${less}.` : '',
    reserved ? `It is reserved for ${reserved.reservedFor}.` : '',
  ].filter(Boolean);
  const message = [
    ...(said.length > 0 ? said : [`${label} is not the recommended role.`]),
    `Recommended: ${recommended}.`,
  ];
  return { chosen: label, recommended, excess, lacking, unknown, message: message.join(' ') };
}

/** Roles that somebody holds, as the page shows them. */
export interface HeldRoles {
  organization: readonly string[];
  /** In entries of the scope. */
  scope: readonly string[];
}

/** Lists what held roles give beyond a need, and those of them that nobody described to us: they may give anything. */
export interface BeyondNeed {
  excess: readonly Permission[];
  unknown: HeldRoles;
}

/** Finds what roles that somebody holds give beyond a grant's need, baseline aside. */
export function beyondNeed(model: RoleModel, advice: Advice, held: HeldRoles): BeyondNeed {
  const find = (roles: readonly Role[], texts: readonly string[]) => ({
    known: texts.flatMap((text) => roleNamed(roles, text) ?? []),
    unknown: texts.filter((text) => roleNamed(roles, text) === null),
  });
  const organization = find(model.roles, held.organization);
  const scope = find(model.scopeRoles ?? [], held.scope);
  const needed = new Set([...advice.need, ...advice.baseline].map(({ id }) => id));
  const gives = withIncluded(
    model,
    [...organization.known, ...scope.known].flatMap((role) => role.gives),
  );
  return {
    excess: model.permissions.filter(({ id }) => gives.has(id) && !needed.has(id)),
    unknown: { organization: organization.unknown, scope: scope.unknown },
  };
}
