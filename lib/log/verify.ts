import { answerSavedProof, auditor, type LogVerdict } from '@/lib/domain/log/audit';
import { checker, short } from '@/lib/domain/log/chain';
import type { CheckSignature } from '@/lib/domain/log/checkpoint';
import type { AnyEntry } from '@/lib/domain/log/entry';
import type { SavedProof } from '@/lib/domain/log/saved-proof';
import { projectionCheck, type StoredGrants } from './projection-check';

/** Holds what is verified: the stored entries, the head that was remembered outside the database, and who signed. */
interface LogToVerify {
  /** The next stored entries after `after`, in order of their number, at most `limit`. */
  read(after: number, limit: number): Promise<readonly AnyEntry[]>;
  /** Says what is made from the entries and shown; left out, only the entries are verified. */
  grants?: StoredGrants;
  head: { seq: number; hash: string } | null;
  /** Checks the signatures of checkpoints; left out, only the chain is checked. */
  checkSignature?: CheckSignature;
  /** A line that somebody kept; whether it is part of this log is answered with the verdict. */
  savedProof?: SavedProof | null;
}

// Entries checked between two signs of life: some 20 ms of work.
const batch = 250;

/**
 * Checks every entry of the stored log, oldest first, a batch at a time, then the signatures, and whether what is shown
 * of each grant is what its entries say.  @throws AbortError when `signal` is aborted
 */
export async function verifyLog(
  { read, grants, head, checkSignature, savedProof }: LogToVerify,
  onProgress: (count: number) => void,
  signal: AbortSignal,
): Promise<LogVerdict> {
  const check = checkSignature ? auditor({ checkSignature }) : checker();
  const projection = projectionCheck();
  let last: { seq: number; hash: string } | null = null;
  let atHead: string | null = null;
  let atProof: string | undefined;
  for (;;) {
    const entries = await read(last?.seq ?? 0, batch);
    signal.throwIfAborted();
    for (const entry of entries) {
      const bad = check.next(entry);
      if (bad) return bad;
      if (grants) projection.next(entry);
      if (entry.seq === head?.seq) atHead = entry.hash;
      if (entry.seq === savedProof?.seq) atProof = entry.hash;
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
  const misshown = grants ? await projection.end(grants, signal) : null;
  if (misshown) return { ok: false, count, fault: 'shown', ...misshown };
  const good = { ok: true, count, head: verdict.head, ...(lost ? { lost } : {}) } as const;
  return savedProof
    ? { ...good, savedProof: answerSavedProof(savedProof, atProof, { ...verdict, seq: reached }) }
    : good;
}
