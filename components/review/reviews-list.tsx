import { CalendarCheck2, CalendarClock, CalendarPlus, TriangleAlert, UserMinus } from 'lucide-react';
import { DateText } from '@/components/ui/date-text';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { Badge } from '@/components/ui/status-badge';
import type { Grant } from '@/lib/domain/grant/grant';
import type { Campaign } from '@/lib/domain/review/campaign';
import type { Review } from '@/lib/domain/review/review';
import { quantity } from '@/lib/domain/values/quantity';
import { exportLink } from '@/lib/exports/export-link';
import { Campaigns } from './campaigns';
import { decideAction } from './decide-action';
import { DueTimeline } from './due-timeline';
import { GrantLine } from './grant-line';
import type { ReviewActions } from './review-actions';
import { Acts } from './row-actions';
import styles from './rows.module.css';
import { useSome } from './use-more-rows';

// How far ahead the list looks, days.
const horizon = 30;

/** Says when something is due, from today. */
function dueText({ days: left }: Review): string {
  if (left === 0) return 'today';
  return left < 0 ? `${quantity(-left, 'day')} ago` : `in ${quantity(left, 'day')}`;
}

interface ReviewsListProps {
  /** The most urgent first; undefined until they were read. */
  reviews: readonly Review[] | undefined;
  /** Removals that no list has proven yet. */
  removals?: readonly Review[] | undefined;
  grants?: readonly Grant[] | undefined;
  campaigns?: readonly Campaign[];
  /** Tells whether the admin at work granted it. */
  isOwn?: (grant: Grant) => boolean;
  actions?: Pick<ReviewActions, 'onDecide' | 'onStartCampaign' | 'onFinishCampaign'>;
  vendorName: (id: string) => string;
  ticketLink: string;
  /** Today, for the picture of the coming year; none is drawn without it. */
  now?: Date;
}

/**
 * Shows temporary access that ended or ends soon, access whose review is due, and removals that are still to be proven.
 */
export function ReviewsList(props: ReviewsListProps) {
  const {
    reviews,
    removals = [],
    grants = [],
    campaigns = [],
    isOwn = () => false,
    actions,
    vendorName,
    ticketLink,
    now,
  } = props;
  const due = reviews && [...removals, ...reviews.filter(({ days: left, grant }) => left <= horizon && !grant.removal)];
  const { some, more } = useSome(due ?? []);
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
            'Access appears here before it ends, and as often as your review policy says.'
          )}
        </EmptyState>
      )}
      {due && due.length > 0 && (
        <ul className={styles.list} aria-label="Reviews due">
          {some.map((review) => (
            <li key={`${review.kind} ${review.grant.id}`} className={styles.row}>
              <div className={styles.main}>
                <GrantLine grant={review.grant} ticketLink={ticketLink} vendor={vendorName(review.grant.vendor)} />
                <p className={styles.about}>
                  {review.kind === 'ended' ? 'Remove it at the vendor: Grantbook cannot.' : `${review.because}.`}
                </p>
              </div>
              <div className={styles.side}>
                <State review={review} />
                <DateText date={review.due} />
                <span className={review.days < 0 ? styles.urgent : undefined}>{dueText(review)}</span>
                {review.kind !== 'removal' && (
                  <a
                    href={exportLink('icalendar', review.grant.id)}
                    target="_blank"
                    rel="noreferrer"
                    className={styles.calendar}
                    aria-label={`Calendar file for ${review.grant.email ?? review.grant.ticket}`}
                  >
                    <CalendarPlus size={12} aria-hidden="true" /> Calendar file
                  </a>
                )}
              </div>
              {actions && review.kind !== 'removal' && (
                <Acts
                  about={review.grant.email ?? review.grant.ticket}
                  acts={[decideAction(review.grant, null, isOwn(review.grant), actions)]}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {more}
      {actions && <Campaigns {...{ campaigns, grants, isOwn, actions, vendorName, ticketLink }} />}
      {now && reviews && reviews.length > 0 && <DueTimeline reviews={reviews} now={now} />}
      {reviews && reviews.length > 0 && (
        <a href={exportLink('icalendar')} target="_blank" rel="noreferrer" className={styles.calendar}>
          <CalendarPlus size={12} aria-hidden="true" /> Calendar file of all days
        </a>
      )}
    </Section>
  );
}

function State({ review }: { review: Review }) {
  if (review.kind === 'removal') {
    return (
      <Badge icon={UserMinus} tone="warn">
        To be proven
      </Badge>
    );
  }
  return review.days < 0 ? (
    <Badge icon={TriangleAlert} tone="danger">
      Overdue
    </Badge>
  ) : (
    <Badge icon={CalendarClock} tone="warn">
      {review.kind === 'review' ? 'Review' : 'Ends'}
    </Badge>
  );
}
