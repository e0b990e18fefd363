import { useState } from 'react';
import { stored } from '@/lib/storage/stored-values';
import { useStored } from './use-stored';

/** Returns the columns that the admin chose for tables, remembered (null: all), and a way to choose others. */
export function useExportColumns(): [readonly string[] | null, (columns: readonly string[] | null) => void] {
  const saved = useStored(stored.exportColumns) ?? null;
  // Shown at once: the next tick of a box counts with this one.
  const [chosen, setChosen] = useState<readonly string[] | null>();

  function choose(next: readonly string[] | null) {
    setChosen(next);
    void stored.exportColumns.write(next && [...next]);
  }
  return [chosen === undefined ? saved : chosen, choose];
}
