import { Clock3, MailCheck, MailX } from 'lucide-react';
import { Age } from '@/components/ui/date-text';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { Badge } from '@/components/ui/status-badge';
import { age, exactTime } from '@/components/ui/time';
import type { PendingInvitation } from '@/lib/domain/review';
import { GrantLine } from './grant-line';
import styles from './rows.module.css';

interface PendingListProps {
  /** The most urgent first; undefined until they were read. */
  pending: readonly PendingInvitation[] | undefined;
  vendorName: (id: string) => string;
  ticketLink: string;
  now: Date;
}

/** Invitations that nobody has accepted yet, with their age. */
export function PendingList({ pending, vendorName, ticketLink, now }: PendingListProps) {
  return (
    <Section title="Pending invitations">
      {pending?.length === 0 && (
        <EmptyState icon={MailCheck} title="No invitation is waiting for an answer.">
          One appears here when a page showed it, or you confirmed that you sent it.
        </EmptyState>
      )}
      {pending && pending.length > 0 && (
        <ul className={styles.list} aria-label="Pending invitations">
          {pending.map(({ grant, sent, expires, lapsed }) => (
            <li key={grant.id} className={styles.row}>
              <div className={styles.main}>
                <GrantLine grant={grant} ticketLink={ticketLink} vendor={vendorName(grant.vendor)} />
                <p className={styles.about}>{grant.role ?? 'Role not seen yet'}</p>
              </div>
              <div className={styles.side}>
                {lapsed ? (
                  <Badge icon={MailX} tone="warn">
                    Expired
                  </Badge>
                ) : (
                  <Badge icon={Clock3} tone="info">
                    Pending
                  </Badge>
                )}
                <span>
                  Sent <Age at={sent} now={now} />
                </span>
                {expires && (
                  <time
                    dateTime={expires.toISOString()}
                    title={exactTime(expires)}
                    className={lapsed ? styles.urgent : styles.soon}
                  >
                    {lapsed ? 'Expired' : 'Expires'} {age(expires, now)}
                  </time>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
