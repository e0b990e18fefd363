import Dexie from 'dexie';
import type { Grant } from '@/lib/domain/grant/grant';
import type { GrantbookDb } from './db';
import type { Standing } from './stored-grant';

const all: readonly Standing[] = ['open', 'live', 'unproven'];

/** Reads the grants of a vendor on which something still stands, by an index that holds no closed grant. */
export const standingAt = (db: GrantbookDb, vendor: string, standings: readonly Standing[] = all): Promise<Grant[]> =>
  db.grants
    .where('[vendor+standing]')
    .anyOf(standings.map((standing) => [vendor, standing]))
    .toArray();

/** Reads the open grants, the one changed last first, at most `most` of them. */
export const openGrants = (db: GrantbookDb, most = Number.POSITIVE_INFINITY): Promise<Grant[]> =>
  db.grants
    .where('[standing+last.seq]')
    .between(['open', Dexie.minKey], ['open', Dexie.maxKey])
    .reverse()
    .limit(most)
    .toArray();

/** Reads every grant on which something still stands, the one changed last first. */
export async function standingGrants(db: GrantbookDb): Promise<Grant[]> {
  const parts = await Promise.all(
    all.map((standing) =>
      db.grants.where('[standing+last.seq]').between([standing, Dexie.minKey], [standing, Dexie.maxKey]).toArray(),
    ),
  );
  return parts.flat().sort((a, b) => b.last.seq - a.last.seq);
}
