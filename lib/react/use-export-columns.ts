import { useEffect, useState } from 'react';
import { readExportColumns, saveExportColumns } from '@/lib/storage/export-columns';

/** Returns the columns that the admin chose for tables, remembered (null: all), and a way to choose others. */
export function useExportColumns(): [readonly string[] | null, (columns: readonly string[] | null) => void] {
  const [columns, setColumns] = useState<readonly string[] | null>(null);
  useEffect(() => {
    void readExportColumns().then(setColumns);
  }, []);

  function choose(next: readonly string[] | null) {
    setColumns(next);
    void saveExportColumns(next);
  }
  return [columns, choose];
}
