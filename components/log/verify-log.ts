import { checker, short, type Verdict } from '@/lib/domain/chain';

/** What is verified: the stored entries, and the head that was remembered outside the database. */
export interface LogToVerify {
  /** The next stored entries after `after`, in order of their number, at most `limit`. */
  read(after: number, limit: number): Promise<readonly { seq: number; hash: string }[]>;
  head: { seq: number; hash: string } | null;
}

/** Entries checked between two signs of life: some 20 ms of work. */
const batch = 250;

/**
 * Checks every entry of the stored log, oldest first, a batch at a time.
 *
 * @throws AbortError when `signal` is aborted
 */
export async function verifyLog(
  log: LogToVerify,
  onProgress: (count: number) => void,
  signal: AbortSignal,
): Promise<Verdict> {
  const check = checker();
  let last: { seq: number; hash: string } | null = null;
  let atHead: string | null = null;
  for (;;) {
    const entries = await log.read(last?.seq ?? 0, batch);
    signal.throwIfAborted();
    for (const entry of entries) {
      const bad = check.next(entry);
      if (bad) return bad;
      if (entry.seq === log.head?.seq) atHead = entry.hash;
      last = entry;
    }
    if (entries.length === 0) break;
    onProgress(last?.seq ?? 0);
  }
  const verdict = check.end();
  return verdict.ok && log.head && atHead !== log.head.hash ? short(verdict.count, log.head.seq) : verdict;
}
