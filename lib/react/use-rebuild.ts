import { useLiveQuery } from 'dexie-react-hooks';
import { db, type RebuildProgress } from '@/lib/storage/db';

/** Reads how far the grants are rebuilt from their entries, live; null where they are not being rebuilt. */
export function useRebuild(): RebuildProgress | null {
  return useLiveQuery(() => db.meta.get('projection'))?.rebuilding ?? null;
}
