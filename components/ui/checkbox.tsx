import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './checkbox.module.css';
import { cx } from './cx';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  /** The accessible name. */
  label: ReactNode;
  hint?: ReactNode;
}

/** Shows a checkbox with its label. */
export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <div className={cx(styles.row, className)}>
      <CheckMark {...rest} id={id} aria-describedby={hint ? `${id}-hint` : rest['aria-describedby']} />
      <div>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

/** Shows the box alone; its name must come from elsewhere. */
export function CheckMark({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return <input {...rest} type="checkbox" className={cx(styles.box, className)} />;
}
