import type { Source } from '@/lib/domain/values/source';
import type { PlaceAdvice } from './advice';
import { type Assignment, idsOf } from './assignment';
import {
  type AdviceConditions,
  type Group,
  type Permission,
  type Role,
  type RoleModel,
  type Toggle,
  ticked,
  withIncluded,
} from './model';
import { list, namingToggles } from './words';

/** Puts an assignment into words, place by place. */
export function assignmentWords(
  assignment: Assignment,
  model: RoleModel,
  { groups }: AdviceConditions,
  needed: ReadonlySet<string>,
  base: ReadonlySet<string>,
  free: ReadonlySet<string>,
) {
  const { role, scopeRole } = assignment;
  const picked = { organization: idsOf(assignment, 'organization'), scope: idsOf(assignment, 'scope') };
  const joined = groups.filter(({ name }) => idsOf(assignment, 'group').includes(name));

  const partsOf = (where: 'organization' | 'scope') => {
    const one = where === 'organization' ? role : scopeRole;
    const toggles = (where === 'organization' ? model.toggles : model.scopeToggles) ?? [];
    return [
      ...(one ? [{ kind: 'role' as const, label: one.label, gives: withIncluded(model, one.gives) }] : []),
      ...picked[where].map((id) => {
        const all = ticked(toggles, [id]);
        const own = all.filter((each) => each.id === id);
        return {
          kind: 'toggle' as const,
          label: namingToggles(own),
          gives: withIncluded(
            model,
            all.flatMap(({ gives }) => gives),
          ),
        };
      }),
      ...(where === 'scope'
        ? joined.map(({ name, gives }) => ({ kind: 'group' as const, label: name, gives: withIncluded(model, gives) }))
        : []),
    ];
  };
  const parts = { organization: partsOf('organization'), scope: partsOf('scope') };
  const every = [...parts.organization, ...parts.scope];
  const held = new Set([...base, ...every.flatMap(({ gives }) => [...gives])]);
  const pick = (holds: (id: string) => boolean) => model.permissions.filter(({ id }) => holds(id));
  const byOrganization = new Set(parts.organization.flatMap(({ gives }) => [...gives]));
  const needsScope = pick((id) => needed.has(id)).some(({ id, inScope }) => inScope && !byOrganization.has(id));
  const hasScope = needsScope && (parts.scope.length > 0 || model.scopeNothing !== undefined);

  const view = (where: 'organization' | 'scope'): PlaceAdvice => {
    const mine = parts[where];
    const one = where === 'organization' ? role : scopeRole;
    const all = (where === 'organization' ? model.toggles : model.scopeToggles) ?? [];
    const toggles = ticked(all, picked[where]);
    const here = where === 'scope' ? joined : [];
    const gives = new Set(mine.flatMap((part) => [...part.gives]));
    const isHere = ({ id, inScope }: Permission) =>
      where === 'scope' ? inScope === true && !byOrganization.has(id) : !inScope || !hasScope || byOrganization.has(id);
    const lacking = model.permissions.filter((each) => needed.has(each.id) && !held.has(each.id) && isHere(each));
    const mineNeeded = model.permissions.filter((each) => needed.has(each.id) && isHere(each));
    const nothing = mine.length === 0 ? model.scopeNothing : undefined;
    const composite = toggles.length > 0 || here.length > 0;
    const reason = nothing?.because ?? (one && !composite ? one.because : composed(mineNeeded, gives));
    return {
      label: nothing?.label ?? labelOf(one, toggles, here, model),
      role: one,
      toggles,
      groups: here,
      parts: mine.map(({ kind, label, gives: own }) => ({
        kind,
        label,
        forcedBy: pick(
          (id) =>
            needed.has(id) &&
            own.has(id) &&
            !base.has(id) &&
            !every.some((other) => other.gives !== own && other.gives.has(id)),
        ),
      })),
      because: lacking.length === 0 ? reason : `${reason} ${missing(lacking, model)}`,
      caution: one?.caution ?? null,
      sources: unique([
        ...(one ? [one.source] : []),
        ...toggles.map(({ source }) => source),
        ...(nothing ? [nothing.source] : []),
      ]),
      gives: [...gives],
      needed: mineNeeded,
      excess: pick((id) => gives.has(id) && !free.has(id) && (where === 'organization' || !byOrganization.has(id))),
      lacking,
    };
  };
  const chosen = new Set([
    role.label,
    ...(hasScope && scopeRole ? [scopeRole.label] : []),
    ...ticked(model.toggles ?? [], picked.organization).map(({ id }) => id),
    ...ticked(model.scopeToggles ?? [], picked.scope).map(({ id }) => id),
  ]);
  return { organization: view('organization'), scope: hasScope ? view('scope') : null, held, chosen };
}

function labelOf(role: Role | null, toggles: readonly Toggle[], groups: readonly Group[], model: RoleModel): string {
  const joined = groups.length > 0 ? [`the group ${list(groups.map(({ name }) => `“${name}”`))}`] : [];
  if (toggles.length === 0) return [...(role ? [role.label] : []), ...joined].join(' and ');
  const boxes = namingToggles(toggles);
  const own = role ? `${role.label} with ${boxes}` : `${model.scopeWith ?? ''} ${boxes}`.trim();
  return [own, ...joined].join(' and ');
}

function composed(needed: readonly Permission[], gives: ReadonlySet<string>): string {
  return `The least that allows ${list(needed.filter(({ id }) => gives.has(id)).map(({ label }) => label))}.`;
}

/** Says which needs nothing covers, and who could, if anybody. */
function missing(lacking: readonly Permission[], model: RoleModel): string {
  const able = [...model.roles, ...(model.scopeRoles ?? [])].filter(({ gives }) => {
    const all = withIncluded(model, gives);
    return lacking.every(({ id }) => all.has(id));
  });
  const what = list(lacking.map(({ label }) => label));
  const free = able.some(({ reservedFor }) => reservedFor === undefined);
  // Another role may give it, and lack something graver.
  if (free) return `No role here gives ${what} as well.`;
  const [reserved] = able;
  return reserved
    ? `Only ${reserved.label} gives ${what}, and it is reserved for ${reserved.reservedFor}.`
    : `No role here gives ${what}.`;
}

function unique(sources: readonly Source[]): Source[] {
  return sources.filter(({ ref }, at) => sources.findIndex((other) => other.ref === ref) === at);
}
