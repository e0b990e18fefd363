import { addDays, type DateOnly, dateOf, daysBetween } from './calendar';
import { normalEmail } from './email';
import type { Roster, RosterRow } from './facts';
import { type Grant, invitationExpires, isPending } from './grant';

/** An invitation that nobody has accepted yet. */
export interface PendingInvitation {
  grant: Grant;
  /** When it was sent, as the log knows it: UTC, ISO 8601. */
  sent: string;
  /** When it lapses; null where the vendor does not say. */
  expires: Date | null;
  lapsed: boolean;
}

/** Open invitations, the most urgent first: those that lapsed, then those that lapse soonest, then the oldest. */
export function pendingInvitations(
  grants: readonly Grant[],
  now: Date,
  invitationDays: (grant: Grant) => number | null,
): PendingInvitation[] {
  return grants
    .filter(isPending)
    .map((grant) => {
      const expires = invitationExpires(grant, invitationDays(grant));
      return {
        grant,
        sent: grant.milestones.invited?.at ?? '',
        expires,
        lapsed: expires !== null && expires <= now,
      };
    })
    .sort(
      (a, b) =>
        (a.expires?.getTime() ?? Number.POSITIVE_INFINITY) - (b.expires?.getTime() ?? Number.POSITIVE_INFINITY) ||
        a.sent.localeCompare(b.sent),
    );
}

/** What a member list that was read says, and at which vendor. */
export interface RosterReading {
  vendor: string;
  roster: Roster;
}

/** A difference between the member list and the log. */
export type Finding =
  | { kind: 'overdue'; email: string; grant: Grant; row: RosterRow; ended: DateOnly }
  | { kind: 'shadow'; email: string; row: RosterRow }
  | { kind: 'drift'; email: string; grant: Grant; row: RosterRow; logged: string; shown: string }
  | { kind: 'ghost'; email: string; grant: Grant };

const order: readonly Finding['kind'][] = ['overdue', 'shadow', 'drift', 'ghost'];

/**
 * Compares a member list with the log, the gravest findings first. A row without a grant is a *shadow*, another role than the logged
 * one *drift*, access past its end *overdue*. A logged person who is absent is a *ghost* only where the list is proven complete.
 * `grants`: of any vendor, with addresses as the log writes them (`normalEmail`); one that was removed does not cover a row.
 */
export function compareRoster({ vendor, roster }: RosterReading, grants: readonly Grant[], now: Date): Finding[] {
  const live = new Map<string, Grant>();
  for (const grant of grants) {
    if (grant.vendor !== vendor || grant.email === null || grant.milestones.removed) continue;
    const other = live.get(grant.email);
    if (!other || other.last.seq < grant.last.seq) live.set(grant.email, grant);
  }

  const findings: Finding[] = [];
  const listed = new Set<string>();
  for (const row of roster.rows) {
    const email = normalEmail(row.email);
    if (email === '') continue;
    listed.add(email);
    const grant = live.get(email);
    if (!grant) {
      findings.push({ kind: 'shadow', email, row });
      continue;
    }
    if (grant.accessEnds !== null && grant.accessEnds < dateOf(now)) {
      findings.push({ kind: 'overdue', email, grant, row, ended: grant.accessEnds });
    }
    const logged = loggedRole(grant);
    const shown = row.roles.join(', ');
    if (logged !== null && shown !== '' && !sameRoles(logged, row.roles)) {
      findings.push({ kind: 'drift', email, grant, row, logged, shown });
    }
  }
  if (roster.complete) {
    for (const [email, grant] of live) {
      const { invited, accepted, active } = grant.milestones;
      if (!listed.has(email) && (invited || accepted || active)) findings.push({ kind: 'ghost', email, grant });
    }
  }
  return findings.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** The role that the log holds: the one that the page showed last, else the recommended one. */
function loggedRole(grant: Grant): string | null {
  return grant.role ?? grant.recommended?.role ?? null;
}

function sameRoles(logged: string, shown: readonly string[]): boolean {
  const key = (roles: readonly string[]) =>
    roles
      .map((role) => role.trim().toLowerCase())
      .sort()
      .join('\n');
  return key(logged.split(',')) === key(shown);
}

/** Something to look at again by a day. Days until then are negative when it is late. */
export interface Review {
  kind: 'ended' | 'ends' | 'review';
  grant: Grant;
  due: DateOnly;
  days: number;
  /** Why on that day. */
  because: string;
}

const privileged = /\b(?:admin|owner|administrator)\b/i;

/**
 * When each live access is to be looked at, the most urgent first: the end of temporary access; for access without an end a review
 * after 90 days where the role is an Admin's or Owner's (quarterly for privileged accounts: FedRAMP), else after 180 (every six
 * months: PCI DSS 4.0.1, 7.2.4).
 */
export function reviewsDue(grants: readonly Grant[], now: Date): Review[] {
  const today = dateOf(now);
  return grants
    .flatMap((grant): Review[] => {
      const { invited, accepted, active, removed } = grant.milestones;
      if (removed || !(invited || accepted || active)) return [];
      if (grant.accessEnds !== null) {
        const days = daysBetween(today, grant.accessEnds);
        const kind = days < 0 ? 'ended' : 'ends';
        return [{ kind, grant, due: grant.accessEnds, days, because: 'Temporary access' }];
      }
      if (!active) return [];
      const roles = [loggedRole(grant), ...grant.access.map(({ role }) => role)];
      const high = roles.some((role) => role !== null && privileged.test(role));
      const due = addDays(dateOf(new Date(active.at)), high ? 90 : 180);
      const because = high ? 'Privileged role: every 90 days' : 'Every 180 days';
      return [{ kind: 'review', grant, due, days: daysBetween(today, due), because }];
    })
    .sort((a, b) => a.days - b.days);
}
