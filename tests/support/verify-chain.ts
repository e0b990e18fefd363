import { checker, short, type Verdict } from '@/lib/domain/log/chain';
import type { Entry } from '@/lib/domain/log/entry';

/**
 * Checks a whole chain. With `head` (the last hash remembered elsewhere) a log that was cut short at its end is found
 * too.
 */
export function verifyChain(entries: Iterable<unknown>, head?: { seq: number; hash: string }): Verdict {
  const check = checker();
  let atHead: string | null = null;
  let reached = 0;
  for (const entry of entries) {
    const bad = check.next(entry);
    if (bad) return bad;
    reached = (entry as Entry).seq;
    if ((entry as Entry).seq === head?.seq) atHead = (entry as Entry).hash;
  }
  const verdict = check.end();
  if (verdict.ok && head && atHead !== head.hash) return short(reached, head.seq);
  return verdict;
}
