import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Shows text for those who hear the page. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <div className={styles.hidden}>{children}</div>;
}
