import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { BackupSection, type BackupSectionProps } from './backup-section';
import styles from './data-dialog.module.css';
import { EraseSection, type EraseSectionProps } from './erase-section';
import { ImportSection, type ImportSectionProps } from './import-section';
import { useJobs } from './job';
import { RestoreSection, type RestoreSectionProps } from './restore-section';

/** Names everything that is done to the whole log, by the section that asks for it. */
type DataActions = Omit<
  BackupSectionProps & RestoreSectionProps & ImportSectionProps & EraseSectionProps,
  'jobs' | 'status'
>;

export interface DataDialogProps extends DataActions {
  open: boolean;
  onClose: () => void;
  backupStatus: BackupSectionProps['status'];
}

/** Shows the dialog `Backup and import`: a section per job, of which one runs at a time. */
export function DataDialog({ open, onClose, backupStatus, ...actions }: DataDialogProps) {
  const { jobs, status, clear } = useJobs();

  // biome-ignore lint/correctness/useExhaustiveDependencies: what became of the last job is cleared when the dialog opens, and only then
  useEffect(() => {
    if (open) clear();
  }, [open]);

  return (
    <Dialog open={open} title="Backup and import" onClose={onClose} footer={<Button onClick={onClose}>Close</Button>}>
      <div className={styles.body}>
        {status}
        <BackupSection {...actions} jobs={jobs} status={backupStatus} />
        <RestoreSection {...actions} jobs={jobs} />
        <ImportSection {...actions} jobs={jobs} />
        <EraseSection {...actions} jobs={jobs} />
      </div>
    </Dialog>
  );
}
