import type { AnyEntry } from '@/lib/domain/log/entry';
import { plainData } from '@/lib/exports/entry-terms';

/** An entry of the log with its values in clear, as lists and reviews are shown. */
export interface EvidenceNote {
  seq: number;
  at: string;
  type: string;
  /** Names who wrote it; null where that person was forgotten. */
  by: string | null;
  grant: string | null;
  data: object;
}

/**
 * Names the part that tells of an entry besides `entries`: what was read of a member list, or what a review found and
 * decided.
 */
export function partOf({ type }: Pick<AnyEntry, 'type'>): 'rosters' | 'reviews' | null {
  if (type.startsWith('roster.')) return 'rosters';
  return /^(?:review|finding|campaign)\./.test(type) ? 'reviews' : null;
}

/** Writes an entry as one line of `rosters` or `reviews`: the same values, in clear where they are. */
export function noteOf(entry: AnyEntry): EvidenceNote {
  return {
    seq: entry.seq,
    at: entry.at,
    type: entry.type,
    by: entry.personal['actor.name']?.value ?? null,
    grant: entry.grant,
    data: plainData(entry),
  };
}
