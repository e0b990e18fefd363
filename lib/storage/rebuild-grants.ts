import Dexie from 'dexie';
import type { Grant } from '@/lib/domain/grant/grant';
import { projectAll } from '@/lib/domain/grant/projection';
import { projectionVersion } from '@/lib/domain/grant/projection-version';
import type { AnyEntry } from '@/lib/domain/log/entry';
import type { GrantbookDb, RebuildProgress } from './db';
import { storedGrant } from './indexed-grant';

/** Entries read at once: some 5 MB. */
const batch = 5000;

/** The grants of one log, ours or a merged one, in the order of their ids. */
interface GrantsOfLog {
  /** Reads the entries of the grants after one, at most `limit` of them. */
  entriesAfter(grant: string, limit: number): Promise<AnyEntry[]>;
  entriesOf(grant: string): Promise<AnyEntry[]>;
  /** Stores grants in the place of all after one, up to another and that included; undefined for all further ones. */
  replace(after: string, upTo: string | undefined, grants: readonly Grant[]): Promise<void>;
}

/**
 * Rebuilds every grant from its entries where another version of the projection made them, those of merged logs
 * included. Each step leaves whole grants and says how far it came: a worker that is killed goes on there. Grants can
 * be read and written meanwhile, since a grant is always read out of all its entries. Returns whether anything was
 * rebuilt.
 *
 * @param onProgress called after each step
 * @param size entries read in one step
 */
export async function rebuildGrants(
  db: GrantbookDb,
  onProgress: (progress: RebuildProgress) => void | Promise<void> = () => {},
  size = batch,
): Promise<boolean> {
  const tables = [db.entries, db.grants, db.otherLogs, db.otherEntries, db.otherGrants, db.meta];
  for (let steps = 0; ; steps += 1) {
    const progress = await db.transaction('rw', tables, async () => rebuildSome(db, size));
    if (!progress) return steps > 0;
    await onProgress(progress);
  }
}

/** Rebuilds the next grants; null where none are left. */
async function rebuildSome(db: GrantbookDb, size: number): Promise<RebuildProgress | null> {
  const before = await ongoing(db);
  if (!before) return null;
  const grants = before.log === '' ? ours(db) : theirs(db, before.log);
  const { rebuilt, last } = await nextGrants(grants, before.after, size);
  await grants.replace(before.after, last, rebuilt);
  const progress = { ...before, done: before.done + rebuilt.length };
  const log = last === undefined ? await nextLog(db, before.log) : before.log;
  const rebuilding = log === null ? null : { ...progress, log, after: last ?? '' };
  await db.meta.put({ id: 'projection', version: projectionVersion, rebuilding });
  return progress;
}

/** Reads where the rebuild goes on, or begins; null where it is done. */
async function ongoing({ meta, grants, otherGrants }: GrantbookDb): Promise<RebuildProgress | null> {
  const state = await meta.get('projection');
  if (state?.version === projectionVersion) return state.rebuilding;
  return { log: '', after: '', done: 0, of: (await grants.count()) + (await otherGrants.count()) };
}

/**
 * Reads the grants after one out of all of their entries; `last`: the id of the last of them, undefined where there is
 * none.
 */
async function nextGrants(
  { entriesAfter, entriesOf }: GrantsOfLog,
  after: string,
  size: number,
): Promise<{ rebuilt: Grant[]; last: string | undefined }> {
  const entries = await entriesAfter(after, size);
  const cut = entries.length < size ? null : (entries.at(-1)?.grant ?? null);
  const whole = entries.filter(({ grant }) => grant !== cut);
  const some = cut !== null && whole.length === 0 ? await entriesOf(cut) : whole;
  return { rebuilt: [...projectAll(some).values()], last: some.at(-1)?.grant ?? undefined };
}

async function nextLog({ otherLogs }: GrantbookDb, log: string): Promise<string | null> {
  return (await otherLogs.where('log').above(log).first())?.log ?? null;
}

function ours({ entries, grants }: GrantbookDb): GrantsOfLog {
  return {
    entriesAfter: (grant, limit) => entries.where('grant').above(grant).limit(limit).toArray(),
    entriesOf: (grant) => entries.where('grant').equals(grant).toArray(),
    async replace(after, upTo, rebuilt) {
      await grants
        .where('id')
        .between(after, upTo ?? Dexie.maxKey, false, true)
        .delete();
      await grants.bulkPut(rebuilt.map(storedGrant));
    },
  };
}

function theirs({ otherEntries, otherGrants }: GrantbookDb, log: string): GrantsOfLog {
  const byGrant = () => otherEntries.where('[log+grant]');
  const entriesIn = (rows: readonly { entry: AnyEntry }[]) => rows.map(({ entry }) => entry);
  return {
    entriesAfter: async (grant, limit) =>
      entriesIn(await byGrant().between([log, grant], [log, Dexie.maxKey], false).limit(limit).toArray()),
    entriesOf: async (grant) => entriesIn(await byGrant().equals([log, grant]).toArray()),
    async replace(after, upTo, rebuilt) {
      await otherGrants
        .where('[log+id]')
        .between([log, after], [log, upTo ?? Dexie.maxKey], false, true)
        .delete();
      await otherGrants.bulkPut(rebuilt.map((grant) => ({ ...grant, log })));
    },
  };
}
