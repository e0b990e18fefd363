import { Archive, Download, Settings2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { BackupStatus } from '@/lib/domain/log/loss';
import { quantity } from '@/lib/domain/values/quantity';
import styles from './log-header.module.css';
import { VerifyButton, type VerifyState } from './verify-control';

interface LogHeaderProps {
  /** Says how many grants there are; null until all were read. */
  grants: number | null;
  entries: number;
  /** Says where the log is kept, and when it was exported. */
  backupStatus: BackupStatus | undefined;
  optionsUrl: string;
  verifying: VerifyState;
  /** Opens backup, restore, import and forgetting. */
  onData: (() => void) | undefined;
  onExport: () => void;
}

/**
 * Shows the title of the log page, how much the log holds and how it is kept, and what can be done with the whole of
 * it.
 */
export function LogHeader({ grants, entries, backupStatus, optionsUrl, verifying, onData, onExport }: LogHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.heading}>
        <h1>Grant log</h1>
        <p className={styles.size}>{grants !== null && sizeOf(grants, entries)}</p>
        {entries > 0 && backupStatus && (
          <p className={styles.kept}>
            {!backupStatus.suggestion && `${backupStatus.lastExport} `}
            {backupStatus.storage}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <a href={optionsUrl} className={styles.options}>
          <Settings2 size={14} aria-hidden="true" /> Options
        </a>
        {onData && (
          <Button icon={Archive} onClick={onData}>
            Backup and import
          </Button>
        )}
        <VerifyButton state={verifying} />
        <Button variant="primary" icon={Download} onClick={onExport}>
          Export log
        </Button>
      </div>
    </header>
  );
}

const sizeOf = (grants: number, entries: number) =>
  `${quantity(grants, 'grant')}, ${quantity(entries, 'entry', 'entries')}`;
