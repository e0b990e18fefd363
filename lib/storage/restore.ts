import type { Grant } from '@/lib/domain/grant/grant';
import { project, projectAll } from '@/lib/domain/grant/projection';
import { actorOf, checker } from '@/lib/domain/log/chain';
import { type AnyEntry, isKnown, parseEntry } from '@/lib/domain/log/entry';
import { type ErasedFields, erasedFields, type IsForgotten, nobodyForgotten } from '@/lib/domain/log/erased-fields';
import type { GrantbookDb } from './db';
import { paths, takeOffOurs, takeOffTheirs } from './forget';
import { storedGrant } from './stored-grant';

/**
 * What became of some entries of a file: how many are new here, and how many values of people who were forgotten were
 * left out; or why they were not taken.
 */
export type TakenIn = { ok: true; added: number; left: number } | { ok: false; message: string };

/** Thrown inside a transaction so that it is undone. */
class Refusal extends Error {}

const diverged = (seq: number) =>
  `Entry ${seq} is not the one that this browser holds: the two logs went different ways.`;

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
  return undone(
    db.transaction('rw', tablesOf(db), async () => {
      const { fresh, later } = await fitting(raw, {
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

/** Every table that a file may change: what is forgotten is forgotten in all of them. */
const tablesOf = (db: GrantbookDb) => [db.entries, db.grants, db.chains, db.otherLogs, db.otherEntries, db.otherGrants];

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
  const forgotten = await fieldsOfForgotten(fresh, isForgotten, erased, (ids) => db.grants.bulkGet(ids));
  return left + (await takeOffOurs(db, forgotten));
}

const ofEntries = (erased: ErasedFields, numbers: ReadonlySet<number>): ErasedFields =>
  new Map([...erased].filter(([seq]) => numbers.has(seq)));

/**
 * The fields of entries that name somebody who was forgotten here. `read`: the grants of the entries, as they are
 * stored. Where the address of one is gone and the log (`told`) does not say why, it was left out with an earlier part
 * of the file, and the rest of it goes as well.
 */
async function fieldsOfForgotten(
  entries: readonly AnyEntry[],
  isForgotten: IsForgotten,
  told: ErasedFields,
  read: (ids: string[]) => PromiseLike<readonly (Grant | undefined)[]>,
): Promise<ErasedFields> {
  const fields = new Map<number, Set<string>>();
  if (isForgotten === nobodyForgotten) return fields;
  const emails = entries.flatMap(({ personal }) =>
    ['data.email', 'actor.email'].flatMap((path) => personal[path]?.value ?? []),
  );
  const people = [...new Set(emails)].filter(isForgotten).map((email) => ({ email, name: '' }));
  const theirs = new Set<string>();
  for (const grant of await read(grantsOf(entries))) {
    if (!grant) continue;
    const { id, email, started } = grant;
    if (email === null ? !told.get(started.seq)?.has('data.email') : isForgotten(email)) theirs.add(id);
  }
  for (const entry of entries) {
    const whole = entry.grant !== null && theirs.has(entry.grant);
    const erased = [
      ...(whole ? Object.keys(entry.personal).filter((path) => path.startsWith('data.')) : []),
      ...people.flatMap((person) => paths(entry, { person }, theirs)),
    ];
    if (erased.length > 0) fields.set(entry.seq, new Set(erased));
  }
  return fields;
}

/** Where logs begin, and who signs them, as one restored entry tells. */
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

/** Grants after entries that come last. */
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

/** Grants after entries that later ones follow already: read out of all of theirs. */
async function projectAgain(db: GrantbookDb, fresh: readonly AnyEntry[]): Promise<void> {
  const entries = await db.entries.where('grant').anyOf(grantsOf(fresh)).sortBy('seq');
  await db.grants.bulkPut([...projectAll(entries).values()].map(storedGrant));
}

const grantsOf = (entries: readonly AnyEntry[]) => [...new Set(entries.flatMap(({ grant }) => grant ?? []))];

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
  return undone(
    db.transaction('rw', tablesOf(db), async () => {
      if (!apart && (await db.chains.filter((chain) => chain.log === log).first())) {
        throw new Refusal('This is this browser’s own log: restore it instead.');
      }
      const known = await db.otherLogs.get(log);
      const range = (from: number, to: number) => db.otherEntries.where('[log+seq]').between([log, from], [log, to]);
      const { fresh } = await fitting(raw, {
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
 * The same for a merged log: what we forgot in it, what its own admin forgot, and who was forgotten here. `apart`: it
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
  const forgotten = await fieldsOfForgotten(fresh, isForgotten, said, (ids) =>
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

/** Those of some numbers under which a merged log holds the very entry that this browser's log holds. */
async function sameHere(db: GrantbookDb, log: string, numbers: readonly number[]): Promise<ReadonlySet<number>> {
  const [here, there] = await Promise.all([
    db.entries.bulkGet([...numbers]),
    db.otherEntries.bulkGet(numbers.map((seq): [string, number] => [log, seq])),
  ]);
  return new Set(numbers.filter((_seq, at) => here[at] && here[at].hash === there[at]?.entry.hash));
}

/**
 * How the entries that are stored are looked up. `below` is the nearest one under a number, `above` the nearest over
 * it.
 */
interface Stored {
  get(seqs: readonly number[]): PromiseLike<readonly (AnyEntry | undefined)[]>;
  below(seq: number): PromiseLike<AnyEntry | undefined>;
  above(seq: number): PromiseLike<AnyEntry | undefined>;
}

/** The entries that are not stored yet, once all of them fit to those that are; and whether any of those come later. */
async function fitting(raw: readonly unknown[], stored: Stored): Promise<{ fresh: AnyEntry[]; later: boolean }> {
  const entries = raw.map((one) => {
    const entry = parseEntry(one);
    if (!entry) throw new Refusal('The file holds something that is no entry of a log.');
    return entry;
  });
  const [first, newest] = [entries[0], entries.at(-1)];
  if (!first || !newest) return { fresh: [], later: false };
  const there = await stored.get(entries.map(({ seq }) => seq));
  const other = entries.find((entry, index) => there[index] && there[index].hash !== entry.hash);
  if (other) throw new Refusal(diverged(other.seq));

  const before = await stored.below(first.seq);
  const check = checker(before ? { seq: before.seq, hash: before.hash } : null);
  for (const entry of entries) {
    const bad = check.next(entry);
    if (bad) throw new Refusal(bad.message);
  }
  const after = await stored.above(newest.seq);
  if (after?.seq === newest.seq + 1 && after.prev !== newest.hash) throw new Refusal(diverged(newest.seq));
  return { fresh: entries.filter((_entry, index) => !there[index]), later: after !== undefined };
}

async function undone(work: PromiseLike<{ added: number; left: number }>): Promise<TakenIn> {
  try {
    return { ok: true, ...(await work) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, message: error.message };
    throw error;
  }
}

/** A grant that both this log and another admin's hold: the same ticket and e-mail address. */
interface Conflict {
  ticket: string;
  email: string;
  vendor: string;
  ours: string;
  theirs: string;
  log: string;
}

/** Every conflict between this log and the merged ones, by ticket. */
export async function conflicts(db: GrantbookDb): Promise<Conflict[]> {
  const found: Conflict[] = [];
  await db.otherGrants.each((theirs) => {
    if (theirs.email !== null) {
      found.push({ ...theirs, email: theirs.email, theirs: theirs.id, ours: '' });
    }
  });
  const ours = await db.grants
    .where('email')
    .anyOf([...new Set(found.map(({ email }) => email))])
    .toArray();
  const byKey = new Map(ours.map((grant) => [`${grant.ticket}\n${grant.email}\n${grant.vendor}`, grant.id]));
  return found
    .flatMap(({ ticket, email, vendor, theirs, log }) => {
      const id = byKey.get(`${ticket}\n${email}\n${vendor}`);
      return id === undefined ? [] : [{ ticket, email, vendor, ours: id, theirs, log }];
    })
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
}
