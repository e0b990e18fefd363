import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import { type MergedLog, rowOf } from '@/components/log/grant-rows';
import type { Opened } from '@/components/log/opened-pane';
import type { Place } from '@/components/log/place';
import type { Grant } from '@/lib/domain/grant/grant';
import { type DateOnly, dateOf } from '@/lib/domain/values/calendar';
import { followGrants, isAll } from '@/lib/log/grant-feed';
import { entriesOf, firstEntry, lastEntry, lossBefore, lossOf } from '@/lib/log/log-store';
import { db } from '@/lib/storage/db';
import { readHead } from '@/lib/storage/head';

/** The grants of the log as far as they were read; null before the first. `trouble`: why they cannot be read. */
export interface GrantFeed {
  grants: readonly Grant[] | null;
  complete: boolean;
  trouble: string | null;
}

/** Every grant of the log, live. `first`: the ones to begin with, where they were read before. */
export function useGrantFeed(first: readonly Grant[] | null): GrantFeed {
  const [feed, setFeed] = useState<GrantFeed>({
    grants: first,
    complete: first !== null && isAll(first),
    trouble: null,
  });
  useEffect(
    () =>
      followGrants(
        db,
        // What is shown already is not drawn again.
        (grants, complete) =>
          setFeed((shown) => (tellsOf(shown, grants, complete) ? shown : { grants, complete, trouble: null })),
        ({ message }) => setFeed({ grants: null, complete: false, trouble: message }),
        {
          ...(first ? { first } : {}),
          // Rows are kept with their grants: built part by part, a large log holds up nobody who types.
          prepare: (grants) => {
            for (const grant of grants) rowOf(grant);
          },
        },
      ),
    [first],
  );
  return feed;
}

function tellsOf(shown: GrantFeed, grants: readonly Grant[], complete: boolean): boolean {
  if (shown.complete !== complete || shown.grants?.length !== grants.length) return false;
  return grants.every((grant, index) => grant === shown.grants?.[index]);
}

/** The logs that were merged, with their grants, live. */
export function useMergedLogs(): readonly MergedLog[] {
  return useLive(
    async () => {
      const logs = await db.otherLogs.toArray();
      return Promise.all(
        logs.map(async ({ log, owner }) => ({ log, owner, grants: await db.otherGrants.where({ log }).toArray() })),
      );
    },
    none,
    'merged',
  );
}

const none: readonly MergedLog[] = [];

/** How many entries the log holds, and what is missing from it, live. */
export function useLogState(): { entries: number; loss: string | null } {
  return useLive(
    async () => {
      const last = await lastEntry(db);
      return { entries: last?.seq ?? 0, loss: await lossBefore(db) };
    },
    { entries: 0, loss: null },
    'log',
  );
}

/** What the log lost against the head remembered outside of it: looked at when the page opens, and when entries came. */
export function useLoss(entries: number): string | null {
  const [loss, setLoss] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `entries` says that there is something new to look at
  useEffect(() => {
    let stale = false;
    // The head first: it never runs ahead of the entries, so what is missing then is lost and not merely late.
    void readHead()
      .then((head) => lossOf(db, head))
      .then((found) => {
        if (!stale) setLoss(found);
      });
    return () => {
      stale = true;
    };
  }, [entries]);
  return loss;
}

/** The day of the log's first entry; null while it is not known. Read again when the log begins. */
export function useFirstDay(begun: boolean): DateOnly | null {
  return useLive(
    async () => {
      const first = await firstEntry(db);
      return first ? dateOf(new Date(first.at)) : null;
    },
    null,
    String(begun),
  );
}

/** What the address points at, live. */
export function useOpened(place: Place): Opened | null {
  const key = JSON.stringify(place);
  return useLive(() => openedAt(place), null, key);
}

async function openedAt(place: Place): Promise<Opened | null> {
  if (place === null) return null;
  const entry = 'entry' in place ? ((await db.entries.get(place.entry)) ?? null) : null;
  const log = 'grant' in place ? place.log : undefined;
  if ('grant' in place && log !== undefined) {
    const [grant, entries, other] = await Promise.all([
      db.otherGrants.get([log, place.grant]),
      db.otherEntries.where('[log+grant]').equals([log, place.grant]).sortBy('seq'),
      db.otherLogs.get(log),
    ]);
    if (!grant) return { kind: 'unknown' };
    const merged = { log, owner: other?.owner ?? null };
    return { kind: 'grant', grant, entries: entries.map(({ entry }) => entry), marked: null, merged };
  }
  const id = 'grant' in place ? place.grant : entry?.grant;
  if ('entry' in place && !id) return { kind: 'entry', seq: place.entry, entry };
  const grant = id ? await db.grants.get(id) : undefined;
  if (!grant) return { kind: 'unknown' };
  return { kind: 'grant', grant, entries: await entriesOf(db, grant.id), marked: entry?.seq ?? null };
}

/** The answer of a query on the database, again after each change; the one before stays until the next is there. */
function useLive<T>(query: () => Promise<T>, before: T, key: string): T {
  const [answer, setAnswer] = useState(before);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what the query asks
  useEffect(() => {
    const subscription = liveQuery(query).subscribe(setAnswer, () => {
      // `useGrantFeed` tells of a database that cannot be read.
    });
    return () => subscription.unsubscribe();
  }, [key]);
  return answer;
}
