import { Archive, BookOpenCheck, Download, Search, Settings2, ShieldAlert } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { AnyEntry } from '@/lib/domain/entry';
import type { Grant, GrantStatus } from '@/lib/domain/grant';
import { useSettled } from '@/lib/react/use-settled';
import { vendors } from '@/lib/vendors/registry';
import { EntryDetail } from './entry-detail';
import { GrantDetail, Pane } from './grant-detail';
import {
  allRows,
  type Filter,
  type GrantRow,
  keyOf,
  logWords,
  type MergedLog,
  noFilter,
  rowFilter,
  type Sort,
  sortRows,
} from './grant-rows';
import { figuresOf } from './grants-by-month';
import { GrantsPicture } from './grants-picture';
import { GrantsTable } from './grants-table';
import type { Keeping } from './keep-dialog';
import styles from './log-page.module.css';
import { names } from './names';
import type { Place } from './place';
import { shown as visible } from './shown';
import { useVerify, type Verify, VerifyButton, VerifyLine, WitnessField } from './verify-control';

/** What the address points at, as read from the log. */
export type Opened =
  | {
      kind: 'grant';
      grant: Grant;
      entries: readonly AnyEntry[] | null;
      marked: number | null;
      /** The other admin's log that it stands in; left out where it is this browser's. */
      merged?: GrantRow['merged'];
    }
  | { kind: 'entry'; seq: number; entry: AnyEntry | null }
  | { kind: 'unknown' };

export interface LogPageProps {
  /** Every grant that was read so far; null until the first are there. */
  grants: readonly Grant[] | null;
  /** Whether those are all. */
  complete: boolean;
  /** Other admins' logs that were merged, and their grants. */
  merged?: readonly MergedLog[];
  /** Why the log cannot be read; null where it can. */
  trouble: string | null;
  /** The number of the log's last entry; 0 where it is empty. */
  entries: number;
  /** What is missing from the log as it was remembered elsewhere, in a sentence; null where nothing is. */
  loss: string | null;
  opened: Opened | null;
  /** `replace`: the admin moves on from grant to grant, which does not go into the tab's history. */
  onPlace: (place: Place, replace: boolean) => void;
  /** `view`: the ids of the grants that the filters leave, in their order; null where nothing is filtered. */
  onExport: (view: readonly string[] | null) => void;
  verify: Verify;
  ticketLink: string;
  now: Date;
  optionsUrl: string;
  /** Saves every stored entry where the log cannot be opened, as after an upgrade that failed. */
  onRescue?: () => void;
  /** Opens backup, restore, import and forgetting. */
  onKeep?: () => void;
  /** Where the log is kept, and whether it is time to export it. */
  keeping?: Keeping;
  /** What to do about the loss, step by step. */
  lossTodo?: readonly string[];
  /** The admin has seen to the loss. */
  onLossSettled?: () => void;
  /** The dialog of the export. */
  children?: ReactNode;
}

/** How long the rows stay as they are before the picture is drawn anew, ms. */
const pictureAfter = 150;

const statuses: readonly GrantStatus[] = [
  'Draft',
  'Invited',
  'Accepted',
  'Active',
  'Expired invitation',
  'Overdue',
  'Removed',
];

