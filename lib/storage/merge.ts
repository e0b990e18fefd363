import type { Grant } from '@/lib/domain/grant/grant';
import { project } from '@/lib/domain/grant/projection';
import { actorOf } from '@/lib/domain/log/chain';
import { type AnyEntry, isKnown } from '@/lib/domain/log/entry';
import { erasedFields, type IsForgotten, nobodyForgotten } from '@/lib/domain/log/erased-fields';
import type { GrantbookDb } from './db';
import { fitEntries, Refusal, type TakenIn, tablesOf, takeIn } from './fit-entries';
import { takeOffOurs, takeOffTheirs } from './forget';
import { forgottenFields, grantsOf, ofEntries } from './forgotten-fields';

/**
 * Takes in entries of another admin's log, oldest first, under the id of that log. It stays theirs: verified, stored as
 * it is, its grants apart from ours. Safe to repeat; a longer export of the same log adds what is new. `apart`: this
 * browser's own log is taken in beside itself, which only makes sense where the two went different ways.
 */
export function mergeEntries(
  db: GrantbookDb,
  log: string,
  raw: readonly unknown[],
  now: Date,
  apart = false,
  isForgotten: IsForgotten = nobodyForgotten,
): Promise<TakenIn> {
  return takeIn(
    db.transaction('rw', tablesOf(db), async () => {
      if (!apart && (await db.chains.filter((chain) => chain.log === log).first())) {
        throw new Refusal('This is this browser’s own log: restore it instead.');
      }
      const known = await db.otherLogs.get(log);
      const range = (from: number, to: number) => db.otherEntries.where('[log+seq]').between([log, from], [log, to]);
      const { fresh } = await fitEntries(raw, {
        get: async (seqs) =>
          (await db.otherEntries.bulkGet(seqs.map((seq) => [log, seq]))).map((other) => other?.entry),
        below: async (seq) => (await range(0, seq).last())?.entry,
        above: async (seq) => (await range(seq + 1, Number.MAX_SAFE_INTEGER).first())?.entry,
      });
      const first = fresh[0];
      if (!known && first && !(isKnown(first) && first.type === 'log.created' && first.data.log === log)) {
        throw new Refusal('The file does not begin with the beginning of a log.');
      }
      await db.otherEntries.bulkAdd(fresh.map((entry) => ({ log, seq: entry.seq, grant: entry.grant, entry })));
      for (const grant of grantsOf(fresh)) {
        const theirs = await db.otherEntries.where('[log+grant]').equals([log, grant]).sortBy('seq');
        const next = theirs.map(({ entry }) => entry).reduce<Grant | undefined>(project, undefined);
        if (next) await db.otherGrants.put({ ...next, log });
      }
      const left = await forgetTheirsAgain(db, log, fresh, isForgotten, apart);
      const newest = (await range(0, Number.MAX_SAFE_INTEGER).last())?.entry;
      if (newest && fresh.length > 0) {
        await db.otherLogs.put({
          log,
          owner: actorOf(newest).name,
          entries: newest.seq,
          head: newest.hash,
          mergedAt: now.toISOString(),
        });
      }
      return { added: fresh.length, left };
    }),
  );
}

/**
 * Forgets again in a merged log: what we forgot in it, what its own admin forgot, and who was forgotten here. `apart`: it
 * is a copy of ours.
 */
async function forgetTheirsAgain(
  db: GrantbookDb,
  log: string,
  fresh: readonly AnyEntry[],
  isForgotten: IsForgotten,
  apart: boolean,
): Promise<number> {
  const numbers = new Set(fresh.map(({ seq }) => seq));
  const told = await db.entries.where('type').equals('person.forgotten').toArray();
  const said = erasedFields(fresh, null);
  const forgotten = await forgottenFields(fresh, isForgotten, said, (ids) =>
    db.otherGrants.bulkGet(ids.map((id): [string, string] => [log, id])),
  );
  let left = 0;
  for (const erased of [ofEntries(erasedFields(told, log), numbers), said, forgotten])
    left += await takeOffTheirs(db, log, erased);
  if (!apart) return left;
  // What both hold is one entry: what either says is gone from it is gone from both.
  const ours = erasedFields(told, null);
  const same = await sameHere(db, log, [...ours.keys(), ...said.keys()]);
  return left + (await takeOffTheirs(db, log, ofEntries(ours, same))) + (await takeOffOurs(db, ofEntries(said, same)));
}

/** Returns those of some numbers under which a merged log holds the very entry that this browser's log holds. */
async function sameHere(db: GrantbookDb, log: string, numbers: readonly number[]): Promise<ReadonlySet<number>> {
  const [here, there] = await Promise.all([
    db.entries.bulkGet([...numbers]),
    db.otherEntries.bulkGet(numbers.map((seq): [string, number] => [log, seq])),
  ]);
  return new Set(numbers.filter((_seq, at) => here[at] && here[at].hash === there[at]?.entry.hash));
}
