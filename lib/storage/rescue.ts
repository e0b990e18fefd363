import Dexie from 'dexie';

const batch = 500;

/**
 * Yields every entry of a database whatever its schema, as it is stored, oldest first: for when an upgrade failed or a
 * newer Grantbook was here. Only reads.
 */
export async function* rescueEntries(name = 'grantbook'): AsyncGenerator<{ seq: number; hash: string }> {
  const db = await new Dexie(name).open();
  try {
    for (let after = 0; ; ) {
      const entries: { seq: number; hash: string }[] = await db
        .table('entries')
        .where('seq')
        .above(after)
        .limit(batch)
        .toArray();
      yield* entries;
      const last = entries.at(-1);
      if (!last) return;
      after = last.seq;
    }
  } finally {
    db.close();
  }
}
