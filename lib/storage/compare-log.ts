import type { AnyEntry } from '@/lib/domain/log/entry';
import { isKnown } from '@/lib/domain/log/entry';
import type { Head } from '@/lib/domain/log/head';
import type { GrantbookDb } from './db';

/**
 * A verified file against this browser's log: it fits, is another admin's, or is ours and went another way from an
 * entry on.
 */
type Comparison = { is: 'ours' } | { is: 'other' } | { is: 'diverged'; from: number };

/** Entries compared at once. */
const batch = 500;

/** The parts of an entry that are compared. */
type Link = Pick<AnyEntry, 'seq' | 'hash'>;

/**
 * Compares a file with what is stored. `logs`: the ids of the logs in the file; `head`: what is remembered outside of
 * the database, so that a backup is known again when the database is empty. An empty database that remembers nothing
 * takes any log for its own.
 */
export async function compareLog(
  db: GrantbookDb,
  head: Head | null,
  logs: readonly string[],
  entries: AsyncIterable<Link> | Iterable<Link>,
): Promise<Comparison> {
  const created = (await db.entries.where('type').equals('log.created').toArray()).flatMap((entry) =>
    isKnown(entry) && entry.type === 'log.created' ? [entry] : [],
  );
  const ids = [...created.flatMap(({ data }) => [data.log, data.lost?.log]), head?.log];
  let known = ids.some((id) => id && logs.includes(id)) || (created.length === 0 && !head?.log);
  const lost = new Map(
    created.flatMap(({ seq, data }) => (data.lost && data.previous ? [[seq - 1, data.previous]] : [])),
  );
  let differs: number | null = null;

  const compare = async (part: readonly Link[]) => {
    const there = await db.entries.bulkGet(part.map(({ seq }) => seq));
    for (const [index, { seq, hash }] of part.entries()) {
      const expected = there[index]?.hash ?? lost.get(seq) ?? (head?.seq === seq ? head.hash : undefined);
      if (expected === hash) known = true;
      else if (expected !== undefined) differs ??= seq;
    }
  };
  let part: Link[] = [];
  for await (const { seq, hash } of entries) {
    part.push({ seq, hash });
    if (part.length < batch) continue;
    await compare(part);
    part = [];
  }
  await compare(part);
  if (!known) return { is: 'other' };
  return differs === null ? { is: 'ours' } : { is: 'diverged', from: differs };
}
