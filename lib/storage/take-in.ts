import { actorOf, checker } from '@/lib/domain/chain';
import { type AnyEntry, isKnown, parseEntry } from '@/lib/domain/entry';
import type { Grant } from '@/lib/domain/grant';
import { project, projectAll } from '@/lib/domain/projection';
import type { GrantbookDb } from './db';
import { storedGrant } from './stored-grant';

/** What became of some entries of a file: how many are new here, or why they were not taken. */
export type TakenIn = { ok: true; added: number } | { ok: false; message: string };

/** Thrown inside a transaction so that it is undone. */
class Refusal extends Error {}

const diverged = (seq: number) =>
  `Entry ${seq} is not the one that this browser holds: the two logs went different ways.`;

/**
 * Puts back entries of this browser's own log, oldest first. They are verified, must fit to what is there on both sides, and are stored
 * as they are; what is already there is left alone and nothing is ever removed. After a loss they fill the numbers that were left free
 * for them, and grants that went on since are read out of all their entries again. Safe to repeat, and to go on with after a crash.
 */
export function restoreEntries(db: GrantbookDb, raw: readonly unknown[]): Promise<TakenIn> {
  return undone(
    db.transaction('rw', [db.entries, db.grants, db.chains], async () => {
      const { fresh, later } = await fitting(raw, {
        get: (seqs) => db.entries.bulkGet([...seqs]),
        below: (seq) => db.entries.where('seq').below(seq).last(),
        above: (seq) => db.entries.where('seq').above(seq).first(),
      });
      await db.entries.bulkAdd(fresh);
      for (const entry of fresh) await readChain(db, entry);
      if (later) await projectAgain(db, fresh);
      else await projectOn(db, fresh);
      return fresh.length;
    }),
  );
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
 * Takes in entries of another admin's log, oldest first, under the id of that log. It stays theirs: verified, stored as it is, its
 * grants apart from ours. Safe to repeat; a longer export of the same log adds what is new. `apart`: this browser's own log is taken in
 * beside itself, which only makes sense where the two went different ways.
 */
export function mergeEntries(
  db: GrantbookDb,
  log: string,
  raw: readonly unknown[],
  now: Date,
  apart = false,
): Promise<TakenIn> {
  return undone(
    db.transaction('rw', [db.chains, db.otherLogs, db.otherEntries, db.otherGrants], async () => {
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
      return fresh.length;
    }),
  );
}

/** How the entries that are stored are looked up. `below` is the nearest one under a number, `above` the nearest over it. */
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

async function undone(work: PromiseLike<number>): Promise<TakenIn> {
  try {
    return { ok: true, added: await work };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, message: error.message };
    throw error;
  }
}

/** A grant that both this log and another admin's hold: the same ticket and e-mail address. */
export interface Conflict {
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
