import { Copy, Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Select } from '@/components/ui/select';
import { bytesText } from '@/lib/domain/values/bytes';
import { quantity } from '@/lib/domain/values/quantity';
import { type ExpectedSize, expectedSize } from '@/lib/exports/expected-size';
import { type ExportFormat, type Progress, type Selection, variantOf } from '@/lib/exports/export-format';
import type { ExportPreset } from '@/lib/exports/export-link';
import { type Exported, type ExportOrder, type Span, spanTrouble } from '@/lib/exports/export-order';
import { ColumnChoice } from './column-choice';
import styles from './export-dialog.module.css';
import { FormatChoice } from './format-choice';
import { SelectionChoice, type What } from './selection-choice';

export interface ExportDialogProps {
  open: boolean;
  formats: readonly ExportFormat[];
  grants: number;
  entries: number;
  /** The grants that the filtered view shows; null where nothing is filtered. */
  view: readonly string[] | null;
  /** The grant that is open beside the table; null where none is. */
  grant: { id: string; name: string } | null;
  /** The days from the first entry to today. */
  days: Span;
  /**
   * Says what is chosen when it opens: the format by its id, and one grant or everything. Left out: everything, in the
   * format of the last time.
   */
  preset?: ExportPreset | null;
  /** The headers of every column there is. */
  allColumns: readonly string[];
  /** Those that tell a grant in short. */
  essentialColumns: readonly string[];
  /** The chosen ones, remembered from the last time; null: all. */
  columns: readonly string[] | null;
  onColumns: (columns: readonly string[] | null) => void;
  /**
   * Writes the file and saves it, or copies it; throws an AbortError when aborted. `onProgress` tells how far it is.
   */
  deliver: (
    order: ExportOrder,
    how: 'download' | 'copy',
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ) => Promise<Exported>;
  onClose: () => void;
}

type Phase = { at: 'choosing' } | { at: 'writing'; progress: Progress | null } | { at: 'ended'; exported: Exported };

