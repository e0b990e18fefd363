import { actorOf, checker } from '@/lib/domain/chain';
import { type AnyEntry, isKnown, parseEntry } from '@/lib/domain/entry';
import { project } from '@/lib/domain/projection';
import type { GrantbookDb } from './db';
import { storedGrant } from './stored-grant';

/** What became of some entries of a file: how many are new here, or why they were not taken. */
export type TakenIn = { ok: true; added: number } | { ok: false; message: string };

/** Thrown inside a transaction so that it is undone. */
class Refusal extends Error {}

const diverged = (seq: number) =>
  `Entry ${seq} is not the one that this browser holds: the two logs went different ways.`;

/**
 * Puts back entries of this browser's own log. They are verified, must follow what is there, and are stored as they are; what is
 * already there is left alone and nothing is ever removed. Safe to repeat, and to go on with after a crash.
 */
export function restoreEntries(db: GrantbookDb, raw: readonly unknown[]): Promise<TakenIn> {
  return undone(
    db.transaction('rw', [db.entries, db.grants, db.chains], async () => {
      const last = await db.entries.orderBy('seq').last();
      const fresh = await newOnes(raw, last, (seqs) => db.entries.bulkGet(seqs));
      await db.entries.bulkAdd(fresh);
      for (const entry of fresh) {
        if (isKnown(entry) && entry.type === 'log.created') {
          const { log, previous } = entry.data;
          await db.chains.put({ from: entry.seq, log, previous, key: null });
        }
        if (isKnown(entry) && entry.type === 'log.checkpoint') {
          await db.chains
            .where({ from: (await db.chains.orderBy('from').last())?.from ?? 0 })
            .modify({ key: entry.data.key });
        }
        if (entry.grant === null) continue;
        const next = project(await db.grants.get(entry.grant), entry);
        if (next) await db.grants.put(storedGrant(next));
      }
      return fresh.length;
    }),
  );
}

/**
 * Takes in entries of another admin's log, oldest first, under the id of that log. It stays theirs: verified, stored as it is, its
 * grants apart from ours. Safe to repeat; a longer export of the same log adds what is new.
 */
export function mergeEntries(db: GrantbookDb, log: string, raw: readonly unknown[], now: Date): Promise<TakenIn> {
  return undone(
    db.transaction('rw', [db.chains, db.otherLogs, db.otherEntries, db.otherGrants], async () => {
      if (await db.chains.filter((chain) => chain.log === log).first()) {
        throw new Refusal('This is this browser’s own log: restore it instead.');
      }
      const known = await db.otherLogs.get(log);
      const last = known ? (await db.otherEntries.get([log, known.entries]))?.entry : undefined;
      const fresh = await newOnes(raw, last, async (seqs) =>
        (await db.otherEntries.bulkGet(seqs.map((seq) => [log, seq]))).map((other) => other?.entry),
      );
      const first = fresh[0];
      if (!known && first && !(isKnown(first) && first.type === 'log.created' && first.data.log === log)) {
        throw new Refusal('The file does not begin with the beginning of a log.');
      }
      await db.otherEntries.bulkAdd(fresh.map((entry) => ({ log, seq: entry.seq, grant: entry.grant, entry })));
      for (const entry of fresh) {
        if (entry.grant === null) continue;
        const before = await db.otherGrants.get([log, entry.grant]);
        const next = project(before, entry);
        if (next) await db.otherGrants.put({ ...next, log });
      }
      const newest = fresh.at(-1);
      if (newest) {
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

/** The entries that are not here yet, verified against the last one that is. */
async function newOnes(
  raw: readonly unknown[],
  last: Pick<AnyEntry, 'seq' | 'hash'> | undefined,
  stored: (seqs: number[]) => Promise<(AnyEntry | undefined)[]>,
): Promise<AnyEntry[]> {
  const entries = raw.map((one) => {
    const entry = parseEntry(one);
    if (!entry) throw new Refusal('The file holds something that is no entry of a log.');
    return entry;
  });
  const old = entries.filter(({ seq }) => seq <= (last?.seq ?? 0));
  const there = await stored(old.map(({ seq }) => seq));
  const other = old.find((entry, index) => there[index]?.hash !== entry.hash);
  if (other) throw new Refusal(diverged(other.seq));
  const fresh = entries.slice(old.length);
  const check = checker(last ? { seq: last.seq, hash: last.hash } : null);
  for (const entry of fresh) {
    const bad = check.next(entry);
    if (bad) throw new Refusal(bad.message);
  }
  return fresh;
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
