import { useEffect, useState } from 'react';
import type { Keeping } from '@/components/log/keep-dialog';
import { lossWords } from '@/lib/domain/log/loss';
import { readKeeping } from '@/lib/log/backup-age';
import { send } from '@/lib/messaging/client';
import { db } from '@/lib/storage/db';
import { watchLoss } from '@/lib/storage/loss';

/** How the log is kept: room, last export, and whether one is due; read anew when the log has grown. */
export function useKeeping(entries: number): Keeping {
  const [keeping, setKeeping] = useState<Keeping>({ storage: null, lastExport: '', suggestion: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `entries` says that there is something new to read
  useEffect(() => {
    readKeeping(db, new Date()).then(setKeeping, () => {
      // The log page tells of a database that cannot be read.
    });
  }, [entries]);
  return keeping;
}

/** The loss that the background noticed, what to do about it, and how to say that it is done. */
export function useNoticedLoss(): { what: string; todo: readonly string[]; settle: () => void } | null {
  const [words, setWords] = useState<ReturnType<typeof lossWords> | null>(null);
  useEffect(() => watchLoss((loss) => setWords(loss && lossWords(loss))), []);
  return words && { ...words, settle: () => void send('loss.settle', {}) };
}
