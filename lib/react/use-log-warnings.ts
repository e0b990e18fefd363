import { useEffect, useState } from 'react';
import { exportSuggestion, type LogWarning, logWarnings } from '@/lib/domain/log/loss';
import { firstEntry, lastEntry } from '@/lib/log/log-store';
import { db } from '@/lib/storage/db';
import { stored } from '@/lib/storage/stored-values';

/** Returns what the log needs from the admin, as read when the popup opens. */
export function useLogWarnings(): readonly LogWarning[] {
  const [warnings, setWarnings] = useState<readonly LogWarning[]>([]);
  useEffect(() => {
    void readLogWarnings().then(setWarnings, () => {
      // The open grants tell of a database that cannot be read.
    });
  }, []);
  return warnings;
}

async function readLogWarnings(): Promise<LogWarning[]> {
  const [loss, last, first, newest] = await Promise.all([
    stored.loss.read(),
    stored.lastExport.read(),
    firstEntry(db),
    lastEntry(db),
  ]);
  return logWarnings(loss, exportSuggestion(newest?.seq ?? 0, last, first?.at ?? null, new Date()));
}
