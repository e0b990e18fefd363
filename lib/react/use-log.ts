import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import type { Grant } from '@/lib/domain/grant/grant';
import type { LogLink, Opened } from '@/lib/domain/log/log-link';
import type { MergedLog } from '@/lib/domain/log/merged-log';
import { type DateOnly, dateOf } from '@/lib/domain/values/calendar';
import { followGrants, isAll } from '@/lib/log/grant-feed';
import { firstEntry, lastEntry, lossBefore, lossOf, mergedLogs, readLink } from '@/lib/log/log-store';
import { db } from '@/lib/storage/db';
import { stored } from '@/lib/storage/stored-values';

/**
 * Describes the grants of the log as far as they were read, null before the first. `trouble`: why they cannot be read.
 */
interface GrantFeed {
  grants: readonly Grant[] | null;
  complete: boolean;
  trouble: string | null;
}

/**
 * Returns every grant of the log, live.
 *
 * @param first the ones to begin with, where they were read before
 * @param prepare called with each grant before it is shown, part by part: a large log then holds up nobody who types
 */
export function useGrantFeed(first: readonly Grant[] | null, prepare: (grant: Grant) => void): GrantFeed {
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
          setFeed((shown) => (isShown(shown, grants, complete) ? shown : { grants, complete, trouble: null })),
        ({ message }) => setFeed({ grants: null, complete: false, trouble: message }),
        {
          ...(first ? { first } : {}),
          prepare: (grants) => {
            for (const grant of grants) prepare(grant);
          },
        },
      ),
    [first, prepare],
  );
  return feed;
}

function isShown(shown: GrantFeed, grants: readonly Grant[], complete: boolean): boolean {
  if (shown.complete !== complete || shown.grants?.length !== grants.length) return false;
  return grants.every((grant, index) => grant === shown.grants?.[index]);
}

/** Returns the logs that were merged, with their grants, live. */
export function useMergedLogs(): readonly MergedLog[] {
  return useLive(() => mergedLogs(db), none, 'merged');
}

const none: readonly MergedLog[] = [];

/** Returns how many entries the log holds, and what is missing from it, live. */
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

/**
 * Returns what the log lost against the head remembered outside of it; looks when the page opens, and when entries
 * came.
 */
export function useLoss(entries: number): string | null {
  const [loss, setLoss] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `entries` says that there is something new to look at
  useEffect(() => {
    let stale = false;
    // The head first: it never runs ahead of the entries, so what is missing then is lost and not merely late.
    void stored.head
      .read()
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

/** Returns the day of the log's first entry, null while it is not known; reads it again when the log begins. */
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

/** Returns what the address leads to, live. */
export function useOpened(link: LogLink): Opened | null {
  return useLive(() => readLink(db, link), null, JSON.stringify(link));
}

/**
 * Returns the answer of a query on the database, again after each change; the one before stays until the next is there.
 */
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
