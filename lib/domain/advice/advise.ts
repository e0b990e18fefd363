import type { Advice, Alternative, PlaceAdvice } from './advice';
import { type Assignment, compare, everyAssignment, plansOf, weightOf } from './assignment';
import { assignmentWords } from './assignment-words';
import { baselineOf } from './baseline';
import { type Warning, warningsFor } from './cautions';
import { type AdviceConditions, noConditions, permissionsOf, type RoleModel, withIncluded } from './model';

/**
 * Finds the assignment that covers a need with the least risk beyond it. In this order: as little as possible is
 * lacking (by weight), as little as possible is given beyond need and baseline, as few parts as possible; of equals the
 * one that the model names first. Exact. Returns null where the model has no role that anybody could be given.
 */
export function advise(
  need: readonly string[],
  model: RoleModel,
  conditions: AdviceConditions = noConditions,
): Advice | null {
  const known = permissionsOf(model);
  const needed = withIncluded(
    model,
    need.filter((id) => known.has(id)),
  );
  const base = baselineOf(model, conditions);
  const free = new Set([...needed, ...base, ...(conditions.limited || !model.reach ? [] : [model.reach])]);
  const weight = (id: string) => {
    const permission = known.get(id);
    return permission ? weightOf(permission) : 0;
  };
  const cost = (id: string) => (free.has(id) ? 0 : weight(id));

  const assignments = everyAssignment(model, conditions, needed, base, weight, cost, false);
  const best = assignments[0];
  if (!best) return null;

  const place = (assignment: Assignment) => assignmentWords(assignment, model, conditions, needed, base, free);
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
  const unlimited = everyAssignment(model, conditions, needed, base, weight, cost, true)[0];
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
      ...warningsFor(model, { need: needed, held, chosen }, conditions),
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

/** Tells what becomes of the roles in the vendor's newest generation. */
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
