import { Fragment, type ReactNode, useId } from 'react';
import type { ExportFormat } from '@/lib/exports/export-format';
import styles from './format-choice.module.css';

interface FormatChoiceProps {
  formats: readonly ExportFormat[];
  /** The id of the chosen one. */
  chosen: string;
  /** Says how large a file of a format will be, in words; null where nobody knows. */
  sizeOf: (format: ExportFormat) => string | null;
  disabled: boolean;
  onChoose: (id: string) => void;
  /** Says what is left to choose for the chosen one; stands right below it. */
  children?: ReactNode;
}

/** Marks what a dialog gives the focus to when it opens; React's `autoFocus` would act before it is open. */
const takeFirstFocus = (input: HTMLInputElement | null) => input?.setAttribute('autofocus', '');

/**
 * Shows the formats as native radio buttons, each with the sentence that says what it is for, and how large the file
 * will be.
 */
export function FormatChoice({ formats, chosen, sizeOf, disabled, onChoose, children }: FormatChoiceProps) {
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={`${id}-name`} className={styles.group}>
      <h3 id={`${id}-name`}>Format</h3>
      {formats.map((format) => (
        <Fragment key={format.id}>
          <label className={styles.choice}>
            <input
              type="radio"
              name={id}
              value={format.id}
              checked={format.id === chosen}
              disabled={disabled}
              ref={format.id === chosen ? takeFirstFocus : undefined}
              aria-labelledby={`${id}-${format.id}`}
              aria-describedby={`${id}-${format.id}-hint ${id}-${format.id}-size`}
              onChange={() => onChoose(format.id)}
              className={styles.radio}
            />
            <span id={`${id}-${format.id}`} className={styles.label}>
              {format.label}
            </span>
            <span id={`${id}-${format.id}-size`} className={styles.size}>
              {sizeOf(format)}
            </span>
            <span id={`${id}-${format.id}-hint`} className={styles.hint}>
              {format.hint}
            </span>
          </label>
          {format.id === chosen && children}
        </Fragment>
      ))}
    </div>
  );
}
