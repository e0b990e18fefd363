import { checker, type Gap, type Verdict } from './chain';
import { type CheckSignature, checkpointText, fingerprint } from './checkpoint';
import { type AnyEntry, isKnown } from './entry';
import { type MissingValues, missingValues } from './missing-values';
import type { SavedProof } from './saved-proof';

type Bad = Extract<Verdict, { ok: false }>;

/** Holds what is true of a log that was checked to its end. */
export interface Holds {
  ok: true;
  count: number;
  head: string | null;
  /** Entries that the log says were lost and that were not restored; left out where there are none. */
  lost?: readonly Gap[];
  /** Personal values that commitments stand for and that are not there; left out where all are. */
  missing?: MissingValues;
  /** The ids of the logs that follow one another in it: a new one begins after a loss and on another device. */
  logs: string[];
  /** The number of the last entry that a checkpoint covers; 0 where nothing was signed. */
  signed: number;
  /** The public key of the last checkpoint. */
  key: string | null;
  /** The public keys of the checkpoints before, oldest first; left out where all were signed by the last one. */
  earlier?: readonly string[];
  /** Tells whether the very last entry is a checkpoint, as in every export. */
  sealed: boolean;
}

type AuditVerdict = Holds | Bad;

/** Holds what a log is checked against besides itself. */
export interface AuditOptions {
  checkSignature: CheckSignature;
  /** The fingerprint that the last checkpoint's key must have, spaces and case aside. */
  fingerprint?: string | undefined;
}

/**
 * One log being checked: `next` for every entry, oldest first, then `end`. Checkpoints are checked at the end, in
 * order.
 */
interface Auditor {
  /** Null while the chain holds, else the verdict on the first entry that does not. */
  next(raw: unknown): Bad | null;
  end(): Promise<AuditVerdict>;
}

interface Checkpoint {
  seq: number;
  prev: string;
  log: string;
  data: { log: string; entries: number; head: string; key: string; signature: string };
}

/** Checks the chain, the values behind commitments, and who signed the checkpoints. */
export function auditor({ checkSignature, fingerprint: expected }: AuditOptions): Auditor {
  const chain = checker();
  const logs: string[] = [];
  const checkpoints: Checkpoint[] = [];
  const values = missingValues();
  let last: AnyEntry | null = null;

  return {
    next(raw) {
      const bad = chain.next(raw);
      if (bad) return bad;
      const entry = raw as AnyEntry;
      last = entry;
      if (!isKnown(entry)) return null;
      values.add(entry);
      if (entry.type === 'log.created') logs.push(entry.data.log);
      if (entry.type === 'log.checkpoint') {
        checkpoints.push({ seq: entry.seq, prev: entry.prev, log: logs.at(-1) ?? '', data: entry.data });
      }
      return null;
    },
    async end() {
      const verdict = chain.end();
      if (!verdict.ok) return verdict;
      const bad = await firstBadCheckpoint(checkpoints, checkSignature);
      if (bad) return { ...bad, count: bad.seq - 1 };
      const key = checkpoints.at(-1)?.data.key ?? null;
      if (expected !== undefined && (key === null || plain(fingerprint(key)) !== plain(expected))) {
        const seq = checkpoints.at(-1)?.seq ?? verdict.count;
        const by = key === null ? 'nobody' : fingerprint(key);
        return unsigned(
          seq,
          seq,
          `The log was signed by ${by}, not by ${expected.trim()}: it was made or signed anew.`,
        );
      }
      const earlier = [...new Set(checkpoints.map(({ data }) => data.key))].filter((one) => one !== key);
      const missing = values.count();
      return {
        ...verdict,
        ...(missing.values > 0 ? { missing } : {}),
        logs,
        ...(earlier.length > 0 ? { earlier } : {}),
        signed: checkpoints.at(-1)?.data.entries ?? 0,
        key,
        sealed: last !== null && isKnown(last) && last.type === 'log.checkpoint',
      };
    },
  };
}

const plain = (text: string) => text.replace(/\s/g, '').toLowerCase();
const unsigned = (seq: number, count: number, message: string): Bad => ({
  ok: false,
  count,
  seq,
  fault: 'signature',
  message,
});

async function firstBadCheckpoint(checkpoints: readonly Checkpoint[], check: CheckSignature): Promise<Bad | null> {
  let good = 0;
  const keys = new Map<string, string>();
  for (const { seq, prev, log, data } of checkpoints) {
    const between = `Entry ${seq} is a checkpoint that does not fit: entries ${good + 1} to ${seq - 1}`;
    if (data.log !== log || data.entries !== seq - 1 || data.head !== prev) {
      return unsigned(seq, good, `${between} were rewritten after they were signed.`);
    }
    if (!(await check(data.key, data.signature, checkpointText(data)))) {
      return unsigned(seq, good, `Entry ${seq} was signed anew: its signature is not that of the key it names.`);
    }
    const before = keys.get(log);
    if (before !== undefined && before !== data.key) {
      return unsigned(seq, good, `Entry ${seq} was signed anew: with another key than the checkpoints before it.`);
    }
    keys.set(log, data.key);
    good = seq;
  }
  return null;
}

/** Says whether a saved proof is part of a log, contradicted by it, or of an entry that it does not reach. */
export type SavedProofAnswer = { ok: true; message: string } | { ok: false; message: string };

/**
 * The verdict on the log of this browser, and the answer for a saved proof where one was given and the log holds.
 * `shown`: a grant is shown otherwise than its entries say.
 */
export type LogVerdict =
  | (Verdict & { savedProof?: SavedProofAnswer })
  | { ok: false; count: number; seq: number | null; fault: 'shown'; message: string };

/**
 * Holds what a saved proof is compared with: how far the log reaches, the ids of the logs in it where they were read,
 * and what it says was lost.
 */
interface Reached {
  seq: number;
  logs?: readonly string[];
  lost?: readonly Gap[] | undefined;
}

/**
 * Answers for a saved proof. `hash`: of the log's entry with the saved proof's number; undefined where the log does not
 * hold it.
 */
export function answerSavedProof(savedProof: SavedProof, hash: string | undefined, reached: Reached): SavedProofAnswer {
  const { seq, log } = savedProof;
  if (hash === savedProof.hash)
    return { ok: true, message: `The saved proof is part of this log: entry ${seq} is as it was.` };
  const { logs = [], lost = [] } = reached;
  const why = () => {
    if (lost.some(({ from, to }) => from <= seq && seq <= to))
      return `it saw entry ${seq}, which is one of those that were lost`;
    const [own] = logs;
    if (own && !logs.some((id) => id.startsWith(log)))
      return `it is about log ${log}, and this is log ${own.slice(0, 8)}`;
    if (hash !== undefined) return `entry ${seq} said something else that day`;
    return `it saw entry ${seq}, and the log ends at ${reached.seq}`;
  };
  return { ok: false, message: `The saved proof is not part of this log: ${why()}.` };
}
