import { type AdviceConditions, isAvailable, type RoleModel, withIncluded } from './model';

/** Lists what everybody in the scope has by the vendor's documentation, on a plan. */
export function documentedBaseline(model: RoleModel, plan: string): readonly string[] {
  return (model.baseline ?? []).filter((each) => isAvailable(each, plan)).flatMap(({ gives }) => gives);
}

/** Lists what everybody in the scope has whatever is chosen: by the vendor's documentation, and by the organization. */
export function baselineOf(model: RoleModel, { plan, baseline }: AdviceConditions): Set<string> {
  return withIncluded(model, [...documentedBaseline(model, plan), ...baseline]);
}
