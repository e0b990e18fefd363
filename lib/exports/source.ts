import type { AnyEntry } from '@/lib/domain/entry';
import type { Grant } from '@/lib/domain/grant';
import { projectAll } from '@/lib/domain/projection';
import type { ExportSource } from './export-format';

/** How the stored log is read. Entries come in order of `seq`. */
export interface LogReader {
  /** The next entries after `after`, up to and including `upTo`, at most `limit`. */
  entries(after: number, upTo: number, limit: number): Promise<AnyEntry[]>;
  /** The ids of all grants, in the order in which they are to be exported. */
  grantIds(): Promise<string[]>;
  /** These grants, in this order; what is not there any more is left out. */
  grants(ids: readonly string[]): Promise<Grant[]>;
  /** All entries of one grant. */
  entriesOf(grant: string): Promise<AnyEntry[]>;
}

const batch = 500;

/** What an export covers, and who is told how far it is: so many of so many entries or grants. */
export interface ExportScope extends Pick<ExportSource, 'head' | 'now' | 'invitationDays'> {
  onProgress?: (done: number, total: number) => void;
}

/** A source over the stored log as it stood at `head`: what is appended while the export runs is not in it. */
export function exportSource(reader: LogReader, { head, now, invitationDays, onProgress }: ExportScope): ExportSource {
  /** A grant that went on since `head`, put back to where it stood; undefined where it had not begun. */
  async function asOfHead(grant: Grant): Promise<Grant | undefined> {
    const entries = await reader.entriesOf(grant.id);
    return projectAll(entries.filter(({ seq }) => seq <= head.seq)).get(grant.id);
  }

  return {
    head,
    now,
    invitationDays,
    async *entries() {
      for (let after = 0; after < head.seq; ) {
        const entries = await reader.entries(after, head.seq, batch);
        yield* entries;
        const last = entries.at(-1);
        if (!last) return;
        after = last.seq;
        onProgress?.(after, head.seq);
      }
    },
    async *grants() {
      const ids = await reader.grantIds();
      for (let start = 0; start < ids.length; start += batch) {
        for (const grant of await reader.grants(ids.slice(start, start + batch))) {
          const settled = grant.last.seq <= head.seq ? grant : await asOfHead(grant);
          if (settled) yield settled;
        }
        onProgress?.(Math.min(start + batch, ids.length), ids.length);
      }
    },
  };
}
