import Dexie, { type EntityTable } from 'dexie';
import type { AnyEntry } from '@/lib/domain/entry';
import type { Grant } from '@/lib/domain/grant';

/** The database: `entries` are appended and never changed; `grants` is a projection of them that can be rebuilt. */
export class GrantbookDb extends Dexie {
  entries!: EntityTable<AnyEntry, 'seq'>;
  grants!: EntityTable<Grant, 'id'>;

  constructor(name = 'grantbook') {
    // Acknowledged means on disk: Chromium's default answers before it has written.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      entries: 'seq, &id, grant',
      grants: 'id, vendor, ticket, email, last.seq',
    });
  }
}

export const db = new GrantbookDb();
