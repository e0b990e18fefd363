import { answerWitness, auditor, type WitnessAnswer } from '@/lib/domain/audit';
import { checker, short, type Verdict } from '@/lib/domain/chain';
import type { CheckSignature } from '@/lib/domain/checkpoint';
import type { Witnessed } from '@/lib/domain/witness';

/** What is verified: the stored entries, the head that was remembered outside the database, and who signed. */
export interface LogToVerify {
  /** The next stored entries after `after`, in order of their number, at most `limit`. */
  read(after: number, limit: number): Promise<readonly { seq: number; hash: string }[]>;
  head: { seq: number; hash: string } | null;
  /** Checks the signatures of checkpoints; left out, only the chain is checked. */
  checkSignature?: CheckSignature;
  /** A line that somebody kept; whether it is part of this log is answered with the verdict. */
  witness?: Witnessed | null;
}

/** The verdict on the log, and the answer for the witness where one was given and the log holds. */
export type LogVerdict = Verdict & { witness?: WitnessAnswer };

/** Entries checked between two signs of life: some 20 ms of work. */
const batch = 250;

/**
 * Checks every entry of the stored log, oldest first, a batch at a time, and the signatures at the end.
 *
 * @throws AbortError when `signal` is aborted
 */
export async function verifyLog(
  { read, head, checkSignature, witness }: LogToVerify,
  onProgress: (count: number) => void,
  signal: AbortSignal,
): Promise<LogVerdict> {
  const check = checkSignature ? auditor({ checkSignature }) : checker();
  let last: { seq: number; hash: string } | null = null;
  let atHead: string | null = null;
  let atWitness: string | undefined;
  for (;;) {
    const entries = await read(last?.seq ?? 0, batch);
    signal.throwIfAborted();
    for (const entry of entries) {
      const bad = check.next(entry);
      if (bad) return bad;
      if (entry.seq === head?.seq) atHead = entry.hash;
      if (entry.seq === witness?.seq) atWitness = entry.hash;
      last = entry;
    }
    if (entries.length === 0) break;
    onProgress(last?.seq ?? 0);
  }
  const verdict = await check.end();
  if (!verdict.ok) return verdict;
  const reached = last?.seq ?? 0;
  if (head && atHead !== head.hash) return short(reached, head.seq);
  const { count, lost } = verdict;
  const good = { ok: true, count, head: verdict.head, ...(lost ? { lost } : {}) } as const;
  return witness ? { ...good, witness: answerWitness(witness, atWitness, { ...verdict, seq: reached }) } : good;
}
