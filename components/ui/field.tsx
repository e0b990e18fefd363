import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

/** Holds what a control needs to belong to its label, hint and error. Spread it on the control. */
interface ControlProps {
  id: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
}

interface FieldProps {
  /** The control's accessible name, word for word. */
  label: string;
  hint?: ReactNode;
  /** One sentence: what is wrong and what to do. */
  error?: string | undefined;
  children: (control: ControlProps) => ReactNode;
}

/** Shows a label, its control, and beside it what helps or what is wrong. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** Shows what is wrong with a control, under it. */
export function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p id={id} className={styles.error}>
      <CircleAlert size={14} aria-hidden="true" className={styles.icon} />
      <span>{children}</span>
    </p>
  );
}
