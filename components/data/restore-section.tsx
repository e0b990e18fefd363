import type { Outcome } from '@/lib/domain/log/outcome';
import { FileField, JobSection, type Jobs } from './job';

export interface RestoreSectionProps {
  jobs: Jobs;
  /** Restores a backup of this log, or merges another admin's. */
  restoreFile: (file: File, onProgress: (words: string) => void) => Promise<Outcome>;
}

/** Restores what is missing from a backup, or merges another admin's log. */
export function RestoreSection({ jobs: { busy, run }, restoreFile }: RestoreSectionProps) {
  return (
    <JobSection title="Restore or merge">
      <p>
        A backup of this log puts back what is missing, with the logs that were merged and the settings. Another admin’s
        backup or JSON Lines export stays theirs, beside yours. Every entry is verified first; nothing that is here is
        removed.
      </p>
      <FileField
        label="Backup or export"
        accept=".jsonl"
        disabled={busy}
        onFile={(file) => void run('Verifying the file…', (onProgress) => restoreFile(file, onProgress))}
      />
    </JobSection>
  );
}
