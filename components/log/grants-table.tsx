import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, ChevronsUpDown, GitMerge } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { Age, DateText } from '@/components/ui/date-text';
import { ErrorBoundary } from '@/components/ui/error-boundary';
import { ExternalLink } from '@/components/ui/external-link';
import { StatusBadge } from '@/components/ui/status-badge';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { logHash } from '@/lib/domain/log/log-link';
import { logName } from '@/lib/domain/log/merged-log';
import { dateOf } from '@/lib/domain/values/calendar';
import { ticketUrl } from '@/lib/domain/values/ticket';
import { type GrantRow, rowStatus, type Sort, type SortColumn } from './grant-rows';
import styles from './grants-table.module.css';
import { UntrustedText, Value } from './untrusted-text';
import { visibleText } from './visible-text';

// Height of a row, px; the same in the style sheet.
const rowHeight = 40;

// Up to this many rows all stand in the page, so that the browser's own search finds them.
const fewRows = 200;

const columns: readonly { id: SortColumn; label: string }[] = [
  { id: 'ticket', label: 'Ticket' },
  { id: 'collaborator', label: 'Collaborator' },
  { id: 'vendor', label: 'Vendor' },
  { id: 'role', label: 'Role' },
  { id: 'purpose', label: 'Purpose' },
  { id: 'status', label: 'Status' },
  { id: 'grantedBy', label: 'Granted by' },
  { id: 'started', label: 'Started' },
  { id: 'lastChange', label: 'Last change' },
];

// What read best downwards when first chosen: moments newest first, words from A.
const beginsDescending: readonly SortColumn[] = ['started', 'lastChange'];

interface GrantsTableProps {
  /** Filtered and sorted. */
  rows: readonly GrantRow[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** The key of the row whose grant is shown beside the table. */
  open: string | null;
  /** `browsing`: the admin moves on from row to row while a grant is open; otherwise the grant was asked for. */
  onOpen: (key: string, how: { browsing: boolean; keyboard: boolean }) => void;
  ticketLink: string;
  now: Date;
  /** Shown under the header where there are no rows. */
  children?: ReactNode;
}

/**
 * Shows the grants as a native table. Arrows, Home, End and Page keys move from row to row, Enter opens. Of many rows
 * only those in view are in the page; screen readers are told the true count.
 */
export const GrantsTable = memo(function GrantsTable({
  rows,
  sort,
  onSort,
  open,
  onOpen,
  ticketLink,
  now,
  children,
}: GrantsTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(open);
  const wanted = useRef<string | null>(null);
  const few = rows.length <= fewRows;

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollPaddingEnd: rowHeight,
    enabled: !few,
  });
  const items = few ? [] : virtualizer.getVirtualItems();
  const shown = few ? rows.map((_row, index) => index) : items.map(({ index }) => index);
  const before = items[0]?.start ?? 0;
  const after = few ? 0 : virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);

  const ids = shown.map((index) => rows[index]?.key);
  const tabStop = [current, open].find((id) => id !== null && ids.includes(id)) ?? ids[0];

  /** The row that was moved to may have come into the page only now. */
  useEffect(() => {
    if (wanted.current === null) return;
    const link = scroller.current?.querySelector<HTMLElement>(`[data-grant="${CSS.escape(wanted.current)}"]`);
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: !few });
    link.closest('tr')?.scrollIntoView({ block: 'nearest' });
  });

  function moveTo(index: number) {
    const id = rows[index]?.key;
    if (id === undefined) return;
    wanted.current = id;
    setCurrent(id);
    if (!few) virtualizer.scrollToIndex(index);
    if (open !== null && open !== id) onOpen(id, { browsing: true, keyboard: true });
  }

  function onKeyDown(event: KeyboardEvent) {
    const link = (event.target as Element).closest<HTMLElement>('[data-grant]');
    if (!link || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = rows.findIndex(({ key }) => key === link.dataset.grant);
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const last = rows.length - 1;
    const targets: Record<string, number> = {
      ArrowDown: Math.min(last, at + 1),
      ArrowUp: Math.max(0, at - 1),
      PageDown: Math.min(last, at + page),
      PageUp: Math.max(0, at - page),
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    moveTo(target);
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <table aria-label="Grants" aria-rowcount={rows.length + 1} className={styles.table}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <ColumnHead key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {before > 0 && <Spacer height={before} />}
          {shown.map((index) => {
            const row = rows[index];
            return row ? (
              <ErrorBoundary key={row.key} fallback={(reason) => <SpoiltRow row={row} reason={reason} />}>
                <Row
                  row={row}
                  index={index}
                  isOpen={row.key === open}
                  isTabStop={row.key === tabStop}
                  onOpen={(how) => {
                    setCurrent(row.key);
                    onOpen(row.key, how);
                  }}
                  ticketLink={ticketLink}
                  now={now}
                />
              </ErrorBoundary>
            ) : null;
          })}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
      {children}
    </div>
  );
});

