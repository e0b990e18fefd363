/** Tells whether two texts name the same roles, whatever their case and order. */
export function sameRoles(a: string, b: string): boolean {
  return a === b || rolesKey(a.split(',')) === rolesKey(b.split(','));
}

/** Writes roles as they are compared. */
export function rolesKey(roles: readonly string[]): string {
  return roles
    .map((role) => role.trim().toLowerCase())
    .sort()
    .join('\n');
}
