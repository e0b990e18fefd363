import { entriesAndGrants } from './1-entries-and-grants';
import { chainsAndOtherLogs } from './2-chains-and-other-logs';
import { kindsOfEntries } from './3-kinds-of-entries';
import { reviewedGrants } from './4-reviewed-grants';
import { whoReviewedAndRemoved } from './5-who-reviewed-and-removed';
import { whatStands } from './6-what-stands';
import type { Migration } from './migration';

/** Every schema there was, oldest first. */
export const migrations: readonly Migration[] = [
  entriesAndGrants,
  chainsAndOtherLogs,
  kindsOfEntries,
  reviewedGrants,
  whoReviewedAndRemoved,
  whatStands,
];
