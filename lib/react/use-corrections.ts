import { useCallback, useEffect, useState } from 'react';
import type { AssumedRow, CorrectionRow } from '@/components/options/corrections-section';
import { forgetPlace, readAssumedPages } from '@/lib/storage/assumed-pages';
import { readCorrections, removeCorrection } from '@/lib/storage/corrections';

/** What the admin taught Grantbook about the vendors' pages, and how to take it back. */
export function useTaught() {
  const [corrections, setCorrections] = useState<readonly CorrectionRow[]>([]);
  const [assumed, setAssumed] = useState<readonly AssumedRow[]>([]);

  const read = useCallback(async () => {
    setCorrections(await readCorrections());
    setAssumed(Object.entries(await readAssumedPages()).map(([place, page]) => ({ place, ...page })));
  }, []);
  useEffect(() => void read(), [read]);

  return {
    corrections,
    assumed,
    onRemove: (correction: CorrectionRow) => void removeCorrection(correction).then(read),
    onForget: (place: string) => void forgetPlace(place).then(read),
  };
}
