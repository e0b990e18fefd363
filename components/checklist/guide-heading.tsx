import type { ReactNode } from 'react';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { ChecklistView } from '@/lib/domain/checklist';
import type { Grant } from '@/lib/domain/grant';
import styles from './guide-heading.module.css';

interface GuideHeadingProps {
  grant: Grant;
  /** Vendor, and where the page was recognised. */
  where: string;
  view: ChecklistView;
  level?: 1 | 2;
  /** Controls at the end of the first line. */
  aside?: ReactNode;
}

/** Whose access this is, under which ticket, and how far it is. */
export function GuideHeading({ grant, where, view, level = 1, aside }: GuideHeadingProps) {
  const Heading = `h${level}` as const;
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <Heading className={styles.heading}>
          <span className={styles.ticket}>{grant.ticket}</span>{' '}
          <span className={styles.email}>{grant.email ?? 'a forgotten person'}</span>
        </Heading>
        {aside}
      </div>
      <p className={styles.where}>
        <span>{where}</span>
        <span className={styles.count} aria-hidden="true">
          {view.done} of {view.total}
        </span>
      </p>
      <ProgressBar label="Checklist progress" value={view.done} max={view.total} />
    </header>
  );
}
