import { ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import styles from './disclosure.module.css';

interface DisclosureProps {
  summary: ReactNode;
  /** Opens it when this becomes true, and closes it when it becomes false; the reader may do otherwise in between. */
  when?: boolean;
  children: ReactNode;
}

/** Shows something on demand: a native `<details>`. */
export function Disclosure({ summary, when = false, children }: DisclosureProps) {
  const [open, setOpen] = useState(when);
  useEffect(() => setOpen(when), [when]);
  return (
    <details className={styles.details} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <ChevronRight size={14} aria-hidden="true" className={styles.chevron} />
        {summary}
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
