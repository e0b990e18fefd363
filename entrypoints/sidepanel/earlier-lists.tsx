import { useMemo, useState } from 'react';
import { SnapshotChanges } from '@/components/review/snapshot-changes';
import { compareSnapshots } from '@/lib/domain/review/snapshots';
import { useEarlierLists, useLoggedRows } from '@/lib/react/use-review-log';
import type { Reading } from './use-reading';

/** Shows what changed since a list of the same page that the log holds; nothing where it holds none. */
export function EarlierLists({ reading }: { reading: Reading }) {
  const earlier = useEarlierLists(reading);
  const [chosen, setChosen] = useState<number | null>(null);
  // Of a list that was half read, everybody after its first page would seem to have come since.
  const before =
    earlier.find(({ entry }) => entry === chosen) ?? earlier.find(({ complete }) => complete) ?? earlier[0];
  const rows = useLoggedRows(before?.entry ?? null);
  const changes = useMemo(
    () => before && rows && compareSnapshots({ rows, complete: before.complete }, reading.roster),
    [reading, before, rows],
  );
  return changes && before ? <SnapshotChanges {...{ changes, before, earlier }} onChoose={setChosen} /> : null;
}
