import type { Grant } from '@/lib/domain/grant/grant';
import { reveal } from '@/lib/domain/log/chain';
import type { CampaignBy, Entry, ReviewVerdict } from '@/lib/domain/log/entry';

/** One decision in a campaign. */
export interface CampaignDecision {
  seq: number;
  at: string;
  decision: ReviewVerdict;
  role: string;
  reason: string | null;
  /** The reviewer is the one who granted the access. */
  own: boolean;
  reviewer: string | null;
}

/** A review of many grants: a projection of its entries. */
export interface Campaign {
  id: string;
  seq: number;
  startedAt: string;
  by: CampaignBy;
  /** The vendor's id or the approver's name; empty for `due`. Null where the person was forgotten. */
  what: string | null;
  grants: readonly string[];
  /** The last decision on each grant, by its id. */
  decisions: ReadonlyMap<string, CampaignDecision>;
  finished: { seq: number; at: string; statement: string | null; by: string | null } | null;
}

/**
 * Reads every campaign of these entries, the newest first. Entries of other kinds are passed over; order is that of
 * `seq`.
 */
export function campaignsOf(entries: Iterable<Entry>): Campaign[] {
  const campaigns = new Map<string, Campaign & { decisions: Map<string, CampaignDecision> }>();
  for (const entry of entries) {
    const by = entry.personal['actor.name']?.value ?? null;
    if (entry.type === 'campaign.started') {
      const { campaign: id, by: kind, what, grants } = reveal(entry);
      const startedAt = entry.at;
      campaigns.set(id, {
        id,
        seq: entry.seq,
        startedAt,
        by: kind,
        what,
        grants,
        decisions: new Map(),
        finished: null,
      });
    } else if (entry.type === 'review.decided' && entry.data.campaign !== null && entry.grant !== null) {
      const { decision, role, reason, own } = reveal(entry);
      const campaign = campaigns.get(entry.data.campaign);
      if (campaign?.finished === null && campaign.grants.includes(entry.grant))
        campaign.decisions.set(entry.grant, {
          seq: entry.seq,
          at: entry.at,
          decision,
          role,
          reason,
          own,
          reviewer: by,
        });
    } else if (entry.type === 'campaign.finished') {
      const { campaign: id, statement } = reveal(entry);
      const campaign = campaigns.get(id);
      if (campaign) campaign.finished = { seq: entry.seq, at: entry.at, statement, by };
    }
  }
  return [...campaigns.values()].reverse();
}

/** Says how far a campaign is. */
interface CampaignProgress {
  total: number;
  decided: number;
  kept: number;
  modified: number;
  removed: number;
  /** Decided by the one who granted the access. */
  own: number;
}

export function campaignProgress({ grants, decisions }: Campaign): CampaignProgress {
  const all = [...decisions.values()];
  const count = (decision: CampaignDecision['decision']) => all.filter((one) => one.decision === decision).length;
  return {
    total: grants.length,
    decided: all.length,
    kept: count('keep'),
    modified: count('modify'),
    removed: count('remove'),
    own: all.filter(({ own }) => own).length,
  };
}

/**
 * Lists the grants on which a decision is still to be made, by id: not those that were removed meanwhile, or are not in
 * the log any more.
 */
export function leftToDecide({ grants, decisions }: Campaign, grantOf: (id: string) => Grant | undefined): string[] {
  return grants.filter((id) => {
    const grant = grantOf(id);
    return !decisions.has(id) && grant !== undefined && !grant.milestones.removed;
  });
}

/** Picks the grants for a campaign: live access of a vendor, under an approver, or due. */
export function campaignGrants(
  grants: readonly Grant[],
  by: CampaignBy,
  what: string,
  due: ReadonlySet<string>,
): Grant[] {
  return grants.filter((grant) => {
    const { invited, accepted, active, removed } = grant.milestones;
    if (removed || !(invited || accepted || active)) return false;
    if (by === 'vendor') return grant.vendor === what;
    return by === 'approver' ? grant.approvedBy === what : due.has(grant.id);
  });
}

const verbs = { keep: 'Keep', modify: 'Modify', remove: 'Remove' } as const;
const cell = (text: string) => text.replace(/[\\|<>[\]`*_]/g, '\\$&').replace(/\s+/g, ' ');

/**
 * Writes the report of a finished campaign as Markdown: what was looked at, each decision with its entry in the log,
 * and who signed off. A removal is called proven only where a complete list showed that it is gone.
 */
export function campaignReport(
  campaign: Campaign,
  grants: ReadonlyMap<string, Grant>,
  vendorName: (id: string) => string,
): string {
  const { total, decided, kept, modified, removed, own } = campaignProgress(campaign);
  const scope =
    campaign.by === 'due'
      ? 'everything that was due'
      : campaign.by === 'vendor'
        ? `all access at ${vendorName(campaign.what ?? '')}`
        : `all access approved by ${campaign.what ?? 'a forgotten person'}`;
  const rows = campaign.grants.map((id) => {
    const grant = grants.get(id);
    const made = campaign.decisions.get(id);
    const proven = grant?.milestones.removed?.basis === 'observed' ? 'proven by the list' : 'not proven yet';
    const none = grant?.milestones.removed ? `Removed before it was reviewed (${proven})` : 'No decision';
    const result = made ? `${verbs[made.decision]}${made.decision === 'remove' ? ` (${proven})` : ''}` : none;
    return [
      grant?.email ?? 'a forgotten person',
      grant?.ticket ?? '',
      grant ? vendorName(grant.vendor) : '',
      made?.role ?? '',
      result,
      made ? (made.reason ?? 'a text that was forgotten') : '',
      made ? `${made.reviewer ?? 'a forgotten person'}${made.own ? ' (granted it, too)' : ''}` : '',
      made ? `${made.at.slice(0, 10)}, entry ${made.seq}` : '',
    ];
  });
  const lines = [
    '# Access review',
    '',
    `Looked at: ${cell(scope)}. Started ${campaign.startedAt} (entry ${campaign.seq}).`,
    `Decided: ${decided} of ${total}: ${kept} kept, ${modified} to be modified, ${removed} to be removed.`,
    own === 0 ? 'No reviewer had granted the access.' : `In ${own} of them the reviewer had granted the access.`,
    '',
    '| Person | Ticket | Vendor | Role | Decision | Reason | Reviewer | When |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
    '',
    campaign.finished
      ? `Signed off by ${cell(campaign.finished.by ?? 'a forgotten person')} at ${campaign.finished.at} (entry ${campaign.finished.seq}): ${cell(campaign.finished.statement ?? 'a text that was forgotten')}`
      : 'Not signed off.',
    '',
  ];
  return lines.join('\n');
}
