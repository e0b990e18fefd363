import type { Source } from '@/lib/domain/values/source';
import type { Warning } from './cautions';
import type { Group, Permission, Role, Toggle } from './model';

/** One part of an assignment: a role, a box to tick or a group to join. */
export interface Part {
  kind: 'role' | 'toggle' | 'group';
  label: string;
  /** Lists what is needed and nothing else in the assignment gives. */
  forcedBy: readonly Permission[];
}

/** Says what to choose in one place: in the organization, or in each entry of the scope. */
export interface PlaceAdvice {
  /** Quoted by the log: the role as its menu says it, or what to tick, in words. */
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
  /**
   * Not on the plan we know of (or know nothing of): the plans that are documented to have it, if any are named; else
   * null.
   */
  takesPlan: readonly string[] | null;
}

/** The least assignment for a need. */
export interface Advice {
  organization: PlaceAdvice;
  /** Says what to choose in each entry of the scope; null where there is nothing to choose. */
  scope: PlaceAdvice | null;
  need: readonly Permission[];
  /** Held by everybody in the scope anyway, and not needed. */
  baseline: readonly Permission[];
  alternatives: readonly Alternative[];
  warnings: readonly Warning[];
  /** Says what to choose, and why nothing less does. */
  sentence: string;
}
