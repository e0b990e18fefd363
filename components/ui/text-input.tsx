import type { ComponentProps } from 'react';
import controls from './control.module.css';
import { cx } from './cx';

/** Shows a line of text. Nothing is completed, corrected or capitalised for the admin unless asked for. */
export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input
      type="text"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      {...rest}
      className={cx(controls.control, className)}
    />
  );
}
