import type { Grant } from '@/lib/domain/grant/grant';
import { project, projectAll } from '@/lib/domain/grant/projection';
import { type AnyEntry, isKnown } from '@/lib/domain/log/entry';
import { erasedFields, type IsForgotten, nobodyForgotten } from '@/lib/domain/log/erased-fields';
import type { GrantbookDb } from './db';
import { fitEntries, type TakenIn, tablesOf, takeIn } from './fit-entries';
import { takeOffOurs, takeOffTheirs } from './forget';
import { forgottenFields, grantsOf, ofEntries } from './forgotten-fields';
import { storedGrant } from './indexed-grant';

/**
 * Puts back entries of this browser's own log, oldest first. They are verified, must fit to what is there on both
 * sides, and are stored as they are; what is already there is left alone and nothing is ever removed. After a loss they
 * fill the numbers that were left free for them, and grants that went on since are read out of all their entries again.
 * What was forgotten does not come back with an older copy. Safe to repeat, and to go on with after a crash.
 */
export function restoreEntries(
  db: GrantbookDb,
  raw: readonly unknown[],
  isForgotten: IsForgotten = nobodyForgotten,
): Promise<TakenIn> {
  return takeIn(
    db.transaction('rw', tablesOf(db), async () => {
      const { fresh, later } = await fitEntries(raw, {
        get: (seqs) => db.entries.bulkGet([...seqs]),
        below: (seq) => db.entries.where('seq').below(seq).last(),
        above: (seq) => db.entries.where('seq').above(seq).first(),
      });
      await db.entries.bulkAdd(fresh);
      for (const entry of fresh) await readChain(db, entry);
      if (later) await projectAgain(db, fresh);
      else await projectOn(db, fresh);
      return { added: fresh.length, left: await forgetAgain(db, fresh, isForgotten) };
    }),
  );
}

/**
 * Takes values off restored entries, and off what was here before, that the log says are gone or whose person was
 * forgotten here.
 */
async function forgetAgain(db: GrantbookDb, fresh: readonly AnyEntry[], isForgotten: IsForgotten): Promise<number> {
  const told = await db.entries.where('type').equals('person.forgotten').toArray();
  const numbers = new Set(fresh.map(({ seq }) => seq));
  const isNews = fresh.some(({ type }) => type === 'person.forgotten');
  const erased = erasedFields(told, null);
  let left = await takeOffOurs(db, isNews ? erased : ofEntries(erased, numbers));
  if (isNews) {
    for (const { log } of await db.otherLogs.toArray()) left += await takeOffTheirs(db, log, erasedFields(told, log));
  }
  const forgotten = await forgottenFields(fresh, isForgotten, erased, (ids) => db.grants.bulkGet(ids));
  return left + (await takeOffOurs(db, forgotten));
}

/** Notes where logs begin, and who signs them, as one restored entry tells. */
async function readChain({ chains }: GrantbookDb, entry: AnyEntry): Promise<void> {
  if (!isKnown(entry)) return;
  if (entry.type === 'log.created') {
    const { log, previous } = entry.data;
    await chains.put({ from: entry.seq, log, previous, key: null });
  }
  if (entry.type === 'log.checkpoint') {
    const chain = await chains.where('from').belowOrEqual(entry.seq).last();
    if (chain) await chains.update(chain.from, { key: entry.data.key });
  }
}

/** Projects the grants of entries that come last. */
async function projectOn({ grants }: GrantbookDb, fresh: readonly AnyEntry[]): Promise<void> {
  const known = new Map(
    (await grants.bulkGet(grantsOf(fresh))).flatMap((one) => (one ? [[one.id, one as Grant]] : [])),
  );
  for (const entry of fresh) {
    const next = entry.grant === null ? undefined : project(known.get(entry.grant), entry);
    if (next) known.set(next.id, next);
  }
  await grants.bulkPut([...known.values()].map(storedGrant));
}

/** Projects the grants of entries that later ones follow already, out of all of theirs. */
async function projectAgain(db: GrantbookDb, fresh: readonly AnyEntry[]): Promise<void> {
  const entries = await db.entries.where('grant').anyOf(grantsOf(fresh)).sortBy('seq');
  await db.grants.bulkPut([...projectAll(entries).values()].map(storedGrant));
}
