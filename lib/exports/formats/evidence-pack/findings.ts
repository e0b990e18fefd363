import { explainedOf, type Grant, invitationExpires, statusOf } from '@/lib/domain/grant/grant';
import { reviewsDue } from '@/lib/domain/review/review';
import type { ExportSource } from '@/lib/exports/export-format';

/** Something in one grant that an auditor asks about, in a sentence. */
export interface GrantFinding {
  kind:
    | 'overdue'
    | 'expired invitation'
    | 'review due'
    | 'drift'
    | 'exception'
    | 'unjustified role'
    | 'same approver'
    | 'unproven'
    | 'second grant';
  text: string;
}

const same = (a: string | null, b: string | null) =>
  a !== null && b !== null && a.trim() !== '' && a.trim().toLowerCase() === b.trim().toLowerCase();

/** Finds what stands out in one grant at the moment of the export, the gravest first. */
export function findingsOf(
  grant: Grant,
  source: Pick<ExportSource, 'now' | 'cadence' | 'invitationDays'>,
): GrantFinding[] {
  const { now, cadence } = source;
  const invitationDays = source.invitationDays(grant);
  const { accessEnds, approvedBy, grantedBy, recommended, role, exceptions, milestones, sameAs, drift } = grant;
  const status = statusOf(grant, now, invitationDays);
  const found: GrantFinding[] = [];
  if (status === 'Overdue') {
    found.push({ kind: 'overdue', text: `The access ended on ${accessEnds} and was not removed.` });
  }
  if (status === 'Expired invitation') {
    const day = invitationExpires(grant, invitationDays)?.toISOString().slice(0, 10);
    found.push({
      kind: 'expired invitation',
      text: `The invitation lapsed on ${day} (UTC) and is still listed as sent.`,
    });
  }
  const [review] = reviewsDue([grant], now, cadence);
  if (review?.kind === 'review' && review.days < 0) {
    found.push({ kind: 'review due', text: `The access was to be reviewed by ${review.due}.` });
  }
  if (drift && !milestones.removed) {
    found.push({
      kind: 'drift',
      text: `The page shows ${role} since entry ${drift.seq}; ${drift.was} was agreed on.`,
    });
  }
  if (same(approvedBy, grantedBy.name) || same(approvedBy, grantedBy.email)) {
    found.push({ kind: 'same approver', text: 'Whoever granted the access is named as its approver.' });
  }
  for (const { chosen, recommended: advised, justification } of exceptions) {
    const why = justification === null ? 'the justification was forgotten' : justification;
    found.push({ kind: 'exception', text: `${chosen} was given instead of ${advised}: ${why}` });
  }
  for (const { text, reason } of explainedOf(grant)) {
    found.push({ kind: 'exception', text: `${text}: ${reason ?? 'the reason was forgotten'}` });
  }
  const justified = exceptions.some(({ chosen }) => same(chosen, role));
  if (!drift && recommended && role && !same(role, recommended.role) && !justified) {
    found.push({
      kind: 'unjustified role',
      text: `The page shows ${role}; ${recommended.role} was recommended, and nobody justified the difference.`,
    });
  }
  const reached = milestones.active ?? milestones.accepted;
  if (reached && ![milestones.accepted, milestones.active].some((mark) => mark?.basis === 'observed')) {
    found.push({ kind: 'unproven', text: 'The admin said that the access is there; the page did not show it.' });
  }
  if (sameAs !== null) {
    found.push({ kind: 'second grant', text: 'Another grant for this person was open at that time.' });
  }
  return found;
}
