import { type AuditOptions, answerSavedProof, auditor, type Holds, type SavedProofAnswer } from './audit';
import { endText, partsOf } from './backup-file';
import { gapWords, type Verdict } from './chain';
import { missingWords } from './missing-values';
import type { SavedProof } from './saved-proof';

/** Names what was done to a file, by the entry where it first shows. */
type Tampering = 'changed' | 'missing' | 'reordered' | 'inserted' | 'truncated' | 're-signed';

/**
 * The outcome for an exported file: what holds, or the first bad entry, the line it stands in, and what was done to it.
 */
type FileVerdict =
  | (Holds & {
      savedProof: SavedProofAnswer | null;
      backup?: BackupParts;
      /** The log was saved by a browser that could not open it: nothing signs what stands after the last checkpoint. */
      rescued?: true;
    })
  | { ok: false; seq: number; line: number; tampering: Tampering; message: string };

/** Counts what a backup holds beside the log. */
interface BackupParts {
  merged: readonly { log: string; entries: number }[];
  settings: boolean;
  /** Tells whether the log's key signed the parts; unsigned ones anybody can have added. */
  signed: boolean;
}

export interface FileOptions extends AuditOptions {
  savedProof?: SavedProof | null | undefined;
  /** Called now and then with the number of entries that hold so far. */
  onProgress?: ((count: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

type Bad = Extract<Verdict, { ok: false }>;

const byFault: Record<Bad['fault'], Tampering> = {
  shape: 'changed',
  hash: 'changed',
  value: 'changed',
  link: 'changed',
  number: 'missing',
  short: 'truncated',
  signature: 're-signed',
};

const every = 500;

/**
 * Checks an export (JSON Lines, one entry per line, the last of them a checkpoint) or a backup, which is the same with
 * parts added: merged logs, each with a chain of its own, and settings. Shares the chain with the extension.
 *
 * @param lines without their line feeds
 * @throws AbortError when `signal` is aborted
 */
export async function auditFile(
  lines: AsyncIterable<string> | Iterable<string>,
  options: FileOptions,
): Promise<FileVerdict> {
  let own: FileVerdict | null = null;
  let backup: (BackupParts & { merged: { log: string; entries: number }[] }) | null = null;
  let ended = false;
  let rescued = false;
  let cut: FileVerdict | null = null;
  for await (const { header, lines: part, added } of partsOf(lines)) {
    if (own === null) {
      own = await auditLines(part, options, (verdict) => {
        cut = verdict;
      });
      if (!own.ok) return own;
      continue;
    }
    if (header !== null && header !== 'unreadable' && header.backup === 'rescued' && !rescued && backup === null) {
      if (header.head !== own.head) return spoilt(own, own.count + 1, 'is of another log');
      for await (const line of part) if (line.trim() !== '') return spoilt(own, own.count + 2, 'is no part of it');
      rescued = true;
      continue;
    }
    if (rescued) return unknownPart(own, own.count + 2);
    if (cut) return cut;
    const after = own.count + added().lines + 1;
    backup ??= { merged: [], settings: false, signed: false };
    if (ended || header === null || header === 'unreadable') return unknownPart(own, after);
    if (header.backup === 'merged') {
      const verdict = await auditLines(
        part,
        { checkSignature: options.checkSignature, signal: options.signal },
        () => {},
      );
      if (!verdict.ok) {
        const line = after + verdict.line;
        return { ...verdict, line, message: `In the merged log ${header.log.slice(0, 8)}: ${verdict.message}` };
      }
      if (verdict.head !== header.head || verdict.logs[0] !== header.log)
        return spoilt(own, after, 'is not the log that was merged');
      backup.merged.push({ log: header.log, entries: verdict.count });
    }
    if (header.backup === 'settings') backup.settings = true;
    if (header.backup === 'end') {
      const sum = added();
      if (header.lines !== sum.lines || header.sha256 !== sum.sha256)
        return spoilt(own, after, 'is not what was saved');
      const { signature } = header;
      const { key, head } = own;
      if (signature !== undefined && !(await options.checkSignature(key ?? '', signature, endText(sum, head ?? ''))))
        return spoilt(own, after, 'is not signed by the key of the log');
      backup.signed = signature !== undefined;
      ended = true;
    }
    if (header.backup !== 'merged') {
      for await (const line of part) if (line.trim() !== '') return spoilt(own, after + 1, 'is no part of it');
    }
  }
  if (own?.ok && backup && !ended) {
    const message = 'The backup ends before its last line: the file was cut short. Its own log holds.';
    return { ok: false, seq: own.count, line: own.count + 1, tampering: 'truncated', message };
  }
  if (rescued && own?.ok) return { ...own, rescued: true };
  if (cut) return cut;
  return own?.ok && backup ? { ...own, backup } : (own ?? empty);
}

const emptyMessage = 'The file holds no entries.';
const empty: FileVerdict = { ok: false, seq: 1, line: 0, tampering: 'truncated', message: emptyMessage };

/** Returns the verdict on a part that was added to a log and is not as it was saved. */
const spoilt = ({ count }: Holds, line: number, why: string, so = 'the backup was changed'): FileVerdict => ({
  ok: false,
  seq: count,
  line,
  tampering: 'changed',
  message: `What stands from line ${line} on, after the log, ${why}: ${so}.`,
});

const unknownPart = (own: Holds, line: number): FileVerdict =>
  spoilt(own, line, 'says what Grantbook does not know', 'the backup was changed, or a newer Grantbook made it');

/**
 * `onCut`: told what is wrong where the last entry is no checkpoint; the verdict is then on the entries that are there.
 */
async function auditLines(
  lines: AsyncIterable<string> | Iterable<string>,
  { savedProof, onProgress, signal, ...options }: FileOptions,
  onCut: (verdict: FileVerdict) => void,
): Promise<FileVerdict> {
  const audit = auditor(options);
  let bad: (Extract<FileVerdict, { ok: false }> & { found: number }) | null = null;
  let broken: number | null = null;
  let line = 0;
  let count = 0;
  let reached = 0;
  let atProof: string | undefined;

  for await (const text of lines) {
    line += 1;
    if (line % every === 0) {
      onProgress?.(count);
      signal?.throwIfAborted();
    }
    if (text.trim() === '') continue;
    const entry = parsed(text);
    if (bad) {
      // An entry that is not where it belongs may still come.
      if (bad.tampering === 'missing' && seqOf(entry) === bad.seq) return reordered(bad, line);
      continue;
    }
    if (broken !== null) return unreadable(broken, reached + 1);
    if (entry === undefined) {
      broken = line;
      continue;
    }
    const fault = audit.next(entry);
    if (fault) {
      const found = seqOf(entry) ?? 0;
      const twice = fault.fault === 'number' && found < fault.seq;
      bad = { ok: false, seq: fault.seq, line, tampering: byFault[fault.fault], message: fault.message, found };
      if (twice) {
        return {
          ...without(bad),
          seq: found,
          tampering: 'inserted',
          message: `Line ${line} holds a second entry ${found}: one of the two was inserted.`,
        };
      }
      if (bad.tampering !== 'missing') return without(bad);
      continue;
    }
    if (repeatsName(text, entry)) return repeated(line, seqOf(entry) ?? count + 1);
    count += 1;
    reached = seqOf(entry) ?? count;
    if (savedProof && seqOf(entry) === savedProof.seq) atProof = (entry as { hash: string }).hash;
  }
  if (bad) {
    const part = count === 0 ? ' A part of a log cannot be verified by itself: ask for an export of everything.' : '';
    return { ...without(bad), message: `Entry ${bad.seq} is missing: entry ${bad.found} stands in its place.${part}` };
  }
  if (broken !== null) {
    return {
      ok: false,
      seq: reached + 1,
      line: broken,
      tampering: 'truncated',
      message: `Line ${broken} ends in the middle of entry ${reached + 1}: the file was cut short.`,
    };
  }

  onProgress?.(count);
  const verdict = await audit.end();
  if (!verdict.ok) {
    return {
      ok: false,
      seq: verdict.seq,
      line: verdict.seq,
      tampering: byFault[verdict.fault],
      message: verdict.message,
    };
  }
  if (!verdict.sealed) {
    const message =
      count === 0
        ? emptyMessage
        : `The file ends at entry ${reached} without a checkpoint: every export ends with one, so its end was cut off${
            verdict.signed > 0 ? `, or what stands after entry ${verdict.signed + 1} was added` : ''
          }.`;
    onCut({ ok: false, seq: reached + 1, line, tampering: 'truncated', message });
  }
  return {
    ...verdict,
    savedProof: savedProof ? answerSavedProof(savedProof, atProof, { ...verdict, seq: reached }) : null,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}

const strings = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

/**
 * Tells whether JSON text names a member of an object twice: a parser takes the last, a person or a search may find the
 * first.
 */
function repeatsName(text: string, value: unknown): boolean {
  if (JSON.stringify(value) === text) return false;
  let named = 0;
  for (const [, colon] of text.matchAll(strings)) if (colon !== undefined) named += 1;
  return named !== namesIn(value);
}

function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, each) => sum + namesIn(each), own);
}

const repeated = (line: number, seq: number): FileVerdict => ({
  ok: false,
  seq,
  line,
  tampering: 'changed',
  message: `Entry ${seq} was changed: line ${line} names something twice, and what is read there is not what was verified.`,
});

function seqOf(entry: unknown): number | undefined {
  const seq = typeof entry === 'object' && entry !== null && 'seq' in entry ? entry.seq : undefined;
  return typeof seq === 'number' ? seq : undefined;
}

const without = ({ found: _found, ...verdict }: Extract<FileVerdict, { ok: false }> & { found: number }) => verdict;

const reordered = (bad: Extract<FileVerdict, { ok: false }> & { found: number }, line: number): FileVerdict => ({
  ...without(bad),
  tampering: 'reordered',
  message: `Entry ${bad.seq} stands in line ${line}, after entry ${bad.found}: the order was changed.`,
});

const unreadable = (line: number, seq: number): FileVerdict => ({
  ok: false,
  seq,
  line,
  tampering: 'changed',
  message: `Entry ${seq} was changed: line ${line} is not JSON any more.`,
});

/** Puts the verdict into plain sentences, one per line, for a terminal or a page. `short`: the key's fingerprint. */
export function fileVerdictWords(verdict: FileVerdict, short: (key: string) => string): string[] {
  if (!verdict.ok) return [`NOT GOOD (${verdict.tampering}), first bad entry: ${verdict.seq}`, verdict.message];
  const { count, head, key, earlier, signed, logs, lost, missing, savedProof, backup, rescued } = verdict;
  return [
    `GOOD${rescued ? ' AS FAR AS IT IS SIGNED' : ''}: ${count} ${count === 1 ? 'entry holds' : 'entries hold'}.`,
    ...(lost ? [`LOST, as the log itself says: ${gapWords(lost)}. What is there holds.`] : []),
    ...(missing ? [missingWords(missing)] : []),
    `Head: sha256 ${head}`,
    `Log: ${logs.join(', then ')}`,
    `Signed up to entry ${signed} by key ${key === null ? '' : short(key)}`,
    ...(earlier ? [earlierWords(earlier.map(short))] : []),
    ...(backup ? [backupWords(backup)] : []),
    ...(rescued ? [rescuedWords(verdict)] : []),
    ...(savedProof
      ? [savedProof.message]
      : ['No saved proof was given: compare the head or the key with what was noted elsewhere.']),
  ];
}

/** Says that a log was signed by another key before its last one took over. */
const earlierWords = (keys: readonly string[]) =>
  `Before that by key ${keys.join(', then ')}: the log went on with a new key, as on another device and after a loss. Ask whoever keeps it when that was.`;

/** Says what a rescued log cannot show. */
export function rescuedWords({ count, signed }: Pick<Holds, 'count' | 'signed'>): string {
  const from = signed === 0 ? 'No entry is signed' : `Nothing signs what stands after entry ${signed}`;
  return `Rescued from a browser that could not open its log, at ${count} entries. ${from}: compare the head with what was noted elsewhere.`;
}

function backupWords({ merged, settings, signed }: BackupParts): string {
  const logs = merged.map(({ log, entries }) => `log ${log.slice(0, 8)} (${entries} entries)`);
  const parts = [...logs, ...(settings ? ['settings'] : [])].join(', ') || 'nothing else';
  return `Backup with ${parts}: ${signed ? 'as it was saved' : 'nothing signs what was added, so anybody may have'}.`;
}
