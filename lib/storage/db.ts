import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Grant } from '@/lib/domain/grant/grant';
import type { AnyEntry } from '@/lib/domain/log/entry';
import { migrations } from './migrations';
import type { Migration } from './migrations/migration';
import type { StoredGrant } from './stored-grant';

/** Says where a log begins: with the first entry, after a loss, on another device. */
interface Chain {
  /** The number of its `log.created`. */
  from: number;
  log: string;
  /** The last hash of what was lost or left; null at the very beginning. */
  previous: string | null;
  /** The public key that signs its checkpoints; null until the first. */
  key: string | null;
}

/** The key of this device. It can sign and cannot be read. */
interface DeviceKey {
  id: 'device';
  key: string;
  privateKey: CryptoKey;
}

/** Another admin's log that was merged. It stays theirs: nothing is ever appended to it here. */
interface OtherLog {
  log: string;
  /** Says who wrote its last entry; null where that person was forgotten. */
  owner: string | null;
  entries: number;
  head: string;
  mergedAt: string;
}

/** An entry of another admin's log, as it came. */
interface OtherEntry {
  log: string;
  seq: number;
  grant: string | null;
  entry: AnyEntry;
}

/** Says how far grants are rebuilt: those of a log (empty for our own) up to one of them, and how many of how many. */
export interface RebuildProgress {
  log: string;
  after: string;
  done: number;
  of: number;
}

/** By which version of the projection the stored grants were made. */
interface ProjectionState {
  id: 'projection';
  version: number;
  /** Null once all of them are. */
  rebuilding: RebuildProgress | null;
}

/**
 * The database: `entries` are appended and never changed; `grants` and `chains` are read out of them and can be
 * rebuilt.
 */
export class GrantbookDb extends Dexie {
  entries!: EntityTable<AnyEntry, 'seq'>;
  grants!: EntityTable<StoredGrant, 'id'>;
  chains!: EntityTable<Chain, 'from'>;
  keys!: EntityTable<DeviceKey, 'id'>;
  meta!: EntityTable<ProjectionState, 'id'>;
  otherLogs!: EntityTable<OtherLog, 'log'>;
  otherEntries!: Table<OtherEntry, [string, number]>;
  otherGrants!: Table<Grant & { log: string }, [string, string]>;

  constructor(name = 'grantbook', schema: readonly Migration[] = migrations) {
    // Acknowledged means on disk: Chromium's default answers before it has written.
    super(name, { chromeTransactionDurability: 'strict' });
    for (const { version, stores, upgrade } of schema) {
      const step = this.version(version).stores(stores);
      if (upgrade) step.upgrade(upgrade);
    }
  }
}

export const db = new GrantbookDb();
