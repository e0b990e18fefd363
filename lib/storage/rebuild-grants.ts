import Dexie from 'dexie';
import type { Grant } from '@/lib/domain/grant/grant';
import { project, projectionVersion } from '@/lib/domain/grant/projection';
import type { AnyEntry } from '@/lib/domain/log/entry';
import type { GrantbookDb, ProjectionState } from './db';
import { storedGrant } from './stored-grant';

/** Entries read at once: some 5 MB. */
const batch = 5000;

type Progress = NonNullable<ProjectionState['rebuilding']>;

/**
 * Rebuilds every grant from its entries where another version of the projection made them, those of merged logs included. Goes on where
 * it was ended, a batch and its progress in one transaction; what is appended meanwhile is not lost, since a grant is always read out of
 * all its entries. Returns whether anything was rebuilt.
 *
 * @param onProgress called after each batch
 * @param size entries read at once
 */
export async function rebuildGrants(
  db: GrantbookDb,
  onProgress: (progress: Progress) => void | Promise<void> = () => {},
  size = batch,
): Promise<boolean> {
  const before = await db.meta.get('projection');
  if (before?.version === projectionVersion && !before.rebuilding) return false;
  const isOngoing = before?.version === projectionVersion;
  let progress: Progress = (isOngoing ? before.rebuilding : null) ?? {
    log: '',
    after: '',
    done: 0,
    of: (await db.grants.count()) + (await db.otherGrants.count()),
  };
  const save = (rebuilding: Progress | null) =>
    db.meta.put({ id: 'projection', version: projectionVersion, rebuilding });
  await save(progress);

  const logs = ['', ...(await db.otherLogs.orderBy('log').primaryKeys())];
  for (const log of logs.slice(Math.max(logs.indexOf(progress.log), 0))) {
    if (log !== progress.log) progress = { ...progress, log, after: '' };
    for (let isDone = false; !isDone; ) {
      const from = progress;
      isDone = await db.transaction(
        'rw',
        [db.entries, db.grants, db.otherEntries, db.otherGrants, db.meta],
        async () => {
          const { grants, last } = await nextGrants(db, log, from.after, size);
          await (log === ''
            ? replaceOurs(db, from.after, last, grants)
            : replaceTheirs(db, log, from.after, last, grants));
          progress = { log, after: last ?? '', done: from.done + grants.length, of: from.of };
          await save(progress);
          return last === null;
        },
      );
      await onProgress(progress);
    }
  }
  await save(null);
  return true;
}

/** Reads the grants after one out of their entries, as many as a batch of entries tells of. `last`: null where there are no further ones. */
async function nextGrants(
  db: GrantbookDb,
  log: string,
  after: string,
  size: number,
): Promise<{ grants: Grant[]; last: string | null }> {
  const entries: AnyEntry[] =
    log === ''
      ? await db.entries.where('grant').above(after).limit(size).toArray()
      : (
          await db.otherEntries
            .where('[log+grant]')
            .between([log, after], [log, Dexie.maxKey], false, true)
            .limit(size)
            .toArray()
        ).map(({ entry }) => entry);
  const isAll = entries.length < size;
  const cut = entries.at(-1)?.grant ?? null;
  const whole = isAll ? entries : entries.filter(({ grant }) => grant !== cut);
  // One grant with more entries than a batch is read whole.
  if (whole.length === 0 && !isAll) return nextGrants(db, log, after, size * 4);
  const found = new Map<string, Grant>();
  for (const entry of whole.sort((a, b) => a.seq - b.seq)) {
    const next = project(found.get(entry.grant ?? ''), entry);
    if (next) found.set(next.id, next);
  }
  const ids = whole.map(({ grant }) => grant ?? '').sort();
  return { grants: [...found.values()], last: isAll ? null : (ids.at(-1) ?? null) };
}

/** Puts grants in the place of all that were stored after one, up to another; null for all further ones. */
async function replaceOurs(
  db: GrantbookDb,
  after: string,
  last: string | null,
  grants: readonly Grant[],
): Promise<void> {
  const range =
    last === null ? db.grants.where('id').above(after) : db.grants.where('id').between(after, last, false, true);
  await range.delete();
  await db.grants.bulkPut(grants.map(storedGrant));
}

async function replaceTheirs(
  db: GrantbookDb,
  log: string,
  after: string,
  last: string | null,
  grants: readonly Grant[],
): Promise<void> {
  await db.otherGrants
    .where('[log+id]')
    .between([log, after], [log, last ?? Dexie.maxKey], false, true)
    .delete();
  await db.otherGrants.bulkPut(grants.map((grant) => ({ ...grant, log })));
}
