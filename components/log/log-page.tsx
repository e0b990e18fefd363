import { Search, ShieldAlert } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useCallback, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Rebuilding } from '@/components/ui/rebuilding';
import type { Grant } from '@/lib/domain/grant/grant';
import type { LogLink, Opened } from '@/lib/domain/log/log-link';
import type { BackupStatus } from '@/lib/domain/log/loss';
import type { MergedLog } from '@/lib/domain/log/merged-log';
import { keyOf, noFilter } from './grant-rows';
import { GrantsPicture, PicturePlaceholder } from './grants-picture';
import { GrantsTable } from './grants-table';
import { GrantsToolbar } from './grants-toolbar';
import { LogHeader } from './log-header';
import { LogLoss, UnreadableLog } from './log-notices';
import styles from './log-page.module.css';
import { NoGrants } from './no-grants';
import { OpenedPane } from './opened-pane';
import { useShownRows } from './use-shown-rows';
import { SavedProofField, useVerify, type Verify, VerifyLine } from './verify-control';

export interface LogPageProps {
  /** Every grant that was read so far; null until the first are there. */
  grants: readonly Grant[] | null;
  /** Tells whether those are all. */
  complete: boolean;
  /** Other admins' logs that were merged, and their grants. */
  merged?: readonly MergedLog[];
  /** Says how far the grants are rebuilt from their entries; null where they are not being rebuilt. */
  rebuilding?: { done: number; of: number } | null;
  /** Says why the log cannot be read; null where it can. */
  trouble: string | null;
  /** The number of the log's last entry; 0 where it is empty. */
  entries: number;
  /** Says what is missing from the log as it was remembered elsewhere, in a sentence; null where nothing is. */
  loss: string | null;
  opened: Opened | null;
  /** `replace`: the admin moves on from grant to grant, which does not go into the tab's history. */
  onNavigate: (place: LogLink, replace: boolean) => void;
  /** `view`: the ids of the grants that the filters leave, in their order; null where nothing is filtered. */
  onExport: (view: readonly string[] | null) => void;
  verify: Verify;
  ticketLink: string;
  now: Date;
  optionsUrl: string;
  /** Saves every stored entry where the log cannot be opened, as after an upgrade that failed. */
  onRescue?: () => void;
  /** Opens backup, restore, import and forgetting. */
  onData?: () => void;
  /** Says where the log is kept, and whether it is time to export it. */
  backupStatus?: BackupStatus;
  /** Says what to do about the loss, step by step. */
  lossTodo?: readonly string[];
  /** The admin has seen to the loss. */
  onLossSeen?: () => void;
  /** The dialog of the export. */
  children?: ReactNode;
}

/** Shows the log: every grant, searched, filtered and sorted; one of them with its entries; export and verification. */
export function LogPage(props: LogPageProps) {
  const { grants, complete, merged = noLogs, trouble, entries, loss, opened, onNavigate, ticketLink, now } = props;
  const { all, shown, filtered, vendors, figures, filter, onFilter, sort, onSort } = useShownRows(
    grants,
    complete,
    merged,
    now,
  );
  const verifying = useVerify(props.verify);
  const [takesFocus, setTakesFocus] = useState(false);
  const [hasRoom] = useState(isRoomy);
  const page = useRef<HTMLDivElement>(null);

  const empty = grants !== null && complete && all === 0;
  const openGrant = opened?.kind === 'grant' ? keyOf(opened.grant.id, opened.merged?.log) : null;

  const open = useCallback(
    (id: string, { browsing, keyboard }: { browsing: boolean; keyboard: boolean }) => {
      setTakesFocus(!browsing && (keyboard || !isWide()));
      const [grant = '', log] = id.split('@');
      onNavigate({ grant, ...(log === undefined ? {} : { log }) }, browsing);
    },
    [onNavigate],
  );

  function close() {
    onNavigate(null, false);
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
      onFilter({ ...filter, search: '' });
    } else if (opened) close();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the pane from wherever the focus is
    <div ref={page} className={styles.page} data-opened={opened ? '' : undefined} onKeyDown={onKeyDown}>
      <LogHeader
        grants={complete ? all : null}
        entries={entries}
        backupStatus={props.backupStatus}
        optionsUrl={props.optionsUrl}
        verifying={verifying}
        onData={props.onData}
        onExport={() => props.onExport(filtered ? shown.flatMap((row) => (row.merged ? [] : row.grant.id)) : null)}
      />
      {!empty && (
        <GrantsToolbar
          filter={filter}
          onFilter={onFilter}
          vendors={vendors}
          merged={merged}
          left={filtered ? { shown: shown.length, all } : null}
        />
      )}
      <main className={styles.main}>
        {loss && (
          <div className={styles.notice}>
            <LogLoss loss={loss} todo={props.lossTodo} onSeen={props.onLossSeen} />
          </div>
        )}
        {props.rebuilding && (
          <div className={styles.notice}>
            <Rebuilding {...props.rebuilding} />
          </div>
        )}
        {props.backupStatus?.suggestion && trouble === null && (
          <div className={styles.notice}>
            <Notice tone="warn" title="Time for an export">
              <p>{props.backupStatus.suggestion}</p>
            </Notice>
          </div>
        )}
        {(entries > 0 || all > 0) && (
          <div className={styles.proof}>
            <SavedProofField state={verifying} />
          </div>
        )}
        <VerifyLine state={verifying} total={entries} />
        {trouble === null && all > 0 && figures === null && <PicturePlaceholder open={hasRoom} />}
        {trouble === null && figures && figures.total > 0 && (
          <GrantsPicture figures={figures} filtered={filtered} open={hasRoom} />
        )}
        <div className={styles.content}>
          {trouble !== null ? (
            <div className={styles.empty}>
              <UnreadableLog trouble={trouble} onRescue={props.onRescue} />
            </div>
          ) : grants === null ? (
            <p className={styles.loading}>Reading the log…</p>
          ) : empty && loss !== null ? (
            <div className={styles.empty}>
              <EmptyState icon={ShieldAlert} title="The grants of this log are not here any more." />
            </div>
          ) : empty ? (
            <NoGrants />
          ) : (
            <GrantsTable
              rows={shown}
              sort={sort}
              onSort={onSort}
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
                      <Button size="small" onClick={() => onFilter(noFilter)}>
                        Clear search and filters
                      </Button>
                    }
                  />
                </div>
              )}
            </GrantsTable>
          )}
          {opened && (
            <OpenedPane
              opened={opened}
              last={entries}
              ticketLink={ticketLink}
              now={now}
              takesFocus={takesFocus}
              onClose={close}
            />
          )}
        </div>
      </main>
      {props.children}
    </div>
  );
}

const noLogs: readonly MergedLog[] = [];

const isWide = () => matchMedia('(width >= 860px)').matches;

/** Tells whether the picture leaves enough of the page to the table. */
const isRoomy = () => matchMedia('(width >= 860px) and (height >= 700px)').matches;
