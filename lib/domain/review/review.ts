import { samePlace } from '@/lib/domain/grant/access';
import { type Grant, invitationExpires, invitationSent, isPending, isUnproven } from '@/lib/domain/grant/grant';
import { type DateOnly, dateOf, daysBetween } from '@/lib/domain/values/calendar';
import { after, type Cadence, defaultCadence, everyText } from './cadence';
import { loggedRole } from './findings';

/** Says how urgent an invitation is: it lapsed, it vanished from the list, it lapses today, it waits. */
export type PendingState = 'lapsed' | 'gone' | 'today' | 'waiting';

/** An invitation that nobody has accepted yet. */
export interface PendingInvitation {
  grant: Grant;
  state: PendingState;
  /** Dates when it was sent last, as the log knows it: UTC, ISO 8601. */
  sent: string;
  /** Dates when it lapses; null where the vendor does not say. */
  expires: Date | null;
}

const urgency: readonly PendingState[] = ['lapsed', 'gone', 'today', 'waiting'];

/**
 * Lists open invitations, the most urgent first: lapsed, gone from the list, lapsing today, then by the day they lapse
 * and by age.
 */
export function pendingInvitations(
  grants: readonly Grant[],
  now: Date,
  invitationDays: (grant: Grant) => number | null,
): PendingInvitation[] {
  return grants
    .filter((grant) => isPending(grant) || isGone(grant))
    .map((grant): PendingInvitation => {
      const expires = invitationExpires(grant, invitationDays(grant));
      const sent = invitationSent(grant) ?? grant.gone?.at ?? '';
      return { grant, state: stateOf(grant, expires, now), sent, expires };
    })
    .sort(
      (a, b) =>
        urgency.indexOf(a.state) - urgency.indexOf(b.state) ||
        (a.expires?.getTime() ?? Number.MAX_VALUE) - (b.expires?.getTime() ?? Number.MAX_VALUE) ||
        a.sent.localeCompare(b.sent),
    );
}

const isGone = ({ gone, milestones: { accepted, active, removed } }: Grant) =>
  gone !== undefined && !accepted && !active && !removed;

function stateOf(grant: Grant, expires: Date | null, now: Date): PendingState {
  if (isGone(grant)) return 'gone';
  if (grant.lapsed || (expires !== null && expires <= now)) return 'lapsed';
  return expires !== null && dateOf(expires) <= dateOf(now) ? 'today' : 'waiting';
}

/**
 * Accepted, but not yet given what the job takes in each app or workspace, the oldest first. `hasScope`: whether the
 * vendor's generation gives roles there at all.
 */
export function awaitingAccess(grants: readonly Grant[], hasScope: (grant: Grant) => boolean): Grant[] {
  return grants
    .filter((grant) => {
      const { accepted, active, removed } = grant.milestones;
      return accepted && !active && !removed && !grant.removal && missingScope(grant).length > 0 && hasScope(grant);
    })
    .sort((a, b) => a.started.seq - b.started.seq);
}

/** Apps or workspaces of the ticket in which the page has not shown a role yet. */
export function missingScope({ scope, access }: Grant): string[] {
  return scope.filter((name) => !access.some((one) => samePlace(one.name, name)));
}

/** Something to look at again by a day. Days until then are negative when it is late. */
export interface Review {
  /** `removal`: it is to be removed, and no complete list has shown that it is gone. */
  kind: 'ended' | 'ends' | 'review' | 'removal';
  grant: Grant;
  due: DateOnly;
  days: number;
  /** Says why on that day. */
  because: string;
}

const privileged = /\b(?:admin|owner|administrator)\b/i;

/**
 * Tells whether a grant's role lets its person change who has access: an Admin's or Owner's, in the organization or in
 * one app.
 */
export function isPrivileged(grant: Grant): boolean {
  return privileged.test(loggedRole(grant) ?? '') || grant.access.some(({ role }) => privileged.test(role));
}

const reviewAt = (kind: Review['kind'], grant: Grant, due: DateOnly, today: DateOnly, because: string): Review => ({
  kind,
  grant,
  due,
  days: daysBetween(today, due),
  because,
});

/**
 * Lists when each live access is to be looked at, the most urgent first: temporary access at its end; other access as
 * the policy says, counted from its last review, else from the day it became active.
 */
export function reviewsDue(grants: readonly Grant[], now: Date, cadence: Cadence = defaultCadence): Review[] {
  const today = dateOf(now);
  return grants.flatMap((grant) => reviewOf(grant, today, cadence) ?? []).sort((a, b) => a.days - b.days);
}

/** Holds what a review day is counted by: who asks about many grants may remember answers. */
export interface Reckoning {
  later: typeof after;
  /** The calendar date of a moment (UTC, ISO 8601) in the zone of this browser. */
  on: (at: string) => DateOnly;
  isPrivileged: typeof isPrivileged;
}

const plainly: Reckoning = { later: after, on: (at) => dateOf(new Date(at)), isPrivileged };

/** Returns the day on which one live access is to be looked at; null where nothing is to be. */
export function reviewDay(grant: Grant, cadence: Cadence, reckoning = plainly): DateOnly | null {
  const { invited, accepted, active, removed } = grant.milestones;
  if (removed || !(invited || accepted || active)) return null;
  if (grant.accessEnds !== null) return grant.accessEnds;
  if (!active) return null;
  const from = grant.review && grant.review.seq > active.seq ? grant.review.at : active.at;
  return reckoning.later(reckoning.on(from), reckoning.isPrivileged(grant) ? cadence.privileged : cadence.others);
}

function reviewOf(grant: Grant, today: DateOnly, cadence: Cadence): Review | null {
  const due = reviewDay(grant, cadence);
  if (due === null) return null;
  if (grant.accessEnds !== null) {
    return reviewAt(due < today ? 'ended' : 'ends', grant, due, today, 'Temporary access');
  }
  const high = isPrivileged(grant);
  const words = everyText(high ? cadence.privileged : cadence.others);
  const because = high ? `Privileged role: ${words}` : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return reviewAt('review', grant, due, today, because);
}

/**
 * Removals that nobody has proven yet, the oldest first: begun, or done by somebody's word, until a complete list shows
 * that it is so.
 */
export function removalsToProve(grants: readonly Grant[], now: Date): Review[] {
  const today = dateOf(now);
  return grants
    .filter(isUnproven)
    .map((grant) => {
      const { removed } = grant.milestones;
      const since = dateOf(new Date((grant.removal ?? removed)?.at ?? now));
      const because = removed ? 'Said to be removed; no complete list has shown it yet' : 'To be removed';
      return reviewAt('removal', grant, since, today, because);
    })
    .sort((a, b) => a.days - b.days);
}

/** Tells whether the reviewer is the one who granted the access: auditors ask for somebody else. */
export function isOwnGrant(grant: Grant, reviewer: { email: string } | null): boolean {
  const by = grant.grantedBy.email?.toLowerCase();
  return Boolean(by) && by === reviewer?.email.toLowerCase();
}
