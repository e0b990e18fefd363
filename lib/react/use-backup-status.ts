import { useEffect, useState } from 'react';
import { type BackupStatus, lossWords } from '@/lib/domain/log/loss';
import { readBackupStatus } from '@/lib/log/backup-status';
import { send } from '@/lib/messaging/client';
import { db } from '@/lib/storage/db';
import { stored } from '@/lib/storage/stored-values';
import { useStored } from './use-stored';

/**
 * Returns where the log is kept, when it was last exported, and whether an export is due; reads it anew when the log
 * has grown.
 */
export function useBackupStatus(entries: number): BackupStatus {
  const [status, setStatus] = useState<BackupStatus>({ storage: null, lastExport: '', suggestion: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `entries` says that there is something new to read
  useEffect(() => {
    readBackupStatus(db, new Date()).then(setStatus, () => {
      // The log page tells of a database that cannot be read.
    });
  }, [entries]);
  return status;
}

/**
 * Returns the loss that the background noticed, what to do about it, and a way to say that it is done; null where there
 * is none.
 */
export function useNoticedLoss(): { what: string; todo: readonly string[]; acknowledge: () => void } | null {
  const loss = useStored(stored.loss);
  return loss ? { ...lossWords(loss), acknowledge: () => void send('loss.acknowledge', {}) } : null;
}
