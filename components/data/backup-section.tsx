import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { BackupStatus } from '@/lib/domain/log/loss';
import type { Outcome } from '@/lib/domain/log/outcome';
import { JobSection, type Jobs } from './job';

export interface BackupSectionProps {
  jobs: Jobs;
  status: BackupStatus;
  backUp: () => Promise<Outcome>;
  /** Saves the page that checks a file where nothing is installed. */
  saveVerifyPage: () => Promise<Outcome>;
}

/** Saves the log as a file, and the page that checks such a file. */
export function BackupSection({ jobs: { busy, run }, status, backUp, saveVerifyPage }: BackupSectionProps) {
  return (
    <>
      <JobSection title="Backup">
        <p>
          {status.lastExport} {status.storage}
        </p>
        {status.suggestion && <Notice tone="warn">{status.suggestion}</Notice>}
        <Button disabled={busy} onClick={() => void run('Writing the backup…', backUp)}>
          Back up
        </Button>
      </JobSection>
      <JobSection title="For whoever checks a file">
        <p>
          One page that verifies a backup or a JSON Lines export from a disk, with nothing installed and no network.
          Hand it out with the file.
        </p>
        <Button disabled={busy} onClick={() => void run('Saving the page…', saveVerifyPage)}>
          Save verify page
        </Button>
      </JobSection>
    </>
  );
}
