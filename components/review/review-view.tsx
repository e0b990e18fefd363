import type { ComponentProps } from 'react';
import type { Finding, PendingInvitation, Review } from '@/lib/domain/review';
import { FindingsList } from './findings-list';
import { PendingList } from './pending-list';
import styles from './review-view.module.css';
import { ReviewsList } from './reviews-list';
import { type PageReading, RosterPanel } from './roster-panel';

export interface ReviewViewProps {
  reading: PageReading | null;
  busy: boolean;
  problem: string | null;
  pending: readonly PendingInvitation[] | undefined;
  findings: readonly Finding[];
  reviews: readonly Review[] | undefined;
  vendorName: (id: string) => string;
  ticketLink: string;
  now: Date;
  onRead: () => void;
  beyond?: ComponentProps<typeof RosterPanel>['beyond'];
}

/** The side panel's `Review` tab: what waits, what differs, what is due. */
export function ReviewView(props: ReviewViewProps) {
  const { reading, busy, problem, pending, findings, reviews, vendorName, ticketLink, now, onRead } = props;
  return (
    <div className={styles.review}>
      <RosterPanel
        {...{ reading, busy, problem, vendorName, onRead }}
        {...(props.beyond ? { beyond: props.beyond } : {})}
      />
      <PendingList {...{ pending, vendorName, ticketLink, now }} />
      <FindingsList {...{ reading, findings, vendorName, ticketLink }} />
      <ReviewsList {...{ reviews, vendorName, ticketLink }} />
    </div>
  );
}
