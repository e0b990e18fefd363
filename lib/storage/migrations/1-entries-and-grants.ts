import type { Migration } from './migration';

/** The log and its projection. */
export const entriesAndGrants: Migration = {
  version: 1,
  stores: {
    entries: 'seq, &id, grant',
    grants: 'id, vendor, ticket, email, last.seq',
  },
};
