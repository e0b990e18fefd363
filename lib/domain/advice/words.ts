import type { Permission, Toggle } from './model';

/** Joins words as a sentence lists them: `a, b and c`. */
export function list(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/**
 * Returns permissions as people would say them: without those that another one in the list includes, the gravest first.
 */
export function plainly(permissions: readonly Permission[]): Permission[] {
  const included = new Set(permissions.flatMap(({ includes }) => includes ?? []));
  return permissions.filter(({ id }) => !included.has(id)).sort((a, b) => b.risk - a.risk);
}

/** Names the gravest of some permissions in words, at most `most` of them. */
export function naming(permissions: readonly Permission[], most = 6): string {
  const all = plainly(permissions).map(({ label }) => label);
  if (all.length <= most) return list(all);
  return list([...all.slice(0, most - 1), `${all.length - most + 1} more things`]);
}

/** Ticked boxes as the vendor's form groups them: `Edit, Connect on Sources and Destinations; Credential Store`. */
export function namingToggles(toggles: readonly Toggle[]): string {
  const alone = toggles.filter(({ group }) => group === undefined).map(({ label }) => label);
  const byGroup = new Map<string, string[]>();
  for (const { group, label } of toggles) {
    if (group !== undefined) byGroup.set(group, [...(byGroup.get(group) ?? []), label]);
  }
  const byLabels = new Map<string, string[]>();
  for (const [group, labels] of byGroup) {
    const key = labels.join(', ');
    byLabels.set(key, [...(byLabels.get(key) ?? []), group]);
  }
  const grouped = [...byLabels].map(([labels, groups]) => `${labels} on ${list(groups)}`);
  return [...grouped, ...(alone.length > 0 ? [list(alone)] : [])].join('; ');
}
