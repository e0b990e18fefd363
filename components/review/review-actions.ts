import type { Grant } from '@/lib/domain/grant/grant';
import type { CampaignBy, ReviewVerdict, SettledHow } from '@/lib/domain/log/entry';
import type { Finding } from '@/lib/domain/review/findings';

/** Holds what a command came to: null when it was done, or why not, in words. */
export type Outcome = Promise<string | null>;

/** Says how a finding is settled. */
interface SettleForm {
  how: SettledHow;
  ticket: string;
  until: string;
  reason: string;
}

/** Describes a ticket for an account that has none: what is needed to start its grant. */
interface AdoptForm {
  ticket: string;
  purpose: string;
  approvedBy: string;
  reason: string;
}

/** Describes everything that the admin can do in the review. */
export interface ReviewActions {
  onShow: (grant: Grant) => Outcome;
  onResent: (grant: Grant) => Outcome;
  onWithdrawn: (grant: Grant, reason: string) => Outcome;
  onSettle: (finding: Finding, form: SettleForm) => Outcome;
  onAdopt: (finding: Finding, form: AdoptForm) => Outcome;
  /** Opens the form `New grant`, filled in as far as the list goes. */
  onPrepare: (finding: Finding) => Outcome;
  onMarkRemoved: (grant: Grant) => Outcome;
  onRemove: (grant: Grant, reason: string) => Outcome;
  onDecide: (grant: Grant, campaign: string | null, decision: ReviewVerdict, reason: string) => Outcome;
  onStartCampaign: (by: CampaignBy, what: string) => Outcome;
  onFinishCampaign: (campaign: string, statement: string) => Outcome;
}
