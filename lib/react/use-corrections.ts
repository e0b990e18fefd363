import { forgetPlace, removeCorrection } from '@/lib/storage/corrections';
import { stored } from '@/lib/storage/stored-values';
import { useStored } from './use-stored';

/** Returns what the admin taught Grantbook about the vendors' pages, live, and ways to take it back. */
export function useCorrections() {
  const corrections = useStored(stored.corrections) ?? [];
  const assumed = useStored(stored.assumedPages) ?? {};
  return {
    corrections,
    assumed: Object.entries(assumed).map(([place, page]) => ({ place, ...page })),
    onRemove: removeCorrection,
    onForget: forgetPlace,
  };
}
