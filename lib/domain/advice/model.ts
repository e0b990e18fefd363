import type { Source } from '@/lib/domain/values/source';

/** One thing that access lets a person do. `risk` weighs what a grant too many would cost: 1 looking … 5 owning. */
export interface Permission {
  id: string;
  /** Reads on in “also gives …”. */
  label: string;
  risk: 1 | 2 | 3 | 4 | 5;
  /** Held in each entry of the scope rather than in the organization. */
  inScope?: true;
  /** Shows data about people. */
  personalData?: true;
  /** Lists the permissions that whoever has this one has too. */
  includes?: readonly string[];
  /** Without these it is of no use: a need for it is a need for them. */
  takes?: readonly string[];
}

/** On which plans something can be given. A plan that nobody told us is none of `plans` and none of `notPlans`. */
export interface Availability {
  plans?: readonly string[];
  notPlans?: readonly string[];
}

/** A role as the vendor's menu shows it, with what it gives and why one would choose it. */
export interface Role extends Availability {
  /** Written as in the vendor's menu; matched by visible words. */
  label: string;
  /** Other spellings of the same role. */
  alike?: readonly string[];
  gives: readonly string[];
  /** One sentence in the vendor's or the procedure's words. */
  because: string;
  /** Something to know before choosing it. */
  caution?: string;
  /** Never advised; says for whom it is reserved: `owners of the client organization`. */
  reservedFor?: string;
  /** Set where what it gives is ticked: it is made of the model's toggles. */
  composes?: true;
  /** Names what the vendor turns it into in the newest generation. */
  becomes?: Successor;
  source: Source;
}

/**
 * A role of an older generation, in the words of the newest: the organization's role, and the permissions set in each
 * workspace.
 */
export interface Successor {
  role: string;
  toggles: readonly string[];
  /** The same as people say it; reads on in “becomes …”. */
  words: string;
  source: Source;
}

/** One box to tick: in a custom role, in a policy. */
export interface Toggle extends Availability {
  id: string;
  /** Written as beside the box. */
  label: string;
  /** Names the resource under which the box stands, where the vendor groups them. */
  group?: string;
  gives: readonly string[];
  /** Boxes that the vendor ticks along with it. */
  implies?: readonly string[];
  source: Source;
}

/** Lists what everybody in a place has, whatever is chosen for them. */
export interface Baseline extends Availability {
  gives: readonly string[];
  because: string;
  source: Source;
}

/**
 * Describes what an organization sets up by itself besides roles. No page shows what it gives, so an admin describes
 * it.
 */
export interface OwnPolicy extends Availability {
  /** Called as by the vendor: `Group`. */
  label: string;
  /** Tells the admin how to fill in its description. */
  hint: string;
  source: Source;
}

/** Says when a caution counts: every condition that is named must hold. */
export interface CautionWhen extends Availability {
  /** One of these roles (by label) or toggles (by id) is recommended. */
  chosen?: readonly string[];
  /** One of these permissions is held in the end, baseline included. */
  gives?: readonly string[];
  /** And none of these is. */
  without?: readonly string[];
  /** One of these permissions is needed. */
  needs?: readonly string[];
  sso?: boolean;
  external?: boolean;
  outside?: boolean;
  temporary?: boolean;
  limited?: boolean;
}

/** Something to know, and when it counts. */
export interface Caution {
  id: string;
  text: string;
  when: CautionWhen;
  source: Source;
}

/** Limits how many members an organization may have on some plans. */
export interface MemberLimit {
  members: number;
  /** Plan ids, and as the vendor writes them. */
  plans: Readonly<Record<string, string>>;
  source: Source;
}

/** Lists what a purpose takes: `scope` is needed in each entry of the scope. */
export interface PurposeNeed {
  organization: readonly string[];
  scope?: readonly string[];
}

/**
 * Everything that can be given in one generation: for the organization, and (where the vendor has it) for each app or
 * workspace in scope.
 */
