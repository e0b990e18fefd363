import { checker } from '@/lib/domain/log/chain';
import { type AnyEntry, parseEntry } from '@/lib/domain/log/entry';
import type { GrantbookDb } from './db';

/**
 * Says how many entries of a file are new here, and how many values of people who were forgotten were left out; or why
 * they were not taken.
 */
export type TakenIn = { ok: true; added: number; left: number } | { ok: false; message: string };

/** Thrown inside a transaction so that it is undone. */
export class Refusal extends Error {}

const diverged = (seq: number) =>
  `Entry ${seq} is not the one that this browser holds: the two logs went different ways.`;

/** Lists every table that a file may change: what is forgotten is forgotten in all of them. */
export const tablesOf = (db: GrantbookDb) => [
  db.entries,
  db.grants,
  db.chains,
  db.otherLogs,
  db.otherEntries,
  db.otherGrants,
];

/**
 * Looks up the entries that are stored. `below` is the nearest one under a number, `above` the nearest over
 * it.
 */
interface Stored {
  get(seqs: readonly number[]): PromiseLike<readonly (AnyEntry | undefined)[]>;
  below(seq: number): PromiseLike<AnyEntry | undefined>;
  above(seq: number): PromiseLike<AnyEntry | undefined>;
}

/** Returns the entries that are not stored yet, where all fit to those that are; and whether any of those come later. */
export async function fitEntries(
  raw: readonly unknown[],
  stored: Stored,
): Promise<{ fresh: AnyEntry[]; later: boolean }> {
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

/** Does what one transaction does; a refusal in it is the answer. */
export async function takeIn(work: PromiseLike<{ added: number; left: number }>): Promise<TakenIn> {
  try {
    return { ok: true, ...(await work) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, message: error.message };
    throw error;
  }
}
