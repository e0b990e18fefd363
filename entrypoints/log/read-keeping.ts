import type { Keeping } from '@/components/log/keep-dialog';
import { exportSuggestion } from '@/lib/domain/loss';
import type { GrantbookDb } from '@/lib/storage/db';
import { readLastExport } from '@/lib/storage/keeping';
import { firstEntry, lastEntry } from './log-store';

/** Bytes in words: `8.7 MB`, `10.7 GB`. */
function sizeWords(bytes: number): string {
  const [size, unit] = bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${size.toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`;
}

/** How the log is kept now. Asks the browser, once, not to delete it. */
export async function readKeeping(db: GrantbookDb, now: Date): Promise<Keeping> {
  const [estimate, persisted, last, first, newest] = await Promise.all([
    navigator.storage.estimate().catch(() => null),
    navigator.storage.persist().catch(() => false),
    readLastExport(),
    firstEntry(db),
    lastEntry(db),
  ]);
  const room =
    estimate?.usage === undefined || estimate.quota === undefined
      ? null
      : `${sizeWords(estimate.usage)} of ${sizeWords(estimate.quota)} are used.`;
  const safe = persisted ? '' : ' The browser may delete the log when the disk runs full.';
  return {
    storage: room === null ? null : `${room}${safe}`,
    lastExport: last
      ? `The last export was made on ${last.at.slice(0, 10)} and holds ${last.entries} entries.`
      : 'The log was never exported.',
    suggestion: exportSuggestion(newest?.seq ?? 0, last, first?.at ?? null, now),
  };
}
