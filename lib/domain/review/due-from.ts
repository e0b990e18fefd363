import type { Grant } from '@/lib/domain/grant/grant';
import type { DateOnly } from '@/lib/domain/values/calendar';

/**
 * Returns the day on which an access that was given ends; null where none was given, it is removed, or nobody set an
 * end.
 */
export function endsOn({ accessEnds, milestones: { invited, accepted, active, removed } }: Grant): DateOnly | null {
  return !removed && (invited || accepted || active) ? accessEnds : null;
}

/**
 * Returns the moment from which the days until an access is reviewed are counted: UTC, ISO 8601. Null where it is not
 * reviewed by policy, or is being taken away.
 */
export function reviewFrom({ accessEnds, milestones: { active, removed }, review, removal }: Grant): string | null {
  if (removed || removal || !active || accessEnds !== null) return null;
  return review && review.seq > active.seq ? review.at : active.at;
}
