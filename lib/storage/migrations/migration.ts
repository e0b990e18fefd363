import type { Transaction } from 'dexie';

/**
 * One step of the database's schema. A released one never changes and calls nothing of ours, which does; what is needed
 * later is a new one. What is read out of the entries needs none: it is rebuilt where `projectionVersion` changes.
 */
export interface Migration {
  version: number;
  /** Tables and their indexes, Dexie's way; tables that are not named stay as they are. */
  stores: Readonly<Record<string, string>>;
  /** Brings the data of the version before along. When it fails, the browser undoes all of it. */
  upgrade?: (transaction: Transaction) => Promise<void>;
}
