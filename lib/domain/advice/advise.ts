import type { Source } from '../source';
import { type Warning, warningsFor } from './cautions';
import { type Giver, leastCover } from './cover';
import {
  type AdviceCircumstances,
  type Group,
  isAvailable,
  noCircumstances,
  type Permission,
  permissionsOf,
  type Role,
  type RoleModel,
  type Toggle,
  ticked,
  withIncluded,
} from './model';
import { list, namingToggles } from './words';

/** One part of an assignment: a role, a box to tick or a group to join. */
export interface Part {
  kind: 'role' | 'toggle' | 'group';
  label: string;
  /** What is needed and nothing else in the assignment gives. */
  forcedBy: readonly Permission[];
}

/** What to choose in one place: in the organization, or in each entry of the scope. */
export interface PlaceAdvice {
  /** As the log quotes it: the role as its menu says it, or what to tick, in words. */
  label: string;
  /** Null where only boxes are ticked, or nothing is set. */
  role: Role | null;
  /** Every box that is ticked in the end. */
  toggles: readonly Toggle[];
  /** Groups to join. */
  groups: readonly Group[];
  parts: readonly Part[];
  /** One sentence: why this and nothing less. */
  because: string;
  /** Something to know before choosing it. */
  caution: string | null;
  sources: readonly Source[];
  /** Everything that it gives. */
  gives: readonly string[];
  needed: readonly Permission[];
  /** Given here, and not needed. */
  excess: readonly Permission[];
  /** Needed, and given by nothing there is. */
  lacking: readonly Permission[];
}

/** Another assignment that would do, and what it would cost. */
export interface Alternative {
  label: string;
  excess: readonly Permission[];
  /** Risk beyond the need compared with what is recommended; below 0 where it would be less, but takes another plan. */
  costs: number;
  /** Not on the plan we know of (or know nothing of): the plans that are documented to have it, if any are named; else null. */
  takesPlan: readonly string[] | null;
}

/** The least assignment for a need. */
export interface Advice {
  organization: PlaceAdvice;
  /** What to choose in each entry of the scope; null where there is nothing to choose. */
  scope: PlaceAdvice | null;
  need: readonly Permission[];
  /** Held by everybody in the scope anyway, and not needed. */
  baseline: readonly Permission[];
  alternatives: readonly Alternative[];
  warnings: readonly Warning[];
  /** What to choose and why nothing less does. */
  sentence: string;
}

/** What weighs a permission that is held without need, and one that is needed without being held. */
export const weightOf = ({ risk }: Permission): number => risk ** 2;

interface Assignment {
  role: Role;
  scopeRole: Role | null;
  /** Keys of givers. */
  keys: readonly string[];
  lacking: number;
  excess: number;
  parts: number;
}

const separator = ' ';
const keyOf = (kind: string, id: string) => kind + separator + id;

/**
 * The assignment that covers a need with the least risk beyond it. In this order: as little as possible is lacking (by weight), as
 * little as possible is given beyond need and baseline, as few parts as possible; of equals the one that the model names first. Exact.
 * Null where the model has no role that anybody could be given.
 */
export function advise(
  need: readonly string[],
  model: RoleModel,
  circumstances: AdviceCircumstances = noCircumstances,
): Advice | null {
  const known = permissionsOf(model);
  const needed = withIncluded(
    model,
    need.filter((id) => known.has(id)),
  );
  const base = baselineOf(model, circumstances);
  const free = new Set([...needed, ...base, ...(circumstances.limited || !model.reach ? [] : [model.reach])]);
  const weight = (id: string) => {
    const permission = known.get(id);
    return permission ? weightOf(permission) : 0;
  };
  const cost = (id: string) => (free.has(id) ? 0 : weight(id));

  const assignments = everyAssignment(model, circumstances, needed, base, weight, cost, false);
  const best = assignments[0];
  if (!best) return null;

  const place = (assignment: Assignment) => describe(assignment, model, circumstances, needed, base, free);
  const { organization, scope, held, chosen } = place(best);
  const pick = (holds: (id: string) => boolean) => model.permissions.filter(({ id }) => holds(id));
  const other = (assignment: Assignment, takesPlan: readonly string[] | null): Alternative => {
    const described = place(assignment);
    return {
      label: nameOf(described.organization, described.scope),
      excess: [...described.organization.excess, ...(described.scope?.excess ?? [])],
      costs: assignment.excess - best.excess,
      takesPlan,
    };
  };
  const unlimited = everyAssignment(model, circumstances, needed, base, weight, cost, true)[0];
  const better = unlimited && compare(unlimited, best) < 0 ? [other(unlimited, plansOf(unlimited, model))] : [];
  const others = assignments
    .slice(1)
    .filter(({ lacking }) => lacking === best.lacking)
    .map((each) => other(each, null))
    // Two pairs of roles may come to the same choice.
    .filter(
      ({ label }, at, all) =>
        label !== nameOf(organization, scope) && all.findIndex((one) => one.label === label) === at,
    );
  return {
    organization,
    scope,
    need: pick((id) => needed.has(id)),
    baseline: pick((id) => base.has(id) && !needed.has(id)),
    alternatives: [...better, ...others.slice(0, 3)],
    warnings: [
      ...warningsFor(model, { need: needed, held, chosen }, circumstances),
      ...successorsOf([organization, scope]),
    ],
    sentence: [
      `${organization.label}: ${organization.because}`,
      ...(scope ? [`In each ${model.scopeWord}, ${scope.label}: ${scope.because}`] : []),
    ].join(' '),
  };
}

