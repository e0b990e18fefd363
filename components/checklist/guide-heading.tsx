import type { ReactNode } from 'react';
import { Breakable } from '@/components/ui/breakable';
import { ProgressBar } from '@/components/ui/progress-bar';
import { StatusBadge } from '@/components/ui/status-badge';
import type { ChecklistView } from '@/lib/domain/grant/checklist';
import { type Grant, invitationExpires, isPending, statusOf } from '@/lib/domain/grant/grant';
import { age, exactTime } from '@/lib/domain/values/time-text';
import styles from './guide-heading.module.css';

interface GuideHeadingProps {
  grant: Grant;
  /** Vendor, and where the page was recognised. */
  where: string;
  view: ChecklistView;
  /** Says how long the vendor's invitations last; null where it does not say. */
  invitationDays: number | null;
  now: Date;
  level?: 1 | 2;
  /** Controls at the end of the first line. */
  aside?: ReactNode;
}

/** Shows whose access this is, under which ticket, and how far it is. */
export function GuideHeading({ grant, where, view, invitationDays, now, level = 1, aside }: GuideHeadingProps) {
  const Heading = `h${level}` as const;
  const expires = isPending(grant) ? invitationExpires(grant, invitationDays) : null;
  return (
    <header className={styles.header}>
      <Heading className={styles.heading}>
        <span className={styles.ticket}>{grant.ticket}</span>{' '}
        <span className={styles.email}>
          <Breakable text={grant.email ?? 'a forgotten person'} />
        </span>
      </Heading>
      <div className={styles.corner}>
        <StatusBadge status={statusOf(grant, now, invitationDays)} />
        {aside}
      </div>
      <p className={styles.where}>
        <span>{where}</span>
        <span className={styles.count} aria-hidden="true">
          {view.done} of {view.total}
        </span>
      </p>
      {expires && (
        <p className={styles.expires}>
          The invitation {expires > now ? 'expires' : 'expired'}{' '}
          <time dateTime={expires.toISOString()} title={exactTime(expires)}>
            {age(expires, now)}
          </time>
          .
        </p>
      )}
      <ProgressBar label="Checklist progress" value={view.done} max={view.total} />
    </header>
  );
}
