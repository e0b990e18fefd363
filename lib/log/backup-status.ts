import { type BackupStatus, exportSuggestion } from '@/lib/domain/log/loss';
import { bytesText } from '@/lib/domain/values/bytes';
import type { GrantbookDb } from '@/lib/storage/db';
import { stored } from '@/lib/storage/stored-values';
import { firstEntry, lastEntry } from './log-store';

/** Reads where the log is kept, and when it was last exported. Asks the browser, once, not to delete it. */
export async function readBackupStatus(db: GrantbookDb, now: Date): Promise<BackupStatus> {
  const [estimate, persisted, last, first, newest] = await Promise.all([
    navigator.storage.estimate().catch(() => null),
    navigator.storage.persist().catch(() => false),
    stored.lastExport.read(),
    firstEntry(db),
    lastEntry(db),
  ]);
  const space =
    estimate?.usage === undefined || estimate.quota === undefined
      ? null
      : `${bytesText(estimate.usage)} of ${bytesText(estimate.quota)} are used.`;
  const safe = persisted ? '' : ' The browser may delete the log when the disk runs full.';
  return {
    storage: space === null ? null : `${space}${safe}`,
    lastExport: last
      ? `The last export was made on ${last.at.slice(0, 10)} and holds ${last.entries} entries.`
      : 'The log was never exported.',
    suggestion: exportSuggestion(newest?.seq ?? 0, last, first?.at ?? null, now),
  };
}
