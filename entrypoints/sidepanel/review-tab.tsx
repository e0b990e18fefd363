import { useMemo } from 'react';
import { FindingsList } from '@/components/review/findings-list';
import { PendingList } from '@/components/review/pending-list';
import { ReviewsList } from '@/components/review/reviews-list';
import { RosterPanel } from '@/components/review/roster-panel';
import type { Grant } from '@/lib/domain/grant/grant';
import {
  awaitingAccess,
  isOwnGrant,
  pendingInvitations,
  removalsToProve,
  reviewsDue,
} from '@/lib/domain/review/review';
import type { Settings } from '@/lib/domain/values/settings';
import { useCampaigns } from '@/lib/react/use-review-log';
import { generationFor, vendorOf } from '@/lib/vendors/registry';
import styles from './app.module.css';
import { EarlierLists } from './earlier-lists';
import { reviewActions } from './review-actions';
import { useComparison } from './use-comparison';
import { useReading } from './use-reading';

interface ReviewTabProps {
  grants: readonly Grant[] | undefined;
  settings: Settings;
  now: Date;
}

const generationOf = ({ vendor, generation }: Grant) => generationFor(vendor, generation);
const vendorName = (id: string) => vendorOf(id)?.name ?? id;
const invitationDays = (grant: Grant) => generationOf(grant)?.info.invitationDays ?? null;
const hasScope = (grant: Grant) => {
  const model = generationOf(grant)?.model;
  return model?.scopeRoles !== undefined || model?.scopeToggles !== undefined;
};
const nextOf = (grant: Grant) => (generationOf(grant)?.model.scopeRoles ? 'a role in' : 'groups or policies for');
const awaitedTroubles = ['not-received', 'sso-enforced'];
const troublesOf = (grant: Grant) =>
  generationOf(grant)?.grant.troubles.filter(({ id }) => awaitedTroubles.includes(id)) ?? [];

/** Wires the tab `Review`: what waits, what differs, what is due. */
export function ReviewTab({ grants, settings, now }: ReviewTabProps) {
  const { reading, problem, busy, read } = useReading();
  const { findings, beyond, describe } = useComparison(reading, grants, settings, now);
  const campaigns = useCampaigns();
  const actions = useMemo(() => reviewActions(reading), [reading]);
  const pending = useMemo(() => grants && pendingInvitations(grants, now, invitationDays), [grants, now]);
  const awaiting = useMemo(() => grants && awaitingAccess(grants, hasScope), [grants]);
  const reviews = useMemo(() => grants && reviewsDue(grants, now, settings.cadence), [grants, now, settings.cadence]);
  const removals = useMemo(() => grants && removalsToProve(grants, now), [grants, now]);
  const common = { vendorName, ticketLink: settings.ticketLink, actions };

  return (
    <div className={styles.review}>
      <RosterPanel
        {...{ reading, busy, problem, vendorName, beyond }}
        onRead={() => void read()}
        onConfirm={() => actions.onConfirmList()}
        onDescribe={describe}
      />
      {reading && <EarlierLists reading={reading} />}
      <PendingList {...{ ...common, pending, awaiting, nextOf, troublesOf, now }} />
      <FindingsList {...{ ...common, reading, findings }} purposes={vendorOf(reading?.vendor ?? '')?.purposes} />
      <ReviewsList
        {...{ ...common, reviews, removals, grants, campaigns, now }}
        isOwn={(grant) => isOwnGrant(grant, settings.identity)}
      />
    </div>
  );
}
