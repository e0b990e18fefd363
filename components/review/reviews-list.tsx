import { CalendarCheck2, CalendarClock, TriangleAlert } from 'lucide-react';
import { DateText } from '@/components/ui/date-text';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { Badge } from '@/components/ui/status-badge';
import type { Review } from '@/lib/domain/review';
import { GrantLine } from './grant-line';
import styles from './rows.module.css';

/** How far ahead the list looks, days. */
export const horizon = 30;

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

/** When something is due, from today. */
export function dueText({ days: left }: Review): string {
  if (left === 0) return 'today';
  return left < 0 ? `${days(-left)} ago` : `in ${days(left)}`;
}

interface ReviewsListProps {
  /** The most urgent first; undefined until they were read. */
  reviews: readonly Review[] | undefined;
  vendorName: (id: string) => string;
  ticketLink: string;
}

/** Temporary access that ended or ends soon, and access whose review is due. */
export function ReviewsList({ reviews, vendorName, ticketLink }: ReviewsListProps) {
  const due = reviews?.filter(({ days: left }) => left <= horizon);
  const next = reviews?.find(({ days: left }) => left > horizon);
  return (
    <Section title="Reviews due">
      {due?.length === 0 && (
        <EmptyState icon={CalendarCheck2} title={`Nothing is due in the next ${horizon} days.`}>
          {next ? (
            <>
              Next: {next.grant.ticket} on <DateText date={next.due} />.
            </>
          ) : (
            'Access appears here before it ends, and every 90 or 180 days.'
          )}
        </EmptyState>
      )}
      {due && due.length > 0 && (
        <ul className={styles.list} aria-label="Reviews due">
          {due.map((review) => (
            <li key={`${review.kind} ${review.grant.id}`} className={styles.row}>
              <div className={styles.main}>
                <GrantLine grant={review.grant} ticketLink={ticketLink} vendor={vendorName(review.grant.vendor)} />
                <p className={styles.about}>
                  {review.kind === 'ended' ? 'Remove it at the vendor: Grantbook cannot.' : `${review.because}.`}
                </p>
              </div>
              <div className={styles.side}>
                {review.days < 0 ? (
                  <Badge icon={TriangleAlert} tone="danger">
                    Overdue
                  </Badge>
                ) : (
                  <Badge icon={CalendarClock} tone="warn">
                    {review.kind === 'review' ? 'Review' : 'Ends'}
                  </Badge>
                )}
                <DateText date={review.due} />
                <span className={review.days < 0 ? styles.urgent : undefined}>{dueText(review)}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
