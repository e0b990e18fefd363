import { db } from '@/lib/storage/db';
import { newestGrants } from './grant-feed';

/** The first rows, asked for before the page that shows them is put up: the two take their time side by side. */
export const firstGrants = newestGrants(db);

// A trouble is told by the feed.
firstGrants.catch(() => {});
