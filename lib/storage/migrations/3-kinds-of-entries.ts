import type { Migration } from './migration';

/** An index of entries by kind: member lists, settled findings and reviews are read out of the log itself. */
export const kindsOfEntries: Migration = {
  version: 3,
  stores: { entries: 'seq, &id, grant, type' },
};
