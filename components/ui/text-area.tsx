import type { ComponentProps } from 'react';
import controls from './control.module.css';
import { cx } from './cx';

/** Shows some lines of text; grows with what is typed where the browser can. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={2} autoComplete="off" {...rest} className={cx(controls.control, controls.area, className)} />;
}
