import type { ComponentProps } from 'react';
import type { Trouble } from '@/lib/domain/grant/checklist';
import type { Grant } from '@/lib/domain/grant/grant';
import type { Campaign } from '@/lib/domain/review/campaign';
import type { Finding } from '@/lib/domain/review/findings';
import type { PendingInvitation, Review } from '@/lib/domain/review/review';
import { FindingsList } from './findings-list';
import { PendingList } from './pending-list';
import type { ReviewActions } from './review-actions';
import styles from './review-view.module.css';
import { ReviewsList } from './reviews-list';
import { type PageReading, RosterPanel } from './roster-panel';
import { SnapshotChanges } from './snapshot-changes';

interface ReviewViewProps {
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
  onDescribe?: ComponentProps<typeof RosterPanel>['onDescribe'];
  /** Everything below belongs to what can be done; without `actions` the view only tells. */
  actions?: ReviewActions;
  awaiting?: readonly Grant[] | undefined;
  nextOf?: (grant: Grant) => string;
  removals?: readonly Review[];
  grants?: readonly Grant[];
  campaigns?: readonly Campaign[];
  purposes?: readonly { id: string; label: string }[];
  troublesOf?: (grant: Grant) => readonly Trouble[];
  isOwn?: (grant: Grant) => boolean;
  /** What changed since a list that the log holds. */
  before?: ComponentProps<typeof SnapshotChanges> | null;
}

/** The side panel's `Review` tab: what waits, what differs, what is due. */
export function ReviewView(props: ReviewViewProps) {
  const { reading, busy, problem, pending, findings, reviews, vendorName, ticketLink, now, onRead } = props;
  const { actions, awaiting, removals, grants, campaigns, purposes, troublesOf, nextOf, isOwn, before } = props;
  const can = actions ? { actions } : {};
  return (
    <div className={styles.review}>
      <RosterPanel
        {...{ reading, busy, problem, vendorName, onRead }}
        {...(props.beyond ? { beyond: props.beyond } : {})}
        {...(props.onDescribe ? { onDescribe: props.onDescribe } : {})}
      />
      {before && <SnapshotChanges {...before} />}
      <PendingList
        {...{ pending, awaiting, vendorName, ticketLink, now, ...can }}
        {...(troublesOf ? { troublesOf } : {})}
        {...(nextOf ? { nextOf } : {})}
      />
      <FindingsList {...{ reading, findings, vendorName, ticketLink, ...can }} {...(purposes ? { purposes } : {})} />
      <ReviewsList
        {...{ reviews, vendorName, ticketLink, now, ...can }}
        {...(removals ? { removals } : {})}
        {...(grants ? { grants } : {})}
        {...(campaigns ? { campaigns } : {})}
        {...(isOwn ? { isOwn } : {})}
      />
    </div>
  );
}
