import type { Migration } from './migration';

/** Indexes of the grants on which work or access still stands, by vendor and by what changed last, and what the grants were made by. */
export const whatStands: Migration = {
  version: 6,
  stores: {
    grants: 'id, vendor, ticket, email, last.seq, pressingFrom, reviewFrom, [vendor+standing], [standing+last.seq]',
    meta: 'id',
  },
};
