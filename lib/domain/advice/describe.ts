import * as z from 'zod/mini';
import { Short } from '@/lib/domain/values/bounded';
import { looksLikeSecret, secretMessage } from '@/lib/domain/values/secret';
import type { Source } from '@/lib/domain/values/source';
import { plainText, words } from '@/lib/domain/values/text';
import { roleNamed } from './compare';
import {
  type AdviceConditions,
  isAvailable,
  type Role,
  type RoleModel,
  type Toggle,
  ticked,
  withIncluded,
} from './model';

/** A role, a group or the baseline, and what an admin says it gives. */
export const Description = z.object({
  kind: z.enum(['role', 'group', 'baseline']),
  name: Short,
  /** Permission ids. */
  gives: z.array(Short).check(z.maxLength(200)),
});
export type Description = z.infer<typeof Description>;

/** The same, as an admin said it once for one organization. */
export const Described = z.extend(Description, {
  vendor: z.string(),
  /** Named as in the page's address; empty where that names none. */
  organization: z.string(),
  generation: z.string(),
  /** `YYYY-MM-DD`. */
  on: z.string(),
});
export type Described = z.infer<typeof Described>;

/** Names the place where something was described. */
export type DescribedAt = Pick<Described, 'vendor' | 'organization' | 'generation'>;

/** Tells whether two descriptions are of the same thing. */
export function sameDescribed(a: Described, b: Described): boolean {
  return (
    a.vendor === b.vendor &&
    a.organization === b.organization &&
    a.generation === b.generation &&
    a.kind === b.kind &&
    words(a.name) === words(b.name)
  );
}

/** Picks what was described for one organization and generation. */
export function describedFor(all: readonly Described[], at: DescribedAt): Described[] {
  return all.filter(
    (each) => each.vendor === at.vendor && each.organization === at.organization && each.generation === at.generation,
  );
}

const sourceOf = (on: string): Source => ({ ref: 'Described by your organization', checkedOn: on, kind: 'derived' });

/** Returns a model that knows the described roles too; the pack's own come first, and are never replaced. */
export function withDescribed(model: RoleModel, described: readonly Described[]): RoleModel {
  const known = (id: string) => model.permissions.some((one) => one.id === id);
  const roles = described
    .filter(({ kind, name }) => kind === 'role' && !roleNamed(model.roles, name))
    .map(
      ({ name, gives, on }): Role => ({
        label: name,
        gives: gives.filter(known),
        because: 'Gives what your organization described.',
        source: sourceOf(on),
      }),
    );
  return roles.length > 0 ? { ...model, roles: [...model.roles, ...roles] } : model;
}

/** Collects the groups and the baseline that were described, as advice takes them. */
export function describedConditions(described: readonly Described[]): Pick<AdviceConditions, 'groups' | 'baseline'> {
  return {
    groups: described.filter(({ kind }) => kind === 'group').map(({ name, gives }) => ({ name, gives })),
    baseline: described.find(({ kind }) => kind === 'baseline')?.gives ?? [],
  };
}

/** A kind of thing that can be described in a generation, and how. */
export interface Describable {
  kind: Described['kind'];
  label: string;
  hint: string;
  /** Null for roles: every vendor has them. */
  source: Source | null;
}

/** Lists what can be described of a generation on a plan. */
export function describable({ own = {} }: RoleModel, plan: string): Describable[] {
  const policies = (['group', 'baseline'] as const).flatMap((kind): Describable[] => {
    const policy = own[kind];
    return policy && isAvailable(policy, plan)
      ? [{ kind, label: policy.label, hint: policy.hint, source: policy.source }]
      : [];
  });
  return [{ kind: 'role', label: 'Role', hint: 'Write it as the vendor shows it.', source: null }, ...policies];
}

/** Lists the permissions that can be ticked for a kind: what a group or a baseline gives holds in the scope. */
export function describablePermissions({ permissions }: RoleModel, kind: Described['kind']): RoleModel['permissions'] {
  return permissions.filter(({ inScope }) => kind === 'role' || inScope);
}

export type CheckedDescription = { ok: true; value: Description } | { ok: false; message: string };

/**
 * Checks what an admin says something gives. `model`: the pack's own. A generation has one baseline, so that one needs
 * no name.
 */
export function checkDescription(model: RoleModel, { kind, name, gives }: Description): CheckedDescription {
  const refused = (message: string): CheckedDescription => ({ ok: false, message });
  const policy = kind === 'role' ? undefined : model.own?.[kind];
  if (kind !== 'role' && !policy) return refused(`This vendor’s page has no ${kind} to describe.`);
  const named = kind === 'baseline' ? (policy?.label ?? '') : plainText(name, 100);
  if (named === '') return refused(`The ${kind} has no name.`);
  if (looksLikeSecret(named)) return refused(secretMessage);
  if (kind === 'role' && roleNamed(model.roles, named)) return refused(`Grantbook knows what ${named} gives.`);
  const known = describablePermissions(model, kind)
    .map(({ id }) => id)
    .filter((id) => gives.includes(id));
  if (known.length === 0) return refused(`Tick at least one thing that the ${kind} gives.`);
  return { ok: true, value: { kind, name: named, gives: known } };
}

/** A vendor’s list of boxes, as copied: what it gives, and the lines that name none. */
export interface PastedToggles {
  gives: readonly string[];
  ticked: readonly Toggle[];
  unknown: readonly string[];
}

const off = /(?:^|[\s:([-])(?:off|no|disabled|false|✗|✘|×|☐)(?:$|[\s)\]])|^\s*\[ ?\]/iu;
const marks =
  /^[\s\-*•✓✔☑☐✗✘×]*(?:\[[ xX✓]?\])?\s*|[\s:(–-]*\(?(?:on|off|yes|no|enabled|disabled|true|false|✓|✔|☑|☐|✗|✘|×)\)?\s*$/giu;

/**
 * Reads a copied list of boxes, one per line (`Session Playback: on`); a line that says off counts as not ticked. Boxes
 * that stand under a resource are named with it (`Destinations Edit`), or after a line of its own that names it.
 */
export function readToggles(model: RoleModel, text: string): PastedToggles {
  const toggles = [...(model.toggles ?? []), ...(model.scopeToggles ?? [])];
  const lines = text
    .split(/[\r\n;]+/)
    .slice(0, 200)
    .map((line) => plainText(line, 200))
    .filter((line) => line !== '');
  const on: string[] = [];
  const unknown: string[] = [];
  let heading = '';
  for (const line of lines) {
    const said = words(line.replace(marks, ''));
    const alike = toggles.filter(({ label }) => words(label) === said);
    const found =
      toggles.find(({ group, label }) => group !== undefined && words(`${group} ${label}`) === said) ??
      alike.find(({ group }) => words(group ?? '') === heading) ??
      (alike.length === 1 ? alike[0] : undefined);
    if (found) {
      if (!off.test(line)) on.push(found.id);
    } else if (toggles.some(({ group }) => group !== undefined && words(group) === said)) heading = said;
    else unknown.push(line);
  }
  const all = ticked(toggles, on);
  return {
    gives: [
      ...withIncluded(
        model,
        all.flatMap(({ gives }) => gives),
      ),
    ],
    ticked: all,
    unknown,
  };
}
