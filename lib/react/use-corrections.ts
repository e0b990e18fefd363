import { useCallback, useEffect, useState } from 'react';
import type { Correction } from '@/lib/domain/grant/correction';
import { type AssumedPages, forgetPlace, readAssumedPages } from '@/lib/storage/assumed-pages';
import { readCorrections, removeCorrection } from '@/lib/storage/corrections';

/** Returns what the admin taught Grantbook about the vendors' pages, and ways to take it back. */
export function useCorrections() {
  const [corrections, setCorrections] = useState<readonly Correction[]>([]);
  const [assumed, setAssumed] = useState<readonly ({ place: string } & AssumedPages[string])[]>([]);

  const read = useCallback(async () => {
    setCorrections(await readCorrections());
    setAssumed(Object.entries(await readAssumedPages()).map(([place, page]) => ({ place, ...page })));
  }, []);
  useEffect(() => void read(), [read]);

  return {
    corrections,
    assumed,
    onRemove: (correction: Pick<Correction, 'vendor' | 'generation' | 'page' | 'landmark'>) =>
      void removeCorrection(correction).then(read),
    onForget: (place: string) => void forgetPlace(place).then(read),
  };
}
