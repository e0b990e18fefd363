import { type Decision, decideRemoval } from '@/lib/domain/grant/decide';
import type { Grant } from '@/lib/domain/grant/grant';
import type { CampaignBy, Draft, ReviewVerdict, SettledHow } from '@/lib/domain/log/entry';
import { type DateOnly, isDate } from '@/lib/domain/values/calendar';
import { looksLikeSecret, secretMessage } from '@/lib/domain/values/secret';
import { plainText } from '@/lib/domain/values/text';
import type { FindingKind } from './findings';

const refuse = (message: string): Decision => ({ ok: false, message });
const write = (...drafts: Draft[]): Decision => ({ ok: true, drafts });
const forgotten = 'This grant is not in the log any more.';

/** Reads a reason as it is logged, or says what is wrong with it. `what`: what it is a reason for, for the message. */
function reasonFor(text: string, what: string): { ok: true; value: string } | { ok: false; message: string } {
  const value = plainText(text, 2000);
  if (value === '') return { ok: false, message: `Say why ${what}: the auditor will read it.` };
  return looksLikeSecret(value) ? { ok: false, message: secretMessage } : { ok: true, value };
}

/**
 * Logs that the admin sent the invitation again. `now` guards against a double click: within a minute it is the same
 * sending.
 */
export function decideResent(grant: Grant | undefined, now: Date): Decision {
  if (!grant) return refuse(forgotten);
  const { accepted, active, removed } = grant.milestones;
  if (accepted || active || removed) return refuse('This invitation is not open any more.');
  if (grant.resent && now.getTime() - Date.parse(grant.resent.at) < 60_000) return write();
  return write({ type: 'invitation.resent', grant: grant.id, basis: 'confirmed', data: {} });
}

/** Logs that the admin withdrew the invitation at the vendor. */
export function decideWithdrawn(grant: Grant | undefined, reason: string): Decision {
  if (!grant) return refuse(forgotten);
  const { accepted, active, removed } = grant.milestones;
  if (removed) return write();
  if (accepted || active) return refuse('It was accepted already: remove the access instead.');
  const said = reasonFor(reason, 'it was withdrawn');
  if (!said.ok) return said;
  return write({ type: 'invitation.withdrawn', grant: grant.id, basis: 'confirmed', data: { reason: said.value } });
}

/** Holds what the admin says of a finding. */
export interface SettledFinding {
  vendor: string;
  kind: FindingKind;
  how: SettledHow;
  email: string;
  shown: string;
  grant: string | null;
  ticket: string | null;
  until: string;
  reason: string;
}

/**
 * Settles a finding: accepted until a day, under a ticket, or about something that is no person. `roster`: the entry
 * that shows it.
 */
export function decideSettlement(finding: SettledFinding, roster: number, today: DateOnly): Decision {
  const { vendor, kind, how, email, shown, grant, ticket } = finding;
  const said = reasonFor(finding.reason, 'this is right');
  if (!said.ok) return said;
  if (how === 'not-a-person' && kind !== 'shadow')
    return refuse('Only an account without a ticket can be something else than a person.');
  if (how === 'ticket' && ticket === null) return refuse('Enter the ticket that allows it.');
  if (how === 'accepted') {
    if (!isDate(finding.until)) return refuse('Enter the day until which this is accepted.');
    if (finding.until < today) return refuse('Enter today or a later day.');
  }
  return write({
    type: 'finding.settled',
    grant,
    basis: 'confirmed',
    data: {
      vendor,
      kind,
      how,
      email,
      shown: plainText(shown, 300),
      ticket: how === 'ticket' ? ticket : null,
      until: how === 'accepted' ? finding.until : null,
      reason: said.value,
      roster,
    },
  });
}

/** Begins a campaign, over the grants as they were when it was chosen. */
export function decideCampaign(
  id: string,
  by: CampaignBy,
  what: string,
  grants: readonly Grant[],
  known: boolean,
): Decision {
  if (known) return write();
  if (grants.length === 0) return refuse('There is no live access to review here.');
  return write({
    type: 'campaign.started',
    grant: null,
    basis: 'confirmed',
    data: { campaign: id, by, what: plainText(what, 200), grants: grants.map((grant) => grant.id) },
  });
}

/** Holds what a reviewer decides on one grant. */
export interface ReviewDecision {
  campaign: string | null;
  decision: ReviewVerdict;
  reason: string;
  /** The role as it stands, in the words of page and log. */
  role: string;
  own: boolean;
}

/** Logs a review: access is kept, is to have another role, or is removed, and then the removal begins, too. */
export function decideReview(grant: Grant | undefined, review: ReviewDecision): Decision {
  if (!grant) return refuse(forgotten);
  if (grant.milestones.removed) return refuse('This access was removed already.');
  const said = reasonFor(review.reason, 'you decide so');
  if (!said.ok) return said;
  const draft: Draft = {
    type: 'review.decided',
    grant: grant.id,
    basis: 'confirmed',
    data: {
      campaign: review.campaign,
      decision: review.decision,
      role: plainText(review.role, 300),
      reason: said.value,
      own: review.own,
    },
  };
  if (review.decision !== 'remove') return write(draft);
  const removal = decideRemoval(grant, said.value);
  return removal.ok ? write(draft, ...removal.drafts) : removal;
}
