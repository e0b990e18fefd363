import type { Migration } from './migration';

/**
 * Indexes what waits for the admin, so that nobody waits for what is over, and drops the indexes that nothing asks any
 * more. `meta` says by which projection the grants were made: they are rebuilt after the upgrade, so that it takes no
 * time.
 */
export const whatStands: Migration = {
  version: 6,
  stores: {
    grants: 'id, email, last.seq, index.standing, index.unproven, index.ends, index.review',
    meta: 'id',
  },
};
