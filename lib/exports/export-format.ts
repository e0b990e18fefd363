import type { Grant } from '@/lib/domain/grant/grant';
import type { Signer } from '@/lib/domain/log/checkpoint';
import type { AnyEntry } from '@/lib/domain/log/entry';
import type { Cadence } from '@/lib/domain/review/cadence';
import type { ListPage, ListRules } from '@/lib/domain/review/findings';
import type { DateOnly } from '@/lib/domain/values/calendar';
import type { ToldRules } from './told-rules';

/** Says which part of the log is exported. Days are inclusive, in the zone of this browser. */
export type Selection =
  | { what: 'everything' }
  | { what: 'view'; grants: readonly string[] }
  | { what: 'dates'; from: DateOnly; to: DateOnly }
  | { what: 'grant'; grant: string };

/** Hands over what is exported: the log as it stood at one moment, bit by bit so that memory stays bounded. */
export interface ExportSource {
  /** The id of the log, from its first entry. */
  log: string;
  /** The last entry of the log when the export began. */
  head: { seq: number; hash: string };
  /** The moment of the export; the status of a grant depends on it. */
  now: Date;
  selection: Selection;
  /**
   * Tells whether names, addresses and free text are in the file. Without, they are left out as if every person were
   * forgotten.
   */
  personal: boolean;
  /** The columns of the grant tables, by header, in this order; null: all of them. */
  columns: readonly string[] | null;
  /** The id of the format's variant; empty: the format's first. */
  variant: string;
  /** Holds what the organization told; the rules below come from it. */
  told: ToldRules;
  /** Signs a text with the key of this device; left out where there is none. */
  signer?: Signer;
  /** Says how often access is reviewed, as the organization's policy has it. */
  cadence: Cadence;
  /** The version of Grantbook. */
  version: string;
  /** Returns the address of a ticket; null where the organization told none. */
  ticketUrl(ticket: string): string | null;
  /** Lists every app or workspace of a vendor that the organization told of. */
  places(vendor: string): readonly string[];
  /**
   * Reads the selected entries up to the head, as stored, oldest first, some hundreds at a time: one by one, waiting
   * would cost more than writing.
   */
  entries(): AsyncIterable<readonly AnyEntry[]>;
  /** Reads the selected grants as the log up to the head leaves them, some hundreds at a time. */
  grants(): AsyncIterable<readonly Grant[]>;
  /** Reads these grants, selected or not, by id; one that the log does not hold is missing. */
  grantsById(ids: readonly string[]): Promise<ReadonlyMap<string, Grant>>;
  /** Returns the rules for a list that was read; null where the page is no list of the organization's members. */
  listRules(list: ListPage): ListRules | null;
  /** Days until an invitation of the grant's vendor lapses; null where the vendor does not say. */
  invitationDays(grant: Grant): number | null;
}

/** Says how far an export is. One that holds entries and grants goes through the one after the other. */
export interface Progress {
  done: number;
  total: number;
  of: 'entries' | 'grants';
}

/** About how many bytes a file takes; a test compares it with what is written of a typical log. */
interface FileBytes {
  /** However little it holds. */
  fixed?: number;
  perGrant?: number;
  perEntry?: number;
  /** It may leave grants out: those of another vendor, those where nothing is due. */
  atMost?: true;
}

/**
 * Says who opens a file. A spreadsheet runs formulas and turns text into dates, so what it opens is disarmed, as a
 * contract test demands; programs and trackers want every value as it was logged.
 */
type Opener = 'spreadsheet' | 'tracker' | 'program' | 'reader';

/**
 * Declares a file format: `head.ts` in the folder that names its id. Pages read heads only; `write.ts` beside it is
 * loaded on demand.
 */
export interface FormatHead {
  label: string;
  /** Its place among the formats, the smallest first. */
  order: number;
  opensIn: Opener;
  /** One sentence: what it is for. */
  hint: string;
  /**
   * Without the leading dot; formats of one kind differ in it, so that two exports of a day do not overwrite each
   * other.
   */
  extension: string;
  mime: string;
  /** Names what the file holds one of per line, row or page. */
  holds: 'grants' | 'entries';
  bytes: FileBytes;
  /** Says from how many bytes on hardly a program opens it, and what to do instead. */
  large?: { from: number; advice: string };
  /** Set where the admin chooses the columns. */
  columns?: true;
  /** Set where it is for pasting too. */
  paste?: true;
  /** One of these has to be chosen. */
  variants?: { label: string; options: readonly { id: string; label: string }[] };
}

/** A format that the log can be exported in. */
export interface ExportFormat extends FormatHead {
  id: string;
}

/** Writes a file's text chunk by chunk, to be encoded as UTF-8: `write.ts` of a format. */
export type WriteFormat = (source: ExportSource) => AsyncGenerator<string>;

/** Returns the variant that is asked for, or the format's first where that is not one of its own. */
export function variantOf({ variants }: Pick<ExportFormat, 'variants'>, asked: string): string {
  const ids = variants?.options.map(({ id }) => id) ?? [];
  return ids.includes(asked) ? asked : (ids[0] ?? '');
}
