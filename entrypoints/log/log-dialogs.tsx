import { DataDialog } from '@/components/data/data-dialog';
import { ExportDialog } from '@/components/export/export-dialog';
import { browser } from '@/lib/browser';
import type { Grant } from '@/lib/domain/grant/grant';
import type { BackupStatus } from '@/lib/domain/log/loss';
import { type DateOnly, dateOf } from '@/lib/domain/values/calendar';
import type { Settings } from '@/lib/domain/values/settings';
import { formats } from '@/lib/exports/formats';
import { essentialColumns, grantColumns } from '@/lib/exports/grant-columns';
import { backUp } from '@/lib/log/backup';
import { erasePerson } from '@/lib/log/erase-person';
import { exportLog } from '@/lib/log/export-log';
import { importAccounts, previewAccounts } from '@/lib/log/import-accounts';
import { restoreFile } from '@/lib/log/restore';
import { saveVerifyPage } from '@/lib/log/save-verify-page';
import { useExportColumns } from '@/lib/react/use-export-columns';
import { useExportPreset } from '@/lib/react/use-export-preset';
import { db } from '@/lib/storage/db';

const { version } = browser.runtime.getManifest();
const allColumns = grantColumns.map(({ header }) => header);

const nameOf = ({ ticket, email }: Grant) => `${ticket}, ${email ?? 'a forgotten person'}`;

/** Says why the export is open: somebody asked for it, or the page's address does. */
export type Exporting = 'asked' | 'linked' | null;

interface LogDialogsProps {
  exporting: Exporting;
  onExported: () => void;
  dataOpen: boolean;
  backupStatus: BackupStatus;
  onDataClosed: () => void;
  /** The count of grants in the log. */
  grants: number;
  entries: number;
  /** The ids of the grants that the filters leave; null where nothing is filtered. */
  view: readonly string[] | null;
  /** The grant that is open beside the table. */
  grant: Grant | null;
  firstDay: DateOnly | null;
  now: Date;
  settings: Settings;
}

/** Shows what the log page opens on demand: the export; backup, import and forgetting. */
export function LogDialogs({
  exporting,
  onExported,
  dataOpen,
  backupStatus,
  onDataClosed,
  grant,
  firstDay,
  now,
  settings,
  ...log
}: LogDialogsProps) {
  const [preset, dropPreset] = useExportPreset();
  const [columns, setColumns] = useExportColumns();
  return (
    <>
      <ExportDialog
        {...log}
        open={exporting === 'asked' || (exporting === 'linked' && preset !== null)}
        formats={formats}
        grant={grant && { id: grant.id, name: nameOf(grant) }}
        days={{ from: firstDay ?? dateOf(now), to: dateOf(now) }}
        allColumns={allColumns}
        essentialColumns={essentialColumns}
        columns={columns}
        onColumns={setColumns}
        deliver={(order, how, onProgress, signal) =>
          exportLog({ db, settings, version }, order, how, onProgress, signal)
        }
        preset={preset}
        onClose={() => {
          onExported();
          dropPreset();
        }}
      />
      <DataDialog
        open={dataOpen}
        onClose={onDataClosed}
        backupStatus={backupStatus}
        backUp={() => backUp(db)}
        saveVerifyPage={saveVerifyPage}
        restoreFile={(file, onProgress) => restoreFile(db, file, onProgress)}
        previewAccounts={(file, ticket) => previewAccounts(file, ticket, settings)}
        importAccounts={importAccounts}
        erasePerson={erasePerson}
      />
    </>
  );
}
