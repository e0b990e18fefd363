import type { Grant } from '@/lib/domain/grant';
import type { AccessRecord } from '../access-record';
import type { Selection } from '../export-format';
import type { Finding } from './findings';

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
export interface PackRecord {
  grant: Grant;
  record: AccessRecord;
}

/** One line of the part `findings`. */
export interface PackFinding extends Finding {
  grant: string;
  ticket: string;
  vendor: string;
  email: string | null;
}

/** One line of `rosters` and `reviews`: an entry of the log with its values in clear. */
export interface PackNote {
  seq: number;
  at: string;
  type: string;
  data: object;
}

/** What a pack says of itself. `sha256` of a part covers the UTF-8 text of all its elements, in order. */
export interface Manifest {
  pack: 1;
  product: string;
  log: string;
  head: { seq: number; hash: string };
  witness: string;
  exportedAt: string;
  selection: Selection;
  personal: boolean;
  parts: readonly { name: PartName; lines: number; sha256: string }[];
  /** SHA-256 of the script that checks the pack. */
  verifier: string;
}

/** The grants a selection holds are whole only where the days do not cut them. */
export const holdsWholeGrants = ({ what }: Selection) => what !== 'dates';
