import { useState } from 'react';
import { ExportDialog } from '@/components/export/export-dialog';
import { LogPage } from '@/components/log/log-page';
import { verifyLog } from '@/components/log/verify-log';
import { browser } from '@/lib/browser';
import { formats } from '@/lib/exports/formats';
import { useNow } from '@/lib/react/use-now';
import { useSettings } from '@/lib/react/use-settings';
import { db } from '@/lib/storage/db';
import { readHead } from '@/lib/storage/head';
import { exportLog } from './export-log';
import { entriesAfter } from './log-store';
import { useGrantFeed, useLogState, useLoss, useOpened } from './use-log';
import { usePlace } from './use-place';

const optionsUrl = browser.runtime.getURL('/options.html');

/** The log page, wired to the database, the settings and the background. */
export function LogApp() {
  const feed = useGrantFeed();
  const { entries, loss: lossBefore } = useLogState();
  const loss = useLoss();
  const [place, goTo] = usePlace();
  const opened = useOpened(place);
  const settings = useSettings();
  const now = useNow();
  const [exporting, setExporting] = useState(false);

  return (
    <LogPage
      {...feed}
      entries={entries}
      loss={loss ?? lossBefore}
      opened={place && opened}
      onPlace={goTo}
      onExport={() => setExporting(true)}
      verify={async (onProgress, signal) =>
        verifyLog(
          { head: await readHead(), read: (after, limit) => entriesAfter(db, after, limit) },
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
        download={(format, onProgress, signal) => exportLog(db, format, onProgress, signal)}
        onClose={() => setExporting(false)}
      />
    </LogPage>
  );
}
