import { db } from '@/lib/storage/db';
import { newestGrants } from './grant-feed';

// How long the page waits for its first rows before it says that it reads the log, ms; they take a tenth of it.
const patience = 150;

/**
 * Reads the first rows: drawn with the page, they are seen sooner than after it. Null where they cannot be read or take
 * longer; the page's own feed reads them then, and tells what is wrong.
 */
export const firstGrants = Promise.race([
  newestGrants(db).catch(() => null),
  new Promise<null>((resolve) => setTimeout(resolve, patience, null)),
]);