const nameOf = (organization: PlaceAdvice, scope: PlaceAdvice | null) =>
  [organization.label, ...(scope ? [scope.label] : [])].join(', ');

/** What everybody in the scope has by the vendor's documentation, on a plan. */
export function documentedBaseline(model: RoleModel, plan: string): readonly string[] {
  return (model.baseline ?? []).filter((each) => isAvailable(each, plan)).flatMap(({ gives }) => gives);
}

/** What everybody in the scope has whatever is chosen: what the vendor documents for the plan, and what the organization added. */
function baselineOf(model: RoleModel, { plan, baseline }: AdviceCircumstances): Set<string> {
  return withIncluded(model, [...documentedBaseline(model, plan), ...baseline]);
}

const compare = (a: Assignment, b: Assignment) => a.lacking - b.lacking || a.excess - b.excess || a.parts - b.parts;

/** The best assignment for each pair of roles, the best of all first. */
function everyAssignment(
  model: RoleModel,
  { plan, groups }: AdviceCircumstances,
  needed: ReadonlySet<string>,
  base: ReadonlySet<string>,
  weight: (id: string) => number,
  cost: (id: string) => number,
  onAnyPlan: boolean,
): Assignment[] {
  const can = (one: Role | Toggle) => onAnyPlan || isAvailable(one, plan);
  const roles = model.roles.filter((role) => can(role) && role.reservedFor === undefined);
  const scopeRoles = (model.scopeRoles ?? []).filter((role) => can(role) && role.reservedFor === undefined);
  const givers = (kind: string, toggles: readonly Toggle[] = []): Giver[] =>
    toggles.flatMap(({ id }) => {
      const all = ticked(toggles, [id]);
      return all.every(can)
        ? [
            {
              key: keyOf(kind, id),
              gives: withIncluded(
                model,
                all.flatMap(({ gives }) => gives),
              ),
            },
          ]
        : [];
    });
  const inScope = [
    ...givers('scope', model.scopeToggles),
    ...groups.map(({ name, gives }) => ({ key: keyOf('group', name), gives: withIncluded(model, gives) })),
  ];
  const composed = givers('organization', model.toggles);

  return roles
    .flatMap((role) =>
      [null, ...scopeRoles].map((scopeRole): Assignment => {
        const given = withIncluded(model, [...role.gives, ...(scopeRole?.gives ?? [])]);
        const held = new Set([...given, ...base]);
        const choice = [...(role.composes ? composed : []), ...inScope];
        const open = [...needed].filter((id) => !held.has(id));
        const cover = leastCover(open, held, choice, cost);
        const taken = choice.filter(({ key }) => cover.keys.includes(key));
        const covered = new Set(taken.flatMap(({ gives }) => [...gives]));
        return {
          role,
          scopeRole,
          keys: taken.map(({ key }) => key),
          lacking: open.reduce((sum, id) => sum + (covered.has(id) ? 0 : weight(id)), 0),
          excess: cover.excess + [...given].reduce((sum, id) => sum + cost(id), 0),
          parts: cover.keys.length + (scopeRole ? 1 : 0),
        };
      }),
    )
    .sort(compare);
}

/** The plans without which an assignment cannot be made. */
function plansOf({ role, scopeRole, keys }: Assignment, model: RoleModel): readonly string[] {
  const toggles = [...(model.toggles ?? []), ...(model.scopeToggles ?? [])].filter(({ id }) =>
    keys.some((key) => key.endsWith(separator + id)),
  );
  return [...new Set([role, scopeRole, ...toggles].flatMap((part) => part?.plans ?? []))];
}

/** An assignment in words, place by place. */
function describe(
  { role, scopeRole, keys }: Assignment,
  model: RoleModel,
  { groups }: AdviceCircumstances,
  needed: ReadonlySet<string>,
  base: ReadonlySet<string>,
  free: ReadonlySet<string>,
) {
  const idsOf = (kind: string) =>
    keys.filter((key) => key.startsWith(kind + separator)).map((key) => key.slice(kind.length + 1));
  const picked = { organization: idsOf('organization'), scope: idsOf('scope') };
  const joined = groups.filter(({ name }) => idsOf('group').includes(name));

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

/** What becomes of the roles in the vendor's newest generation. */
function successorsOf(places: readonly (PlaceAdvice | null)[]): Warning[] {
  return places.flatMap((place) => {
    const becomes = place?.role?.becomes;
    return place?.role && becomes
      ? [
          {
            id: 'becomes',
            text: `In Access Management, ${place.role.label} becomes ${becomes.words}.`,
            source: becomes.source,
          },
        ]
      : [];
  });
}

/** Which needs nothing covers, and who could, if anybody. */
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