interface ColumnHeadProps {
  column: (typeof columns)[number];
  sort: Sort;
  onSort: (sort: Sort) => void;
}

function ColumnHead({ column: { id, label }, sort, onSort }: ColumnHeadProps) {
  const sorted = sort.column === id;
  const Icon = !sorted ? ChevronsUpDown : sort.descending ? ArrowDown : ArrowUp;
  const next = { column: id, descending: sorted ? !sort.descending : beginsDescending.includes(id) };
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
      className={styles[id]}
    >
      <button type="button" className={cx(styles.sort, sorted && styles.sorted)} onClick={() => onSort(next)}>
        {label}
        <Icon size={12} aria-hidden="true" />
      </button>
    </th>
  );
}

/** Stands for the rows above or below those in the page. */
function Spacer({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without content takes no focus
    <tr aria-hidden="true">
      {/* One cell, whatever columns there are: a cell over columns that are hidden would take their room. */}
      <td className={styles.spacer} style={{ height }} />
    </tr>
  );
}

/** Stands for a grant that cannot be drawn. */
function SpoiltRow({ row, reason }: { row: GrantRow; reason: string }) {
  return (
    <tr>
      <td colSpan={columns.length}>
        The grant of entry {row.grant.started.seq} cannot be shown: {reason}
      </td>
    </tr>
  );
}

const titleOf = (text: string | null) => (text ? visibleText(text) : undefined);

interface RowProps {
  row: GrantRow;
  index: number;
  isOpen: boolean;
  isTabStop: boolean;
  onOpen: (how: { browsing: boolean; keyboard: boolean }) => void;
  ticketLink: string;
  now: Date;
}

function Row({ row, index, isOpen, isTabStop, onOpen, ticketLink, now }: RowProps) {
  const { grant } = row;
  const url = ticketUrl(ticketLink, grant.ticket);
  const tabIndex = isTabStop ? 0 : -1;

  function onRowClick(event: MouseEvent) {
    const selecting = getSelection()?.toString() !== '';
    if ((event.target as Element).closest('a') || selecting) return;
    onOpen({ browsing: false, keyboard: false });
  }

  function onLinkClick(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen({ browsing: false, keyboard: event.detail === 0 });
  }

  return (
    <tr aria-rowindex={index + 2} className={cx(styles.row, isOpen && styles.open)} onClick={onRowClick}>
      <td className={styles.ticket}>
        {url ? (
          <ExternalLink href={url} tabIndex={tabIndex}>
            <UntrustedText text={grant.ticket} />
          </ExternalLink>
        ) : (
          <UntrustedText text={grant.ticket} />
        )}
      </td>
      <td className={cx(styles.collaborator, row.merged && styles.whose)} title={titleOf(grant.email)}>
        <a
          href={logHash({ grant: grant.id, ...(row.merged ? { log: row.merged.log } : {}) })}
          data-grant={row.key}
          tabIndex={tabIndex}
          aria-current={isOpen ? 'true' : undefined}
          onClick={onLinkClick}
        >
          <Value text={grant.email} none="Forgotten person" />
        </a>
        {row.merged && (
          <span className={styles.merged} title={titleOf(`Merged from ${logName(row.merged)}`)}>
            <GitMerge size={12} aria-hidden="true" />
            <UntrustedText text={logName(row.merged)} />
          </span>
        )}
      </td>
      <td className={styles.vendor}>{row.vendor}</td>
      <td className={styles.role} title={titleOf(row.role)}>
        {row.role ? (
          <UntrustedText text={row.role} />
        ) : (
          <>
            <span aria-hidden="true">–</span>
            <VisuallyHidden>Not seen yet</VisuallyHidden>
          </>
        )}
      </td>
      <td className={styles.purpose} title={titleOf(row.purpose)}>
        <UntrustedText text={row.purpose} />
      </td>
      <td className={styles.status}>
        <StatusBadge status={rowStatus(row, now)} />
      </td>
      <td className={styles.grantedBy} title={titleOf(grant.grantedBy.email)}>
        <Value text={grant.grantedBy.name} none="Forgotten person" />
      </td>
      <td className={styles.started}>
        <DateText date={dateOf(new Date(grant.started.at))} />
      </td>
      <td className={styles.lastChange}>
        <Age at={grant.last.at} now={now} />
      </td>
    </tr>
  );
}
