import * as z from 'zod/mini';
import { Short } from '@/lib/domain/values/bounded';
import { closed, type RoleModel, withIncluded } from './model';

/** Permissions ticked in addition to a purpose, and those of the purpose that were unticked. */
export const Refinement = z.object({ add: z.array(Short), drop: z.array(Short) });
export type Refinement = z.infer<typeof Refinement>;

/** Lists what a grant needs in one generation. */
export interface Need {
  ids: readonly string[];
  /** Permissions of a refinement that this generation does not have: it was made on another one. */
  unknown: readonly string[];
}

/**
 * Lists what a purpose takes, as a form shows it before anything is refined; null for one that the model does not know.
 */
export function purposeNeed(model: RoleModel, purpose: string): readonly string[] | null {
  const need = Object.hasOwn(model.needs, purpose) ? model.needs[purpose] : undefined;
  return need ? complete(model, [...need.organization, ...(need.scope ?? [])]) : null;
}

/** Lists what a purpose needs once it is refined; null for a purpose that the model does not know. */
export function needOf(
  model: RoleModel,
  purpose: string,
  refinement: Refinement | null | undefined = null,
): Need | null {
  const base = purposeNeed(model, purpose);
  if (!base) return null;
  const { add, drop } = refinement ?? { add: [], drop: [] };
  const known = (id: string) => model.permissions.some((one) => one.id === id);
  const left = base.filter((id) => !drop.includes(id) || add.includes(id));
  return { ids: complete(model, [...left, ...add]), unknown: add.filter((id) => !known(id)) };
}

/** Finds the refinement that makes a purpose's need these permissions; null where it is just the purpose's. */
export function refinementTo(model: RoleModel, purpose: string, ids: readonly string[]): Refinement | null {
  const base = purposeNeed(model, purpose) ?? [];
  const add = ids.filter((id) => !base.includes(id));
  const drop = base.filter((id) => !ids.includes(id));
  return add.length + drop.length > 0 ? { add, drop } : null;
}

/** Ticks or unticks one permission of a need: with it come those it takes, and with those go the ones that take it. */
export function toggleNeed(model: RoleModel, ids: readonly string[], id: string, on: boolean): readonly string[] {
  if (on) return complete(model, [...ids, id]);
  const gone = closed([id], (each) =>
    model.permissions
      .filter(({ takes, includes }) => [...(takes ?? []), ...(includes ?? [])].includes(each))
      .map((one) => one.id),
  );
  return ids.filter((each) => !gone.has(each));
}

/** Completes a need with what its permissions include and take, in the model's order. */
function complete(model: RoleModel, ids: Iterable<string>): readonly string[] {
  const all = withIncluded(
    model,
    closed(ids, (id) => model.permissions.find((one) => one.id === id)?.takes),
  );
  return model.permissions.filter(({ id }) => all.has(id)).map(({ id }) => id);
}
