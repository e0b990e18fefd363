import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import { Hash } from './entry';

/**
 * Begins a part of a backup, as one line of JSON. A backup is an export of this browser's log, to which parts are
 * added: each merged log with its entries, the settings, and an end that says how many lines were added and their
 * SHA-256. A rescued log has one part that says so.
 */
export const PartHeader = z.discriminatedUnion('backup', [
  z.strictObject({
    backup: z.literal('merged'),
    log: z.uuid(),
    /** Number and hash of its last entry. */
    entries: z.int(),
    head: Hash,
    /** Dates when it was merged, UTC. */
    mergedAt: z.iso.datetime(),
  }),
  z.strictObject({ backup: z.literal('settings'), values: z.record(z.string(), z.unknown()) }),
  /**
   * The log was saved as it is stored from a browser that could not open it, and so could not sign it. Number and hash
   * of its last entry.
   */
  z.strictObject({ backup: z.literal('rescued'), entries: z.int(), head: Hash }),
  z.strictObject({
    backup: z.literal('end'),
    lines: z.int(),
    sha256: Hash,
    /** The signature of `endText` by the key that signed the log. Backups of the first version have none. */
    signature: z.optional(z.string()),
  }),
]);
export type PartHeader = z.infer<typeof PartHeader>;

/**
 * A part of a backup. Its lines are to be read before the next part is asked for; those that are not are passed over.
 */
interface BackupPart {
  /**
   * Null for this browser's own log, which comes first; `unreadable` where the line that should say it says nothing
   * known.
   */
  header: PartHeader | null | 'unreadable';
  lines: AsyncGenerator<string>;
  /** Returns what was added to the log so far, without this part's header. */
  added(): { lines: number; sha256: string };
}

/** Writes what the device's key signs of the parts that were added to a log. `head`: the hash of the log's last entry. */
export function endText({ lines, sha256 }: { lines: number; sha256: string }, head: string): string {
  return `Grantbook backup v1\n${head}\n${lines} ${sha256}\n`;
}

const mark = '{"backup":';

/** Writes the line of a header. */
export function headerLine({ backup, ...rest }: PartHeader): string {
  // The member that tells a header from an entry stands first.
  return JSON.stringify({ backup, ...rest });
}

function headerOf(line: string): PartHeader | 'unreadable' {
  try {
    return PartHeader.safeParse(JSON.parse(line)).data ?? 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** Counts and hashes the lines that are added to a log. */
export function addedLines() {
  const hash = sha256.create();
  let lines = 0;
  return {
    add(line: string) {
      hash.update(utf8ToBytes(`${line}\n`));
      lines += 1;
    },
    sum: () => ({ lines, sha256: bytesToHex(hash.clone().digest()) }),
  };
}

/** Reads the parts of an export or a backup, in one pass over its lines. */
export async function* partsOf(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<BackupPart> {
  const all = (async function* () {
    yield* lines;
  })();
  const added = addedLines();
  let header: BackupPart['header'] = null;
  let next: string | null = null;
  async function* part(own: boolean): AsyncGenerator<string> {
    for (;;) {
      const { done, value } = await all.next();
      if (done) return;
      if (value.startsWith(mark)) {
        next = value;
        return;
      }
      if (!own) added.add(value);
      yield value;
    }
  }
  for (;;) {
    const sum = added.sum();
    if (next !== null) added.add(next);
    next = null;
    const rest = part(header === null);
    yield { header, lines: rest, added: () => sum };
    for await (const _line of rest) {
      // Passed over.
    }
    if (next === null) return;
    header = headerOf(next);
  }
}
