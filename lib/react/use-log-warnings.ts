import { useEffect, useState } from 'react';
import type { LogWarning } from '@/components/grants/popup-view';
import { exportSuggestion, lossWords } from '@/lib/domain/log/loss';
import { db } from '@/lib/storage/db';
import { readLastExport, readLoss } from '@/lib/storage/loss';

/** What the log needs from the admin: a loss that was noticed, an export that is due. Read when the popup opens. */
export function useLogWarnings(): readonly LogWarning[] {
  const [warnings, setWarnings] = useState<readonly LogWarning[]>([]);
  useEffect(() => {
    void read().then(setWarnings, () => {
      // The open grants tell of a database that cannot be read.
    });
  }, []);
  return warnings;
}

async function read(): Promise<LogWarning[]> {
  const [loss, last, first, newest] = await Promise.all([
    readLoss(),
    readLastExport(),
    db.entries.orderBy('seq').first(),
    db.entries.orderBy('seq').last(),
  ]);
  const due = exportSuggestion(newest?.seq ?? 0, last, first?.at ?? null, new Date());
  return [
    ...(loss ? [{ tone: 'danger' as const, title: 'Part of the log is missing', text: lossWords(loss).what }] : []),
    ...(due ? [{ tone: 'warn' as const, title: 'Time for an export', text: due }] : []),
  ];
}
