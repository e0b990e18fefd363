import { useDeferredValue, useMemo, useState } from 'react';
import { useDebounced } from '@/components/ui/use-debounced';
import type { Grant } from '@/lib/domain/grant/grant';
import type { MergedLog } from '@/lib/domain/log/merged-log';
import { allRows, type Filter, type GrantRow, noFilter, rowFilter, type Sort, sortRows } from './grant-rows';
import { figuresOf, type GrantFigures } from './grants-by-month';

// How long the rows stay as they are before the picture is drawn anew, ms.
const pictureAfter = 150;

/** Describes the rows of the log page, as filtered and sorted now, and the means to change both. */
interface ShownRows {
  /** Says how many rows there are without a filter. */
  all: number;
  /** The rows that the filters leave, in order. */
  shown: readonly GrantRow[];
  /** Tells whether the filters leave some out. */
  filtered: boolean;
  /** The ids of the vendors that have a grant. */
  vendors: readonly string[];
  /** Says what the picture shows of the rows; null until all grants were read. */
  figures: GrantFigures | null;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  sort: Sort;
  onSort: (sort: Sort) => void;
}

/**
 * Filters and sorts grants for the table. Typing is never kept waiting: rows follow it, and the picture follows the
 * rows.
 */
export function useShownRows(
  grants: readonly Grant[] | null,
  complete: boolean,
  merged: readonly MergedLog[],
  now: Date,
): ShownRows {
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [sort, setSort] = useState<Sort>({ column: 'lastChange', descending: true });

  const rows = useMemo(() => allRows(grants ?? [], merged), [grants, merged]);
  const vendors = useMemo(() => [...new Set(rows.map(({ grant }) => grant.vendor))].sort(), [rows]);
  // The clock matters to the status alone; without that the order would be made anew every minute.
  const clock = sort.column === 'status' ? now : null;
  const sorted = useMemo(() => sortRows(rows, sort, clock ?? new Date(0)), [rows, sort, clock]);
  // What is typed shows at once; the rows follow as soon as the browser has time for them.
  const settled = useDeferredValue(filter);
  const [filterBy] = useState(rowFilter);
  const shown = useMemo(() => filterBy(sorted, settled, now), [filterBy, sorted, settled, now]);
  // The picture waits until nobody types.
  const pictured = useDeferredValue(useDebounced(complete ? shown : null, pictureAfter), null);
  const figures = useMemo(() => pictured && figuresOf(pictured, now), [pictured, now]);

  return {
    all: rows.length,
    shown,
    filtered: filter !== noFilter && shown.length < rows.length,
    vendors,
    figures,
    filter,
    onFilter: setFilter,
    sort,
    onSort: setSort,
  };
}
