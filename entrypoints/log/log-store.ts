import { short } from '@/lib/domain/chain';
import { type AnyEntry, isKnown } from '@/lib/domain/entry';
import type { LogReader } from '@/lib/exports/source';
import type { GrantbookDb } from '@/lib/storage/db';

/** The stored log as exports read it, oldest change first. */
export function logReader(db: GrantbookDb): LogReader {
  return {
    entries: (after, upTo, limit) => db.entries.where('seq').between(after, upTo, false, true).limit(limit).toArray(),
    grantIds: () => db.grants.orderBy('last.seq').primaryKeys(),
    grants: async (ids) => (await db.grants.bulkGet([...ids])).filter((grant) => grant !== undefined),
    entriesOf: (grant) => entriesOf(db, grant),
  };
}

/** The entries of one grant, oldest first. */
export function entriesOf(db: GrantbookDb, grant: string): Promise<AnyEntry[]> {
  return db.entries.where('grant').equals(grant).sortBy('seq');
}

/** The next entries after a number, in order. */
export function entriesAfter(db: GrantbookDb, after: number, limit: number): Promise<AnyEntry[]> {
  return db.entries.where('seq').above(after).limit(limit).toArray();
}

/** The log's last entry; undefined while it is empty. */
export function lastEntry(db: GrantbookDb): Promise<AnyEntry | undefined> {
  return db.entries.orderBy('seq').last();
}

/** What is missing against the head that was remembered outside the database, in a sentence; null where nothing is. */
export async function lossOf(db: GrantbookDb, head: { seq: number; hash: string } | null): Promise<string | null> {
  if (head === null || (await db.entries.get(head.seq))?.hash === head.hash) return null;
  const last = await lastEntry(db);
  return short(last?.seq ?? 0, head.seq).message;
}

/** What was lost before this log began, as its first entry tells; null where nothing was. */
export async function lossBefore(db: GrantbookDb): Promise<string | null> {
  const first = await db.entries.get(1);
  return first && isKnown(first) && first.type === 'log.created' && first.data.previous !== null
    ? first.data.reason
    : null;
}
