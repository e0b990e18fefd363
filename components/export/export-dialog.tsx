import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { ExportFormat } from '@/lib/exports/export-format';
import styles from './export-dialog.module.css';
import { FormatChoice } from './format-choice';

/** What became of an export: the file's name, or a sentence on why there is none. `warning`: saved, but something is left to say. */
export type Exported = { ok: true; fileName: string; warning: string | null } | { ok: false; message: string };

export interface ExportDialogProps {
  open: boolean;
  formats: readonly ExportFormat[];
  grants: number;
  entries: number;
  /** Writes and saves the file; throws an AbortError when aborted. `onProgress` tells how many of how many grants or entries are written. */
  download: (
    format: ExportFormat,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ) => Promise<Exported>;
  onClose: () => void;
}

type Phase = { at: 'choosing' } | { at: 'writing'; done: number; total: number } | { at: 'ended'; exported: Exported };

/** Chooses a format and saves the log in it. Closing the dialog while it writes ends the writing. */
export function ExportDialog(props: ExportDialogProps) {
  const { open, onClose } = props;
  const [formatId, setFormatId] = useState(props.formats[0]?.id ?? '');
  const [phase, setPhase] = useState<Phase>({ at: 'choosing' });
  const running = useRef<AbortController | null>(null);
  const format = props.formats.find(({ id }) => id === formatId);
  const empty = props.entries === 0;

  useEffect(() => {
    if (open) setPhase({ at: 'choosing' });
    else running.current?.abort();
  }, [open]);

  async function start(chosen: ExportFormat) {
    const run = new AbortController();
    running.current = run;
    const unlessAborted = (next: Phase) => {
      if (!run.signal.aborted) setPhase(next);
    };
    setPhase({ at: 'writing', done: 0, total: 0 });
    try {
      const exported = await props.download(
        chosen,
        (done, total) => unlessAborted({ at: 'writing', done, total }),
        run.signal,
      );
      unlessAborted({ at: 'ended', exported });
    } catch (error) {
      unlessAborted({
        at: 'ended',
        exported: { ok: false, message: `The log could not be exported: ${(error as Error).message}` },
      });
    }
  }

  const writing = phase.at === 'writing';
  return (
    <Dialog
      open={open}
      title="Export log"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{phase.at === 'ended' && phase.exported.ok ? 'Done' : 'Cancel'}</Button>
          <Button
            variant="primary"
            icon={Download}
            disabled={writing || empty || !format}
            onClick={() => format && void start(format)}
          >
            Download
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <p className={styles.what}>
          {empty
            ? 'The log is empty: there is nothing to export yet.'
            : `The whole log: ${counted(props.grants, 'grant')} in ${props.entries === 1 ? '1 entry' : `${props.entries.toLocaleString('en')} entries`}. The file holds personal data: share it only with those who may see the tickets.`}
        </p>
        <FormatChoice
          formats={props.formats}
          chosen={formatId}
          disabled={writing}
          onChoose={(id) => {
            setFormatId(id);
            setPhase({ at: 'choosing' });
          }}
        />
        <div aria-live="polite">
          {phase.at === 'ended' && <Outcome exported={phase.exported} />}
          {writing && (
            <div className={styles.progress}>
              <span>
                {phase.total > 0
                  ? `Writing ${phase.done.toLocaleString('en')} of ${phase.total.toLocaleString('en')}`
                  : 'Writing'}
              </span>
              <ProgressBar label="Writing the file" value={phase.done} max={phase.total} />
            </div>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Outcome({ exported }: { exported: Exported }) {
  if (!exported.ok) return <Notice tone="danger">{exported.message}</Notice>;
  return (
    <Notice tone={exported.warning === null ? 'good' : 'warn'}>
      <p>
        Saved as <bdi className={styles.file}>{exported.fileName}</bdi>
      </p>
      {exported.warning && <p>{exported.warning}</p>}
    </Notice>
  );
}

const counted = (count: number, one: string) => `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`;