export interface RoleModel {
  permissions: readonly Permission[];
  roles: readonly Role[];
  /** Lists what a role that `composes` is made of. */
  toggles?: readonly Toggle[];
  /** Roles per app, workspace or project; absent where the organization's role says it all. */
  scopeRoles?: readonly Role[];
  /** Boxes to tick in each entry of the scope. */
  scopeToggles?: readonly Toggle[];
  /** Begins the words for what is ticked there when no role goes with it: `a member policy with`. */
  scopeWith?: string;
  /** Says that nothing has to be set there. */
  scopeNothing?: { label: string; because: string; source: Source };
  /** Names one entry of the scope: `app`, `workspace`. */
  scopeWord: string;
  /** Lists what everybody in the scope has anyway. */
  baseline?: readonly Baseline[];
  /** Groups and the baseline, where an organization makes its own of them. They hold in each entry of the scope. */
  own?: { readonly group?: OwnPolicy; readonly baseline?: OwnPolicy };
  /** The permission to reach beyond the scope: no excess where a grant names no scope. */
  reach?: string;
  cautions?: readonly Caution[];
  limit?: MemberLimit;
  /** Per purpose, the permissions it takes. */
  needs: Readonly<Record<string, PurposeNeed>>;
}

/** A group that exists at the vendor, and what it gives in each entry of the scope. */
export interface Group {
  name: string;
  gives: readonly string[];
}

/** Holds what advice depends on besides the need. */
export interface AdviceConditions {
  /** The plan's id; empty where nobody told. */
  plan: string;
  sso: boolean;
  /**
   * Tells whether the address is of another domain than the admin's; null where either is not known: no caution counts
   * on it.
   */
  external: boolean | null;
  /** People sign in through SSO, and the address is of another domain. */
  outside: boolean;
  temporary: boolean;
  /** The grant names apps, workspaces or projects. */
  limited: boolean;
  /** Lists what the organization's own baseline gives, on top of what the vendor documents. */
  baseline: readonly string[];
  groups: readonly Group[];
  /** Members and open invitations that the page showed; null where it was not read. */
  members: { active: number; pending: number } | null;
}

export const noConditions: AdviceConditions = {
  plan: '',
  sso: false,
  external: null,
  outside: false,
  temporary: false,
  limited: true,
  baseline: [],
  groups: [],
  members: null,
};

/** Tells whether something can be given on a plan. */
export function isAvailable({ plans, notPlans }: Availability, plan: string): boolean {
  return (plans?.includes(plan) ?? true) && !notPlans?.includes(plan);
}

const byModel = new WeakMap<RoleModel, ReadonlyMap<string, Permission>>();

/** Indexes the permissions of a model by id. Models are data that nobody changes, so each is indexed once. */
export function permissionsOf(model: RoleModel): ReadonlyMap<string, Permission> {
  const known = byModel.get(model) ?? new Map(model.permissions.map((one) => [one.id, one]));
  byModel.set(model, known);
  return known;
}

/** Adds to permissions all that they include. */
export function withIncluded(model: RoleModel, ids: Iterable<string>): Set<string> {
  const known = permissionsOf(model);
  return closed(ids, (id) => known.get(id)?.includes);
}

/** Returns toggles and all that they tick along. */
export function ticked(toggles: readonly Toggle[], ids: Iterable<string>): Toggle[] {
  const on = closed(ids, (id) => toggles.find((one) => one.id === id)?.implies);
  return toggles.filter(({ id }) => on.has(id));
}

/** Returns the ids and everything that follows from them. */
export function closed(ids: Iterable<string>, follows: (id: string) => readonly string[] | undefined): Set<string> {
  const all = new Set(ids);
  // A set that grows while it is iterated visits what was added.
  for (const id of all) for (const next of follows(id) ?? []) all.add(next);
  return all;
}
