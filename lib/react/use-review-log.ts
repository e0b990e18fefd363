import { useLiveQuery } from 'dexie-react-hooks';
import type { RosterRow } from '@/lib/domain/grant/page-facts';
import { reveal } from '@/lib/domain/log/chain';
import { type Entry, isKnown } from '@/lib/domain/log/entry';
import { type Campaign, campaignsOf } from '@/lib/domain/review/campaign';
import type { Settlement } from '@/lib/domain/review/findings';
import { snapshotRows } from '@/lib/domain/review/snapshots';
import { db } from '@/lib/storage/db';

const known = (entries: readonly unknown[]) => (entries as Entry[]).filter((entry) => isKnown(entry));

/** Reads the campaigns in the log, the newest first, live. */
export function useCampaigns(): Campaign[] {
  const kinds = ['campaign.started', 'review.decided', 'campaign.finished'];
  return useLiveQuery(async () => campaignsOf(known(await db.entries.where('type').anyOf(kinds).sortBy('seq')))) ?? [];
}

/** Reads what admins said of findings, live. */
export function useSettlements(): Settlement[] {
  const found = useLiveQuery(async () =>
    known(await db.entries.where('type').equals('finding.settled').sortBy('seq')).flatMap((entry): Settlement[] => {
      if (entry.type !== 'finding.settled') return [];
      const { vendor, kind, how, email, shown, until } = reveal(entry);
      return [{ vendor, kind, how, email, shown, until }];
    }),
  );
  return found ?? [];
}

/** Describes a list that the log holds. */
interface EarlierList {
  entry: number;
  at: string;
  complete: boolean;
  seen: number;
}

/** Lists offered to be compared with: more would be no choice. */
const most = 20;

/**
 * Reads the lists of the same page that the log holds before an entry, the newest first; none whose rows were
 * forgotten.
 */
export function useEarlierLists(
  list: { vendor: string; generation: string; page: string; entry: number | null } | null,
): EarlierList[] {
  const { vendor, generation, page, entry } = list ?? { entry: null };
  const found = useLiveQuery(async (): Promise<EarlierList[]> => {
    if (entry === null) return [];
    const lists = db.entries.where('type').equals('roster.read').reverse();
    const earlier = lists.filter(
      (one) =>
        isKnown(one) &&
        one.type === 'roster.read' &&
        one.seq < entry &&
        one.data.vendor === vendor &&
        one.data.generation === generation &&
        one.data.page === page &&
        reveal(one).rows !== null,
    );
    return known(await earlier.limit(most).toArray()).flatMap((one) =>
      one.type === 'roster.read'
        ? [{ entry: one.seq, at: one.at, complete: one.data.complete, seen: one.data.seen }]
        : [],
    );
  }, [vendor, generation, page, entry]);
  return found ?? [];
}

/** Reads the rows of a list that the log holds; null until they were read. */
export function useLoggedRows(entry: number | null): RosterRow[] | null {
  const found = useLiveQuery(async () => {
    const one = entry === null ? undefined : await db.entries.get(entry);
    return one && isKnown(one) && one.type === 'roster.read' ? { entry, rows: snapshotRows(reveal(one).rows) } : null;
  }, [entry]);
  return found?.entry === entry ? found.rows : null;
}
