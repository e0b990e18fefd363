import { liveQuery } from 'dexie';
import { afterPaint } from '@/lib/dom/after-paint';
import type { Grant } from '@/lib/domain/grant/grant';
import type { GrantbookDb } from '@/lib/storage/db';

// How many are read before anything is shown: what a screen holds.
const firstRows = 32;

// How many are read at once after that, so that the page answers in between.
const batch = 1000;

/** Returns the grants that changed last: what is shown first. */
export const newestGrants = (db: GrantbookDb): Promise<Grant[]> =>
  db.grants.orderBy('last.seq').reverse().limit(firstRows).toArray();

/** Tells whether the log holds no more grants than `newestGrants` read. */
export const isAll = (newest: readonly Grant[]) => newest.length < firstRows;

/** Holds what a feed may be given. */
interface FeedOptions {
  /** `newestGrants` where they were read before; left out, they are read now. */
  first?: readonly Grant[];
  /** Called with each part as it was read, to do bit by bit what takes time. */
  prepare?: (grants: readonly Grant[]) => void;
}

/**
 * Follows the grants of the log: the ones that changed last at once, then all, then each that changes. A change always carries
 * a higher number (`last.seq`), so that of a large log only what changed is read again.
 *
 * @param tell called with every grant known so far, and whether those are all
 * @param fail called when the database cannot be read; nothing follows
 * @returns a function that ends it
 */
export function followGrants(
  db: GrantbookDb,
  tell: (grants: readonly Grant[], complete: boolean) => void,
  fail: (error: Error) => void,
  { first: asked, prepare = () => {} }: FeedOptions = {},
): () => void {
  let begun = asked;
  let known = new Map<string, Grant>();
  let top = 0;
  let complete = false;
  let ended = false;
  /**
   * Says which rebuild made the grants, and how often entries were restored. Either changes grants that are older than
   * what is known, so that everything is read anew. Null before it was asked.
   */
  let origin: string | null = null;

  const newest = () => db.grants.orderBy('last.seq').reverse();
  const add = (grants: readonly Grant[]) => {
    for (const grant of grants) known.set(grant.id, grant);
    top = Math.max(
      top,
      ...grants.slice(0, 1).map(({ last }) => last.seq),
      ...grants.slice(-1).map(({ last }) => last.seq),
    );
  };
  const show = () => {
    if (!ended) tell([...known.values()], complete);
  };

  async function readAll(): Promise<void> {
    known = new Map();
    top = 0;
    complete = false;
    const first = await (begun ?? newestGrants(db));
    begun = undefined;
    add(first);
    complete = isAll(first);
    show();
    if (!complete) await afterPaint();
    for (let below = first.at(-1)?.last.seq; !complete && below !== undefined && !ended; ) {
      const more = await db.grants.where('last.seq').below(below).reverse().limit(batch).toArray();
      for (const grant of more) if (!known.has(grant.id)) known.set(grant.id, grant);
      prepare(more);
      complete = more.length < batch;
      below = more.at(-1)?.last.seq;
      if (complete) show();
    }
  }

  async function catchUp(last: number, now: string): Promise<void> {
    const isOther = origin !== null && now !== origin;
    origin = now;
    if (last < top || !complete || isOther) return readAll();
    if (last === top) return;
    add(await db.grants.where('last.seq').above(top).toArray());
    show();
  }

  const stop = () => {
    ended = true;
    subscription.unsubscribe();
  };
  const giveUp = (error: Error) => {
    if (!ended) fail(error);
    stop();
  };
  // What is shown first waits for nothing else.
  let work = readAll().catch(giveUp);
  const subscription = liveQuery(async () => ({
    last: (await newest().first())?.last.seq ?? 0,
    origin: await originOf(db),
  })).subscribe(({ last, origin: now }) => {
    work = work.then(() => (ended ? undefined : catchUp(last, now))).catch(giveUp);
  }, giveUp);
  return stop;
}

async function originOf({ entries, meta }: GrantbookDb): Promise<string> {
  const state = await meta.get('projection');
  const restored = await entries.where('type').equals('log.restored').count();
  return `${state?.rebuilding ? 'rebuilding' : state?.version} ${restored}`;
}
