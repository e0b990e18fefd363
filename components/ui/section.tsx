import { type ReactNode, useId } from 'react';
import { cx } from './cx';
import styles from './section.module.css';

interface SectionProps {
  /** The heading, and the accessible name of the region. */
  title: string;
  /** Says what stands at the end of the heading's line. */
  aside?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}

/** Shows a named region of a page with its heading. */
export function Section({ title, aside, className, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cx(styles.section, className)}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