/** Chooses what is exported and how, and saves or copies it. Closing the dialog while it writes ends the writing. */
export function ExportDialog(props: ExportDialogProps) {
  const { open, onClose, formats, view, grant } = props;
  const [formatId, setFormatId] = useState(formats[0]?.id ?? '');
  const [what, setWhat] = useState<What>('everything');
  const [span, setSpan] = useState<Span>(props.days);
  const [personal, setPersonal] = useState(true);
  const [variants, setVariants] = useState<Readonly<Record<string, string>>>({});
  const [phase, setPhase] = useState<Phase>({ at: 'choosing' });
  const running = useRef<AbortController | null>(null);
  const format = formats.find(({ id }) => id === formatId);
  const variant = format ? variantOf(format, variants[formatId] ?? '') : '';
  const empty = props.entries === 0;
  const writing = phase.at === 'writing';
  const selection = selectionOf(what, props, span);
  const sizeOf = (one: ExportFormat) => selection && expectedSize({ ...props, format: one, selection, personal });
  const size = format ? sizeOf(format) : null;
  const large = format?.large && size && !size.atMost && size.bytes >= format.large.from ? format.large : null;
  const ready = !writing && !empty && format !== undefined && selection !== null;
  const days = useRef(props.days);
  days.current = props.days;
  const preset = props.preset;

  useEffect(() => {
    if (!open) {
      running.current?.abort();
      return;
    }
    setPhase({ at: 'choosing' });
    setWhat(preset?.what ?? 'everything');
    if (preset) setFormatId(preset.format);
    setSpan(days.current);
  }, [open, preset]);

  async function start(how: 'download' | 'copy') {
    if (!format || !selection) return;
    const run = new AbortController();
    running.current = run;
    const unlessAborted = (next: Phase) => {
      if (!run.signal.aborted) setPhase(next);
    };
    setPhase({ at: 'writing', progress: null });
    try {
      const exported = await props.deliver(
        { format, selection, personal, columns: format.columns ? props.columns : null, variant },
        how,
        (progress) => unlessAborted({ at: 'writing', progress }),
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

  /** A new choice: what the last export said does not hold for it. */
  function choose(change: () => void) {
    change();
    setPhase({ at: 'choosing' });
  }

  return (
    <Dialog
      open={open}
      title="Export log"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{phase.at === 'ended' && phase.exported.ok ? 'Done' : 'Cancel'}</Button>
          {format?.paste && (
            <Button icon={Copy} disabled={!ready} onClick={() => void start('copy')}>
              Copy
            </Button>
          )}
          <Button variant="primary" icon={Download} disabled={!ready} onClick={() => void start('download')}>
            Download
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <p className={styles.what}>
          {empty
            ? 'The log is empty: there is nothing to export yet.'
            : `The log holds ${quantity(props.grants, 'grant')} in ${quantity(props.entries, 'entry', 'entries')}.${personal ? ' The file holds personal data: share it only with those who may see the tickets.' : ''}`}
        </p>
        <SelectionChoice
          what={what}
          view={view?.length ?? null}
          grant={grant?.name ?? null}
          span={span}
          personal={personal}
          disabled={writing}
          onWhat={(next) => choose(() => setWhat(next))}
          onSpan={(next) => choose(() => setSpan(next))}
          onPersonal={(next) => choose(() => setPersonal(next))}
        />
        <FormatChoice
          formats={formats}
          chosen={formatId}
          sizeOf={(one) => sizeWords(sizeOf(one))}
          disabled={writing}
          onChoose={(id) => choose(() => setFormatId(id))}
        >
          {format?.variants && (
            <Field label={format.variants.label}>
              {(control) => (
                <Select
                  {...control}
                  value={variant}
                  disabled={writing}
                  onChange={({ target }) => choose(() => setVariants({ ...variants, [formatId]: target.value }))}
                >
                  {format.variants?.options.map(({ id, label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          {format?.columns && (
            <ColumnChoice
              all={props.allColumns}
              essential={props.essentialColumns}
              chosen={props.columns}
              disabled={writing}
              onChoose={(columns) => choose(() => props.onColumns(columns))}
            />
          )}
          {large && size && (
            <Notice tone="warn" role="status" title={`This file will be large: ${sizeWords(size)}`}>
              <p>{large.advice}</p>
            </Notice>
          )}
        </FormatChoice>
        <div aria-live="polite" className={styles.outcome}>
          {phase.at === 'ended' && <Outcome exported={phase.exported} />}
          {phase.at === 'writing' && <Writing progress={phase.progress} />}
        </div>
      </div>
    </Dialog>
  );
}

/** Returns what is to be exported; null where the days do not say it, or what was chosen is not there any more. */
function selectionOf(what: What, { view, grant }: ExportDialogProps, span: Span): Selection | null {
  switch (what) {
    case 'everything':
      return { what };
    case 'view':
      return view && { what, grants: view };
    case 'grant':
      return grant && { what, grant: grant.id };
    case 'dates':
      return spanTrouble(span) === null ? { what, ...span } : null;
  }
}

function Writing({ progress }: { progress: Progress | null }) {
  const { done, total, of } = progress ?? { done: 0, total: 0, of: 'entries' };
  return (
    <div className={styles.progress}>
      <span>
        {total > 0 ? `Writing: ${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${of}` : 'Writing'}
      </span>
      <ProgressBar label="Writing the file" value={done} max={total} />
    </div>
  );
}

function Outcome({ exported }: { exported: Exported }) {
  if (!exported.ok) return <Notice tone="danger">{exported.message}</Notice>;
  return (
    <Notice tone={exported.warning === null ? 'good' : 'warn'}>
      <p>
        {exported.fileName === null ? (
          'Copied: paste it where it belongs.'
        ) : (
          <>
            Saved as <bdi className={styles.file}>{exported.fileName}</bdi>
          </>
        )}
      </p>
      {exported.warning && <p>{exported.warning}</p>}
    </Notice>
  );
}

const sizeWords = (size: ExpectedSize | null) => size && `${size.atMost ? 'up to' : 'about'} ${bytesText(size.bytes)}`;
