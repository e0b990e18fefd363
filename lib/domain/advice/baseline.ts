import { type AdviceConditions, isAvailable, type RoleModel, withIncluded } from './model';

/** What everybody in the scope has by the vendor's documentation, on a plan. */
export function documentedBaseline(model: RoleModel, plan: string): readonly string[] {
  return (model.baseline ?? []).filter((each) => isAvailable(each, plan)).flatMap(({ gives }) => gives);
}

/** What everybody in the scope has whatever is chosen: what the vendor documents for the plan, and what the organization added. */
export function baselineOf(model: RoleModel, { plan, baseline }: AdviceConditions): Set<string> {
  return withIncluded(model, [...documentedBaseline(model, plan), ...baseline]);
}
