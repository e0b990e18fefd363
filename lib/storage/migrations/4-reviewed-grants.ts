import type { Migration } from './migration';

/** An index of the grants that are reviewed by policy, so that counting those that are due does not read all others. */
export const reviewedGrants: Migration = {
  version: 4,
  stores: { grants: 'id, vendor, ticket, email, last.seq, pressingFrom, reviewFrom' },
};
