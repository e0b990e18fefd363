import type { Draft } from '@/lib/domain/log/entry';
import { type Listing, wouldShow } from '@/lib/domain/review/findings';
import { type Grant, isPending, isTickAlone, isUnproven } from './grant';
import { observe, placeOf } from './observe';
import type { Recognition, Roster, RosterRow } from './page-facts';

/** A member list as it was read, and where. */
export interface ListReading {
  recognition: Recognition;
  url: string;
  roster: Roster;
  lists: Listing;
}

/** Names all that is taken over from a list about somebody whose invitation was accepted; another role is a finding. */
const afterAcceptance: readonly Draft['type'][] = ['acceptance.seen', 'access.seen'];

/**
 * Concludes what a member list proves about one grant and the log does not say yet: accepted, expired, another role of
 * an invitation, gone from a complete list, removed. Idempotent, as `observe` is. `rows`: those that show the grant's
 * address. `entry`: number of the entry with the list; null where it was not logged, and then nobody is concluded to be
 * absent. From a list that only the admin calls complete it is confirmed.
 */
export function conclude(
  grant: Grant,
  { recognition, url, roster, lists }: ListReading,
  rows: readonly RosterRow[],
  entry: number | null,
): Draft[] {
  if (grant.vendor !== recognition.vendor || grant.email === null) return [];
  const { accepted, active, removed } = grant.milestones;
  if (rows.length > 0) {
    const facts = { url, recognition, landmarks: {}, rows: [...rows], form: null, notices: [] };
    const drafts = observe(grant, facts, null);
    return (accepted || active) && !isTickAlone(grant)
      ? drafts.filter(({ type }) => afterAcceptance.includes(type))
      : drafts;
  }
  if (entry === null || !(roster.complete || roster.confirmed)) return [];
  const draft = { grant: grant.id, basis: roster.complete ? 'observed' : 'confirmed' } as const;
  const data = { generation: recognition.generation, page: recognition.page, url: placeOf(url), roster: entry };
  const wasInvitation = !accepted && !active;
  const shown = wouldShow(lists, grant) || (lists === 'invitations' && wasInvitation && removed !== undefined);
  if (isUnproven(grant) && shown && (roster.complete || !removed)) return [{ ...draft, type: 'removal.seen', data }];
  if (isPending(grant) && grant.milestones.invited?.basis === 'observed' && lists === 'everybody') {
    return [{ ...draft, type: 'invitation.gone', data }];
  }
  return [];
}

/** Tells whether a list could say something new about a grant, so that most are never looked at. */
export function mayConclude(grant: Grant): boolean {
  const { active, removed } = grant.milestones;
  return isUnproven(grant) || !(active || removed);
}
