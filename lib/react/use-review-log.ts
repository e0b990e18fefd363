import { useLiveQuery } from 'dexie-react-hooks';
import { type Campaign, campaignsOf } from '@/lib/domain/campaign';
import { reveal } from '@/lib/domain/chain';
import { type Entry, isKnown } from '@/lib/domain/entry';
import type { RosterRow } from '@/lib/domain/facts';
import type { Settlement } from '@/lib/domain/findings';
import { snapshotRows } from '@/lib/domain/snapshots';
import { db } from '@/lib/storage/db';

const known = (entries: readonly unknown[]) => (entries as Entry[]).filter((entry) => isKnown(entry));

/** The campaigns in the log, the newest first, live. */
export function useCampaigns(): Campaign[] {
  const kinds = ['campaign.started', 'review.decided', 'campaign.finished'];
  return useLiveQuery(async () => campaignsOf(known(await db.entries.where('type').anyOf(kinds).sortBy('seq')))) ?? [];
}

/** What admins said of findings, live. */
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

/** A list as the log holds it. */
export interface LoggedList {
  entry: number;
  at: string;
  complete: boolean;
  rows: RosterRow[];
}

/** The list of the same page that the log holds before an entry; null where there is none. */
export function useListBefore(vendor: string | null, page: string | null, entry: number | null): LoggedList | null {
  const found = useLiveQuery(async (): Promise<LoggedList | null> => {
    if (vendor === null || page === null || entry === null) return null;
    const lists = known(await db.entries.where('type').equals('roster.read').sortBy('seq'));
    for (const list of lists.reverse()) {
      if (list.type !== 'roster.read' || list.seq >= entry) continue;
      if (list.data.vendor !== vendor || list.data.page !== page) continue;
      const rows = snapshotRows(reveal(list).rows);
      if (rows) return { entry: list.seq, at: list.at, complete: list.data.complete, rows };
    }
    return null;
  }, [vendor, page, entry]);
  return found ?? null;
}