/** The log: every grant, searched, filtered and sorted; one of them with its entries; export and verification. */
export function LogPage(props: LogPageProps) {
  const { grants, complete, trouble, entries, loss, opened, onPlace, onExport, verify, ticketLink, now, optionsUrl } =
    props;
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [sort, setSort] = useState<Sort>({ column: 'lastChange', descending: true });
  const [takesFocus, setTakesFocus] = useState(false);
  const verifying = useVerify(verify);
  const page = useRef<HTMLDivElement>(null);
  const [hasRoom] = useState(isRoomy);

  const { merged = noLogs } = props;
  const rows = useMemo(() => allRows(grants ?? [], merged), [grants, merged]);
  const present = useMemo(() => [...new Set(rows.map(({ grant }) => grant.vendor))].sort(), [rows]);
  // The clock matters to the status alone; without that the order would be made anew every minute.
  const clock = sort.column === 'status' ? now : null;
  const sorted = useMemo(() => sortRows(rows, sort, clock ?? new Date(0)), [rows, sort, clock]);
  // What is typed shows at once; the rows follow as soon as the browser has time for them.
  const settled = useDeferredValue(filter);
  const [filterBy] = useState(rowFilter);
  const shown = useMemo(() => filterBy(sorted, settled, now), [filterBy, sorted, settled, now]);
  // The picture waits until nobody types.
  const pictured = useDeferredValue(useSettled(complete ? shown : null, pictureAfter), null);
  const figures = useMemo(() => pictured && figuresOf(pictured, now), [pictured, now]);

  const empty = grants !== null && complete && rows.length === 0;
  const filtered = filter !== noFilter && shown.length < rows.length;
  const openGrant = opened?.kind === 'grant' ? keyOf(opened.grant.id, opened.merged?.log) : null;

  const open = useCallback(
    (id: string, { browsing, keyboard }: { browsing: boolean; keyboard: boolean }) => {
      setTakesFocus(!browsing && (keyboard || !isWide()));
      const [grant = '', log] = id.split('@');
      onPlace({ grant, ...(log === undefined ? {} : { log }) }, browsing);
    },
    [onPlace],
  );

  function close() {
    onPlace(null, false);
    const id = openGrant;
    requestAnimationFrame(() => {
      const link = id === null ? null : page.current?.querySelector<HTMLElement>(`[data-grant="${CSS.escape(id)}"]`);
      (link ?? page.current?.querySelector<HTMLElement>('input[type="search"]'))?.focus();
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented || (event.target as Element).closest('dialog')) return;
    const inSearch = (event.target as Element).matches('input[type="search"]');
    if (inSearch && filter.search !== '') {
      event.preventDefault();
      setFilter({ ...filter, search: '' });
    } else if (opened) close();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the pane from wherever the focus is
    <div ref={page} className={styles.page} data-opened={opened ? '' : undefined} onKeyDown={onKeyDown}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h1>Grant log</h1>
          <p className={styles.size}>{complete && sizeOf(rows.length, entries)}</p>
          {entries > 0 && props.keeping && (
            <p className={styles.kept}>
              {!props.keeping.suggestion && `${props.keeping.lastExport} `}
              {props.keeping.storage}
            </p>
          )}
        </div>
        <div className={styles.actions}>
          <a href={optionsUrl} className={styles.options}>
            <Settings2 size={14} aria-hidden="true" /> Options
          </a>
          {props.onKeep && (
            <Button icon={Archive} onClick={props.onKeep}>
              Backup and import
            </Button>
          )}
          <VerifyButton state={verifying} />
          <Button
            variant="primary"
            icon={Download}
            onClick={() => onExport(filtered ? shown.flatMap((row) => (row.merged ? [] : row.grant.id)) : null)}
          >
            Export log
          </Button>
        </div>
      </header>

      {!empty && (
        <search className={styles.toolbar} aria-label="Grants">
          <div className={styles.search}>
            <Search size={14} aria-hidden="true" />
            <TextInput
              type="search"
              aria-label="Search grants"
              placeholder="Ticket, e-mail, role, vendor or reason"
              value={filter.search}
              onChange={(event) => setFilter({ ...filter, search: event.target.value })}
            />
          </div>
          <div className={styles.filters}>
            <Select
              aria-label="Vendor"
              value={filter.vendor}
              onChange={(event) => setFilter({ ...filter, vendor: event.target.value })}
            >
              <option value="">All vendors</option>
              {present.map((id) => (
                <option key={id} value={id}>
                  {names.vendor(id)}
                </option>
              ))}
            </Select>
            <Select
              aria-label="Status"
              value={filter.status}
              onChange={(event) => setFilter({ ...filter, status: event.target.value as Filter['status'] })}
            >
              <option value="">Every status</option>
              {statuses.map((status) => (
                <option key={status}>{status}</option>
              ))}
            </Select>
            {merged.length > 0 && (
              <Select
                aria-label="Log"
                value={filter.log}
                onChange={(event) => setFilter({ ...filter, log: event.target.value })}
              >
                <option value="">All logs</option>
                <option value="own">This log</option>
                {merged.map((one) => (
                  <option key={one.log} value={one.log}>
                    {visible(logWords(one))}
                  </option>
                ))}
              </Select>
            )}
            <TextInput
              aria-label="Ticket"
              placeholder="Ticket"
              value={filter.ticket}
              onChange={(event) => setFilter({ ...filter, ticket: event.target.value })}
            />
            <DayFilter label="Started from" value={filter.from} onChange={(from) => setFilter({ ...filter, from })} />
            <DayFilter label="Started up to" value={filter.to} onChange={(to) => setFilter({ ...filter, to })} />
          </div>
          <p className={styles.count} aria-live="polite">
            {filtered ? `${shown.length.toLocaleString('en')} of ${rows.length.toLocaleString('en')}` : ''}
          </p>
        </search>
      )}

      <main className={styles.main}>
        {loss && (
          <div className={styles.loss}>
            <Notice tone="danger" role="alert" title="Part of this log is missing">
              <p>{loss}</p>
              {props.lossTodo ? (
                <ol>
                  {props.lossTodo.map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ol>
              ) : (
                <p>
                  Restore your last backup under Backup and import: it puts back what is missing. Keep your last export,
                  which proves what the log said, and tell whoever relies on this log.
                </p>
              )}
              {props.onLossSettled && (
                <Button size="small" onClick={props.onLossSettled}>
                  I have seen to this
                </Button>
              )}
            </Notice>
          </div>
        )}
        {props.keeping?.suggestion && trouble === null && (
          <div className={styles.loss}>
            <Notice tone="warn" title="Time for an export">
              <p>{props.keeping.suggestion}</p>
            </Notice>
          </div>
        )}
        {entries > 0 && (
          <div className={styles.witness}>
            <WitnessField state={verifying} />
          </div>
        )}
        <VerifyLine state={verifying} total={entries} />
        {figures && !empty && trouble === null && (
          <GrantsPicture figures={figures} filtered={filtered} open={hasRoom} />
        )}
        <div className={styles.content}>
          {trouble !== null ? (
            <div className={styles.empty}>
              <Notice tone="danger" role="alert" title="The log cannot be read">
                <p>{trouble}</p>
                <p>Nothing was deleted. Close every Grantbook page and open this one again.</p>
                {props.onRescue && (
                  <>
                    <p>
                      If that does not help, save every entry as it is stored, and keep the file: it holds the whole
                      log, verifies, and can be restored under Backup and import once Grantbook opens again.
                    </p>
                    <Button size="small" icon={Download} onClick={props.onRescue}>
                      Save the entries
                    </Button>
                  </>
                )}
              </Notice>
            </div>
          ) : grants === null ? (
            <p className={styles.loading}>Reading the log…</p>
          ) : empty ? (
            <Start lost={loss !== null} />
          ) : (
            <GrantsTable
              rows={shown}
              sort={sort}
              onSort={setSort}
              open={openGrant}
              onOpen={open}
              ticketLink={ticketLink}
              now={now}
            >
              {shown.length === 0 && (
                <div className={styles.empty}>
                  <EmptyState
                    icon={Search}
                    title={complete ? 'No grant matches.' : 'No grant matches yet; the rest of the log is being read.'}
                    action={
                      <Button size="small" onClick={() => setFilter(noFilter)}>
                        Clear search and filters
                      </Button>
                    }
                  />
                </div>
              )}
            </GrantsTable>
          )}
          {opened?.kind === 'grant' && (
            <GrantDetail {...opened} ticketLink={ticketLink} now={now} takesFocus={takesFocus} onClose={close} />
          )}
          {opened?.kind === 'entry' && (
            <EntryDetail key={opened.seq} seq={opened.seq} entry={opened.entry} last={entries} onClose={close} />
          )}
          {opened?.kind === 'unknown' && <UnknownGrant onClose={close} />}
        </div>
      </main>
      {props.children}
    </div>
  );
}

interface DayFilterProps {
  label: string;
  value: string;
  onChange: (day: string) => void;
}

/** A day of the start, first or last. */
function DayFilter({ label, value, onChange }: DayFilterProps) {
  const id = useId();
  return (
    <span className={styles.day}>
      <label htmlFor={id}>{label}</label>
      <TextInput id={id} type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </span>
  );
}

const noLogs: readonly MergedLog[] = [];

const vendorNames = vendors.map(({ name }) => name);

const isWide = () => matchMedia('(width >= 860px)').matches;

/** Whether the picture leaves enough of the page to the table. */
const isRoomy = () => matchMedia('(width >= 860px) and (height >= 700px)').matches;

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const sizeOf = (grants: number, entries: number) =>
  `${counted(grants, 'grant', 'grants')}, ${counted(entries, 'entry', 'entries')}`;

/** What stands where no grant is yet: how to make the first. */
function Start({ lost }: { lost: boolean }) {
  if (lost) {
    return (
      <div className={styles.empty}>
        <EmptyState icon={ShieldAlert} title="The grants of this log are not here any more." />
      </div>
    );
  }
  return (
    <div className={styles.start}>
      <BookOpenCheck size={24} aria-hidden="true" />
      <h2>No grants yet</h2>
      <ol>
        <li>Open the page of {vendorNames.join(' or ')} where members are invited.</li>
        <li>Click Grantbook in the browser’s toolbar and press New grant.</li>
        <li>Fill in what the ticket says. The grant and every step of it then stand here.</li>
      </ol>
      <p>The log is kept in this browser only. Nothing of it leaves unless you export it.</p>
    </div>
  );
}

function UnknownGrant({ onClose }: { onClose: () => void }) {
  return (
    <Pane title="Not in this log" takesFocus={false} onClose={onClose}>
      <p>The link points at a grant that this browser’s log does not hold. It may be in another admin’s log.</p>
    </Pane>
  );
}
