import { type Gap, gapWords, short } from '@/lib/domain/log/chain';
import { type AnyEntry, isKnown } from '@/lib/domain/log/entry';
import type { LogLink, Opened } from '@/lib/domain/log/log-link';
import type { MergedLog } from '@/lib/domain/log/merged-log';
import type { LogReader } from '@/lib/exports/source';
import type { GrantbookDb } from '@/lib/storage/db';
import { grantOf } from '@/lib/storage/stored-grant';
import type { StoredGrants } from './projection-check';

/** Returns the stored log as exports read it, oldest change first. */
export function logReader(db: GrantbookDb): LogReader {
  return {
    entries: (after, upTo, limit) => db.entries.where('seq').between(after, upTo, false, true).limit(limit).toArray(),
    grantIds: () => db.grants.toCollection().primaryKeys(),
    grantsChanged: async (after, upTo, limit) =>
      (await db.grants.where('last.seq').between(after, upTo, false, true).limit(limit).toArray()).map(grantOf),
    grants: async (ids) => (await db.grants.bulkGet([...ids])).flatMap((grant) => (grant ? grantOf(grant) : [])),
    entriesOf: (grant) => entriesOf(db, grant),
  };
}

/** Returns the entries of one grant, oldest first. */
export function entriesOf(db: GrantbookDb, grant: string): Promise<AnyEntry[]> {
  return db.entries.where('grant').equals(grant).sortBy('seq');
}

/** Returns the stored grants as they are verified against their entries. */
export function storedGrants(db: GrantbookDb): StoredGrants {
  return {
    read: async (after, limit) => (await db.grants.where('id').above(after).limit(limit).toArray()).map(grantOf),
    again: (id) =>
      db.transaction('r', [db.grants, db.entries], async () => {
        const [stored, entries] = await Promise.all([db.grants.get(id), entriesOf(db, id)]);
        return { grant: stored && grantOf(stored), entries };
      }),
  };
}

/** Reads the logs that were merged, with their grants. */
export async function mergedLogs(db: GrantbookDb): Promise<MergedLog[]> {
  const logs = await db.otherLogs.toArray();
  return Promise.all(
    logs.map(async ({ log, owner }) => ({ log, owner, grants: await db.otherGrants.where({ log }).toArray() })),
  );
}

/** Reads what a link leads to; null where it leads nowhere. */
export async function readLink(db: GrantbookDb, link: LogLink): Promise<Opened | null> {
  if (link === null) return null;
  if ('entry' in link) return readEntryLink(db, link.entry);
  if (link.log !== undefined) return readMergedGrant(db, link.log, link.grant);
  return readGrant(db, link.grant, null);
}

/** Reads an entry: in its grant, where it belongs to one. */
async function readEntryLink(db: GrantbookDb, seq: number): Promise<Opened> {
  const entry = (await db.entries.get(seq)) ?? null;
  return entry?.grant ? readGrant(db, entry.grant, seq) : { kind: 'entry', seq, entry };
}

async function readGrant(db: GrantbookDb, id: string, marked: number | null): Promise<Opened> {
  const grant = await db.grants.get(id);
  return grant ? { kind: 'grant', grant, entries: await entriesOf(db, id), marked } : { kind: 'unknown' };
}

async function readMergedGrant(db: GrantbookDb, log: string, id: string): Promise<Opened> {
  const [grant, entries, other] = await Promise.all([
    db.otherGrants.get([log, id]),
    db.otherEntries.where('[log+grant]').equals([log, id]).sortBy('seq'),
    db.otherLogs.get(log),
  ]);
  if (!grant) return { kind: 'unknown' };
  const merged = { log, owner: other?.owner ?? null };
  return { kind: 'grant', grant, entries: entries.map(({ entry }) => entry), marked: null, merged };
}

/** Returns the next entries after a number, in order. */
export function entriesAfter(db: GrantbookDb, after: number, limit: number): Promise<AnyEntry[]> {
  return db.entries.where('seq').above(after).limit(limit).toArray();
}

/** Returns the first entry that is here; undefined while the log is empty. */
export function firstEntry(db: GrantbookDb): Promise<AnyEntry | undefined> {
  return db.entries.orderBy('seq').first();
}

/** Returns the log's last entry; undefined while it is empty. */
export function lastEntry(db: GrantbookDb): Promise<AnyEntry | undefined> {
  return db.entries.orderBy('seq').last();
}

/** Returns the last entry that signs the log; undefined where none does. What was appended since is not signed yet. */
export function lastCheckpoint(db: GrantbookDb): Promise<AnyEntry | undefined> {
  return db.entries.where('type').equals('log.checkpoint').last();
}

/**
 * Says what is missing against the head that was remembered outside the database, in a sentence; null where nothing is.
 */
export async function lossOf(db: GrantbookDb, head: { seq: number; hash: string } | null): Promise<string | null> {
  if (head === null || (await db.entries.get(head.seq))?.hash === head.hash) return null;
  const last = await lastEntry(db);
  return short(last?.seq ?? 0, head.seq).message;
}

/** Says what was lost before a log began, as its entries tell, and was not restored since; null where nothing was. */
export async function lossBefore(db: GrantbookDb): Promise<string | null> {
  const gaps: Gap[] = [];
  for (const entry of await db.entries.where('type').equals('log.created').sortBy('seq')) {
    if (!isKnown(entry) || entry.type !== 'log.created') continue;
    const { lost, previous, reason } = entry.data;
    // Another log stood in the place of this one: no number is free for what was there.
    if (!lost && previous !== null && entry.prev !== previous) return reason;
    if (!lost) continue;
    const before = await db.entries.where('seq').below(entry.seq).last();
    const from = (before?.seq ?? 0) + 1;
    if (from < entry.seq) gaps.push({ from, to: entry.seq - 1 });
  }
  if (gaps.length === 0) return null;
  const [gap] = gaps;
  const are = gaps.length === 1 && gap?.from === gap?.to ? 'is' : 'are';
  const words = gapWords(gaps);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${are} missing: they were lost before entry ${(gaps.at(-1)?.to ?? 0) + 1} was written.`;
}
