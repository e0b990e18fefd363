import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from './cx';
import { FieldError } from './field';
import fields from './field.module.css';
import styles from './fieldset.module.css';

interface FieldsetProps extends Omit<ComponentProps<'fieldset'>, 'children'> {
  /** The group's accessible name. */
  legend: string;
  hint?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
}

/** Shows controls that answer one question together. */
export function Fieldset({ legend, hint, error, className, children, ...rest }: FieldsetProps) {
  const id = useId();
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return (
    <fieldset {...rest} className={cx(styles.fieldset, className)} aria-describedby={described || undefined}>
      <legend className={styles.legend}>{legend}</legend>
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {hint && (
        <p id={`${id}-hint`} className={fields.hint}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
