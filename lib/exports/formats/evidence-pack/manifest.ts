import type { Grant } from '@/lib/domain/grant/grant';
import type { FindingKind } from '@/lib/domain/review/findings';
import type { AccessRecord } from '@/lib/exports/access-record';
import type { Selection } from '@/lib/exports/export-format';
import type { GrantFinding } from './findings';

/** The parts of a pack, in the order in which they are shown. */
export const partTitles = {
  records: 'Access records',
  findings: 'Findings',
  rosters: 'Member lists as read',
  reviews: 'Reviews',
  entries: 'Log entries',
} as const;
export type PartName = keyof typeof partTitles;

/** One line of the part `records`: the grant as its entries leave it, and the same in words. */
export interface EvidenceRecord {
  grant: Grant;
  record: AccessRecord;
}

/** One line of the part `findings`: of a grant, of a list that was read (`roster`: its entry), or of both. */
export interface EvidenceFinding {
  kind: GrantFinding['kind'] | FindingKind;
  text: string;
  grant: string | null;
  ticket: string | null;
  vendor: string;
  /** Null where no person is meant, or they were forgotten. */
  email: string | null;
  roster: number | null;
}

/** One line of `rosters` and `reviews`: an entry of the log with its values in clear. */
export interface EvidenceNote {
  seq: number;
  at: string;
  type: string;
  /** Names who wrote it; null where that person was forgotten. */
  by: string | null;
  grant: string | null;
  data: object;
}

/** Says what a pack holds. `sha256` of a part covers the UTF-8 text of all its elements, in order. */
export interface Manifest {
  pack: 1;
  product: string;
  log: string;
  head: { seq: number; hash: string };
  savedProof: string;
  exportedAt: string;
  selection: Selection;
  personal: boolean;
  /** Names the vendors that the pack speaks of, by id. */
  vendors: Readonly<Record<string, string>>;
  parts: readonly { name: PartName; lines: number; sha256: string }[];
  /** SHA-256 of the script that checks the pack. */
  verifier: string;
}

/** Tells whether the grants of a selection are whole: all but those that days cut. */
export const holdsWholeGrants = ({ what }: Selection) => what !== 'dates';
