import type { Grant } from '@/lib/domain/grant/grant';
import { type DateOnly, dateOf } from '@/lib/domain/values/calendar';
import type { Cadence } from './cadence';
import { pendingInvitations, reviewsDue } from './review';

/**
 * Says why a grant needs the admin today: its access ended or ends, its invitation lapsed or lapses, its review is due.
 */
export type DueKind = 'ended' | 'ends' | 'lapsed' | 'lapses' | 'review';

/** A grant that needs the admin today. */
export interface DueGrant {
  kind: DueKind;
  grant: Grant;
  due: DateOnly;
}

/** The gravest first. */
const dueKinds = ['ended', 'lapsed', 'ends', 'lapses', 'review'] as const satisfies readonly DueKind[];

/**
 * Finds each grant that is overdue, or expires today by the calendar of this browser's zone, once and for its gravest
 * reason; the gravest first. `invitationDays`: until an invitation lapses; null where the vendor does not say.
 */
export function dueToday(
  grants: readonly Grant[],
  now: Date,
  cadence: Cadence,
  invitationDays: (grant: Grant) => number | null,
): DueGrant[] {
  const found = [
    ...reviewsDue(grants, now, cadence).flatMap(({ kind, grant, due, days }): DueGrant[] => {
      // What is being removed is not reviewed any more; that its end is past stays true until it is gone.
      if (days > 0 || kind === 'removal' || (kind === 'review' && grant.removal)) return [];
      return [{ kind, grant, due }];
    }),
    ...pendingInvitations(grants, now, invitationDays).flatMap(({ state, grant, expires, sent }): DueGrant[] => {
      const due = dateOf(expires ?? new Date(sent));
      if (state === 'lapsed') return [{ kind: 'lapsed', grant, due }];
      return state === 'today' ? [{ kind: 'lapses', grant, due }] : [];
    }),
  ].sort((a, b) => dueKinds.indexOf(a.kind) - dueKinds.indexOf(b.kind) || a.due.localeCompare(b.due));
  const seen = new Set<string>();
  return found.filter(({ grant }) => !seen.has(grant.id) && seen.add(grant.id));
}
