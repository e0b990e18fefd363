import type { AnyEntry } from '@/lib/domain/entry';
import type { Grant } from '@/lib/domain/grant';

/** What is exported: the log as it stood at one moment, handed over bit by bit so that memory stays bounded. */
export interface ExportSource {
  /** The last entry that the export covers. */
  head: { seq: number; hash: string };
  /** The moment of the export; the status of a grant depends on it. */
  now: Date;
  /** Every entry up to the head, as stored, oldest first. */
  entries(): AsyncIterable<AnyEntry>;
  /** Every grant as those entries leave it. */
  grants(): AsyncIterable<Grant>;
  /** Days until an invitation of the grant's vendor lapses; null where the vendor does not say. */
  invitationDays(grant: Grant): number | null;
}

/** One file format that the log can be exported in. */
export interface ExportFormat {
  id: string;
  label: string;
  /** One sentence: what it is for. */
  hint: string;
  /** Without the leading dot; formats of one kind differ in it, so that two exports of a day do not overwrite each other. */
  extension: string;
  mime: string;
  /** The file's text, chunk by chunk, to be encoded as UTF-8. */
  write(source: ExportSource): AsyncGenerator<string>;
}
