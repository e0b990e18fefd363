import type { Migration } from './migration';

/** Who reviewed an access, who removed it and why: grants are rebuilt from their entries, see `rebuild-grants.ts`. */
export const whoReviewedAndRemoved: Migration = { version: 5, stores: {} };
