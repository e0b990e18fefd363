import { lazy, Suspense, useEffect, useState } from 'react';
import { rowOf } from '@/components/log/grant-rows';
import { LogPage } from '@/components/log/log-page';
import { browser } from '@/lib/browser';
import type { Grant } from '@/lib/domain/grant/grant';
import { signatureChecker } from '@/lib/domain/log/checkpoint';
import { defaultSettings } from '@/lib/domain/values/settings';
import { isExportLink } from '@/lib/exports/export-link';
import { entriesAfter, storedGrants } from '@/lib/log/log-store';
import { saveRescued } from '@/lib/log/save-rescued';
import { verifyLog } from '@/lib/log/verify';
import { useBackupStatus, useNoticedLoss } from '@/lib/react/use-backup-status';
import { useFirstDay, useGrantFeed, useLogState, useLoss, useMergedLogs, useOpened } from '@/lib/react/use-log';
import { useLogLink } from '@/lib/react/use-log-link';
import { useNow } from '@/lib/react/use-now';
import { useRebuild } from '@/lib/react/use-rebuild';
import { useStored } from '@/lib/react/use-stored';
import { db } from '@/lib/storage/db';
import { stored } from '@/lib/storage/stored-values';
import type { Exporting } from './log-dialogs';

const optionsUrl = browser.runtime.getURL('/options.html');

/** Loads the dialogs, with every format of an export, after the log itself. */
const loadDialogs = () => import('./log-dialogs');
const LogDialogs = lazy(async () => ({ default: (await loadDialogs()).LogDialogs }));

/**
 * Wires the log page to the database, the settings and the background.
 *
 * @param props.first the grants to begin with; null where they were not read yet
 */
export function LogApp({ first }: { first: readonly Grant[] | null }) {
  const feed = useGrantFeed(first, rowOf);
  const merged = useMergedLogs();
  const { entries, loss: lossBefore } = useLogState();
  const loss = useLoss(entries);
  const [place, goTo] = useLogLink();
  const opened = useOpened(place);
  const settings = useStored(stored.settings);
  const now = useNow();
  const [exporting, setExporting] = useState<Exporting>(() => (isExportLink(location.search) ? 'linked' : null));
  const [view, setView] = useState<readonly string[] | null>(null);
  const [dataOpen, setDataOpen] = useState(false);
  const [wanted, setWanted] = useState(exporting !== null);
  const backupStatus = useBackupStatus(entries);
  const noticed = useNoticedLoss();
  const rebuilding = useRebuild();
  const firstDay = useFirstDay(entries > 0);

  // Loaded before anybody asks, so that a dialog opens at once, also without a disk.
  useEffect(() => {
    if (feed.complete) void loadDialogs();
  }, [feed.complete]);

  return (
    <LogPage
      {...feed}
      merged={merged}
      rebuilding={rebuilding}
      entries={entries}
      loss={noticed?.what ?? loss ?? lossBefore}
      {...(noticed ? { lossTodo: noticed.todo, onLossSeen: noticed.acknowledge } : {})}
      onData={() => {
        setDataOpen(true);
        setWanted(true);
      }}
      backupStatus={backupStatus}
      onRescue={() => void saveRescued(new Date())}
      opened={place && opened}
      onNavigate={goTo}
      onExport={(shown) => {
        setView(shown);
        setExporting('asked');
        setWanted(true);
      }}
      verify={async (onProgress, signal, savedProof) =>
        verifyLog(
          {
            head: await stored.head.read(),
            read: (after, limit) => entriesAfter(db, after, limit),
            grants: storedGrants(db),
            checkSignature: signatureChecker(crypto.subtle),
            savedProof,
          },
          onProgress,
          signal,
        )
      }
      ticketLink={settings?.ticketLink ?? ''}
      now={now}
      optionsUrl={optionsUrl}
    >
      {wanted && (
        <Suspense fallback={null}>
          <LogDialogs
            exporting={exporting}
            onExported={() => setExporting(null)}
            dataOpen={dataOpen}
            backupStatus={backupStatus}
            onDataClosed={() => setDataOpen(false)}
            grants={feed.grants?.length ?? 0}
            entries={entries}
            view={view}
            grant={opened?.kind === 'grant' && !opened.merged ? opened.grant : null}
            firstDay={firstDay}
            now={now}
            settings={settings ?? defaultSettings}
          />
        </Suspense>
      )}
    </LogPage>
  );
}
