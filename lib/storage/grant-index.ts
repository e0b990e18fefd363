import { cmp } from 'dexie';
import { projectionVersion } from '@/lib/domain/grant/projection-version';
import type { GrantbookDb } from './db';
import { indexOf } from './indexed-grant';
import type { GrantIndex, StoredGrant } from './stored-grant';

/** A part of an index, from one place up to, and without, another. */
export interface Places {
  index: keyof GrantIndex;
  from: string | readonly unknown[];
  to: string | readonly unknown[];
}

/** Databases whose grants this version of the projection made: while this code runs they stay so. */
const current = new WeakSet<GrantbookDb>();

/** Tells whether every stored grant was made by this version of the projection, and stands in the indexes. */
async function isRebuilt(db: GrantbookDb): Promise<boolean> {
  if (current.has(db)) return true;
  const state = await db.meta.get('projection');
  const is = state?.version === projectionVersion && !state.rebuilding;
  if (is) current.add(db);
  return is;
}

const inIndex = ({ grants }: GrantbookDb, { index, from, to }: Places) =>
  grants.where(`index.${index}`).between(from, to);

/** Finds the same without the index: while the list is rebuilt, some grants are in none yet. */
async function amongAll({ grants }: GrantbookDb, { index, from, to }: Places): Promise<StoredGrant[]> {
  const placed = (await grants.toArray()).map((grant) => ({ grant, place: indexOf(grant)[index] }));
  return placed
    .filter(({ place }) => place !== undefined && cmp(place, from) >= 0 && cmp(place, to) < 0)
    .sort((a, b) => cmp(a.place, b.place))
    .map(({ grant }) => grant);
}

/** Reads the grants in a part of an index, in its order, at most `limit` of them. */
export async function grantsIn(
  db: GrantbookDb,
  places: Places,
  limit = Number.POSITIVE_INFINITY,
): Promise<StoredGrant[]> {
  return (await isRebuilt(db))
    ? inIndex(db, places).limit(limit).toArray()
    : (await amongAll(db, places)).slice(0, limit);
}

/** Counts the grants in a part of an index. */
export async function countIn(db: GrantbookDb, places: Places): Promise<number> {
  return (await isRebuilt(db)) ? inIndex(db, places).count() : (await amongAll(db, places)).length;
}

/** Tells whether a part of an index holds a grant that passes a test. */
export async function hasIn(db: GrantbookDb, places: Places, test: (grant: StoredGrant) => boolean): Promise<boolean> {
  if (!(await isRebuilt(db))) return (await amongAll(db, places)).some(test);
  return (await inIndex(db, places).filter(test).first()) !== undefined;
}
