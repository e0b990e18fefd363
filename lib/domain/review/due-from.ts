import { type Grant, isPending } from '@/lib/domain/grant/grant';

/**
 * Returns the day or moment from which on a grant may need the admin without anything happening to it: its access ends,
 * or its invitation lapses some days after. Null where time alone changes nothing. Texts of both kinds sort as time
 * does.
 */
export function dueFrom(grant: Grant): string | null {
  const { invited, accepted, active, removed } = grant.milestones;
  if (removed) return null;
  const lapses = isPending(grant) ? (invited?.at ?? null) : null;
  const ends = invited || accepted || active ? grant.accessEnds : null;
  if (lapses === null || ends === null) return lapses ?? ends;
  return lapses < ends ? lapses : ends;
}

/**
 * Returns the moment from which on the days until an access is reviewed are counted: UTC, ISO 8601. Null where it is
 * not reviewed by policy.
 */
export function reviewFrom({ accessEnds, milestones: { active, removed }, review }: Grant): string | null {
  if (removed || !active || accessEnds !== null) return null;
  return review && review.seq > active.seq ? review.at : active.at;
}
