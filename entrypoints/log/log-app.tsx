import { useState } from 'react';
import { ExportDialog } from '@/components/export/export-dialog';
import { KeepDialog } from '@/components/log/keep-dialog';
import { LogPage } from '@/components/log/log-page';
import { verifyLog } from '@/components/log/verify-log';
import { browser } from '@/lib/browser';
import { dateOf } from '@/lib/domain/calendar';
import { signatureChecker } from '@/lib/domain/checkpoint';
import type { Grant } from '@/lib/domain/grant';
import { defaultSettings } from '@/lib/domain/settings';
import { formats } from '@/lib/exports/formats';
import { essentialColumns, grantColumns } from '@/lib/exports/grant-columns';
import { useNow } from '@/lib/react/use-now';
import { useSettings } from '@/lib/react/use-settings';
import { db } from '@/lib/storage/db';
import { readHead } from '@/lib/storage/head';
import { exportLog } from './export-log';
import { backUp, forget, importAccounts, previewAccounts, takeIn } from './keep';
import { entriesAfter } from './log-store';
import { saveRescued } from './rescue';
import { useExportColumns } from './use-export-columns';
import { useExportPreset } from './use-export-preset';
import { useKeeping, useNoticedLoss } from './use-keeping';
import { useFirstDay, useGrantFeed, useLogState, useLoss, useMergedLogs, useOpened } from './use-log';
import { usePlace } from './use-place';

const optionsUrl = browser.runtime.getURL('/options.html');
const { version } = browser.runtime.getManifest();
const allColumns = grantColumns.map(({ header }) => header);

const nameOf = ({ ticket, email }: Grant) => `${ticket}, ${email ?? 'a forgotten person'}`;

/** The log page, wired to the database, the settings and the background. */
export function LogApp() {
  const feed = useGrantFeed();
  const merged = useMergedLogs();
  const { entries, loss: lossBefore } = useLogState();
  const loss = useLoss(entries);
  const [place, goTo] = usePlace();
  const opened = useOpened(place);
  const settings = useSettings();
  const now = useNow();
  const [preset, dropPreset] = useExportPreset();
  const [exporting, setExporting] = useState(preset !== null);
  const [view, setView] = useState<readonly string[] | null>(null);
  const [columns, setColumns] = useExportColumns();
  const [keepOpen, setKeepOpen] = useState(false);
  const keeping = useKeeping(entries);
  const noticed = useNoticedLoss();
  const firstDay = useFirstDay(entries > 0);

  return (
    <LogPage
      {...feed}
      merged={merged}
      entries={entries}
      loss={noticed?.what ?? loss ?? lossBefore}
      {...(noticed ? { lossTodo: noticed.todo, onLossSettled: noticed.settle } : {})}
      onKeep={() => setKeepOpen(true)}
      onRescue={() => void saveRescued(new Date())}
      opened={place && opened}
      onPlace={goTo}
      onExport={(shown) => {
        setView(shown);
        setExporting(true);
      }}
      verify={async (onProgress, signal, witness) =>
        verifyLog(
          {
            head: await readHead(),
            read: (after, limit) => entriesAfter(db, after, limit),
            checkSignature: signatureChecker(crypto.subtle),
            witness,
          },
          onProgress,
          signal,
        )
      }
      ticketLink={settings?.ticketLink ?? ''}
      now={now}
      optionsUrl={optionsUrl}
    >
      <ExportDialog
        open={exporting}
        formats={formats}
        grants={feed.grants?.length ?? 0}
        entries={entries}
        view={view}
        grant={opened?.kind === 'grant' && !opened.merged ? { id: opened.grant.id, name: nameOf(opened.grant) } : null}
        days={{ from: firstDay ?? dateOf(now), to: dateOf(now) }}
        allColumns={allColumns}
        essentialColumns={essentialColumns}
        columns={columns}
        onColumns={setColumns}
        deliver={(order, how, onProgress, signal) =>
          exportLog({ db, settings: settings ?? defaultSettings, version }, order, how, onProgress, signal)
        }
        preset={preset}
        onClose={() => {
          setExporting(false);
          dropPreset();
        }}
      />
      <KeepDialog
        open={keepOpen}
        onClose={() => setKeepOpen(false)}
        keeping={keeping}
        backUp={() => backUp(db)}
        takeIn={(file, onProgress) => takeIn(db, file, onProgress)}
        preview={(file, ticket) => previewAccounts(file, ticket, settings ?? defaultSettings)}
        importAccounts={importAccounts}
        forget={forget}
      />
    </LogPage>
  );
}
