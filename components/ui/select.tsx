import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import controls from './control.module.css';
import { cx } from './cx';

/** Shows a native select. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={controls.select}>
      <select {...rest} className={cx(controls.control, className)}>
        {children}
      </select>
      <ChevronDown size={14} aria-hidden="true" className={controls.chevron} />
    </span>
  );
}
