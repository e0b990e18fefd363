import { ArrowUpRight } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from './cx';
import styles from './external-link.module.css';

/** Shows a link that opens a new tab, and looks like it. Its name is its text. */
export function ExternalLink({ className, children, ...rest }: ComponentProps<'a'>) {
  return (
    <a target="_blank" rel="noreferrer" {...rest} className={cx(styles.link, className)}>
      {children}
      <ArrowUpRight size={12} aria-hidden="true" className={styles.icon} />
    </a>
  );
}
