import { quantity } from '@/lib/domain/values/quantity';
import type { Source } from '@/lib/domain/values/source';
import { type AdviceConditions, type CautionWhen, isAvailable, type RoleModel } from './model';
import { list } from './words';

/** Something to know about an assignment, with where it comes from. */
export interface Warning {
  id: string;
  text: string;
  source: Source;
}

/** Holds the sets that a caution is checked against. */
export interface Assigned {
  need: ReadonlySet<string>;
  /** Everything held in the end. */
  held: ReadonlySet<string>;
  /** Labels of roles and ids of toggles. */
  chosen: ReadonlySet<string>;
}

/** Lists what is to be known about an assignment under the conditions. */
export function warningsFor(model: RoleModel, assigned: Assigned, conditions: AdviceConditions): Warning[] {
  const cautions = (model.cautions ?? [])
    .filter(({ when }) => holds(when, assigned, conditions))
    .map(({ id, text, source }) => ({ id, text, source }));
  const places = placesLeft(model, conditions);
  return places ? [places, ...cautions] : cautions;
}

const flags = ['sso', 'external', 'outside', 'temporary', 'limited'] as const;

function holds(when: CautionWhen, { need, held, chosen }: Assigned, conditions: AdviceConditions): boolean {
  const some = (ids: readonly string[] | undefined, set: ReadonlySet<string>) => ids?.some((id) => set.has(id)) ?? true;
  return (
    isAvailable(when, conditions.plan) &&
    some(when.chosen, chosen) &&
    some(when.gives, held) &&
    some(when.needs, need) &&
    !when.without?.some((id) => held.has(id)) &&
    flags.every((flag) => when[flag] === undefined || when[flag] === conditions[flag])
  );
}

/**
 * Says how many places a plan leaves, members and open invitations counted; where the plan is not known, only once it
 * matters.
 */
function placesLeft({ limit }: RoleModel, { plan, members }: AdviceConditions): Warning | null {
  if (!limit || !members || (plan !== '' && !Object.hasOwn(limit.plans, plan))) return null;
  const left = limit.members - members.active - members.pending;
  if (plan === '' && left > 0) return null;
  const seen = `${quantity(members.active, 'member')} and ${quantity(members.pending, 'open invitation')}`;
  const rest = left > 0 ? `${quantity(left, 'place')} left.` : 'no place left: this invitation may be refused.';
  return {
    id: 'member-limit',
    text: `${list(Object.values(limit.plans))} allow ${limit.members} members; the page shows ${seen}: ${rest}`,
    source: limit.source,
  };
}
