import { type Giver, leastCover } from './cover';
import {
  type AdviceConditions,
  isAvailable,
  type Permission,
  type Role,
  type RoleModel,
  type Toggle,
  ticked,
  withIncluded,
} from './model';

/** Weighs a permission that is held without need, or needed without being held. */
export const weightOf = ({ risk }: Permission): number => risk ** 2;

/** Holds everything that somebody could be given: a role, one in the scope, boxes and groups; with what that costs. */
export interface Assignment {
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

/** Lists the ids of the boxes or groups of one kind in an assignment. */
export const idsOf = ({ keys }: Assignment, kind: 'organization' | 'scope' | 'group'): readonly string[] =>
  keys.filter((key) => key.startsWith(kind + separator)).map((key) => key.slice(kind.length + 1));

/** Below 0 where the first is the better one: less is lacking, then less is too much, then it has fewer parts. */
export const compare = (a: Assignment, b: Assignment) =>
  a.lacking - b.lacking || a.excess - b.excess || a.parts - b.parts;

/** Finds the best assignment for each pair of roles, the best of all first. */
export function everyAssignment(
  model: RoleModel,
  { plan, groups }: AdviceConditions,
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

/** Lists the plans without which an assignment cannot be made. */
export function plansOf({ role, scopeRole, keys }: Assignment, model: RoleModel): readonly string[] {
  const toggles = [...(model.toggles ?? []), ...(model.scopeToggles ?? [])].filter(({ id }) =>
    keys.some((key) => key.endsWith(separator + id)),
  );
  return [...new Set([role, scopeRole, ...toggles].flatMap((part) => part?.plans ?? []))];
}
