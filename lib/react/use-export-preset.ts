import { useState } from 'react';
import { type ExportPreset, presetOf } from '@/lib/exports/export-link';
import { formats } from '@/lib/exports/formats';

/** Returns the export that the page's address asks for (`?export=icalendar`), and a way to be done with it. */
export function useExportPreset(): [ExportPreset | null, () => void] {
  const [preset, setPreset] = useState(() =>
    presetOf(
      location.search,
      location.hash,
      formats.map(({ id }) => id),
    ),
  );
  function drop() {
    if (preset === null) return;
    setPreset(null);
    history.replaceState(null, '', location.pathname + location.hash);
  }
  return [preset, drop];
}
