import { ClipboardCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Disclosure } from '@/components/ui/disclosure';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Badge } from '@/components/ui/status-badge';
import type { Grant } from '@/lib/domain/grant/grant';
import { type Campaign, campaignProgress, campaignReport, leftToDecide } from '@/lib/domain/review/campaign';
import { dateOf } from '@/lib/domain/values/calendar';
import { quantity } from '@/lib/domain/values/quantity';
import { dayText } from '@/lib/domain/values/time-text';
import { decideAction } from './decide-action';
import { GrantLine } from './grant-line';
import type { ReviewActions } from './review-actions';
import { Acts } from './row-actions';
import styles from './rows.module.css';
import { useSome } from './use-more-rows';

interface CampaignsProps {
  /** The newest first. */
  campaigns: readonly Campaign[];
  grants: readonly Grant[];
  isOwn: (grant: Grant) => boolean;
  actions: Pick<ReviewActions, 'onDecide' | 'onStartCampaign' | 'onFinishCampaign'>;
  vendorName: (id: string) => string;
  ticketLink: string;
}

/**
 * Reviews of many grants at once: begun, left and taken up again, signed off. What is decided is in the log, so nothing
 * is lost.
 */
export function Campaigns(props: CampaignsProps) {
  const { campaigns, grants, actions, vendorName } = props;
  const live = grants.filter(
    ({ milestones: { invited, accepted, active, removed } }) => !removed && (invited ?? accepted ?? active),
  );
  const vendors = [...new Set(live.map(({ vendor }) => vendor))].sort();
  const approvers = [...new Set(live.flatMap(({ approvedBy }) => approvedBy ?? []))].sort();
  const open = campaigns.filter(({ finished }) => finished === null);
  const finished = campaigns.filter((campaign) => campaign.finished !== null);
  return (
    <>
      {open.map((campaign) => (
        <OpenCampaign key={campaign.id} campaign={campaign} {...props} />
      ))}
      {live.length > 0 && (
        <Acts
          about="reviews of many grants"
          acts={[
            {
              label: 'Start review',
              icon: ClipboardCheck,
              questions: [
                {
                  name: 'which',
                  label: 'What to review',
                  kind: 'choice',
                  choices: [
                    { value: 'due ', label: 'Everything that is due' },
                    ...vendors.map((id) => ({ value: `vendor ${id}`, label: `All at ${vendorName(id)}` })),
                    ...approvers.map((name) => ({ value: `approver ${name}`, label: `Approved by ${name}` })),
                  ],
                },
              ],
              run: ({ which = '' }) => {
                const [by = '', ...what] = which.split(' ');
                return actions.onStartCampaign(by === 'vendor' || by === 'approver' ? by : 'due', what.join(' '));
              },
            },
          ]}
        />
      )}
      {finished.length > 0 && <Reports campaigns={finished} grants={grants} vendorName={vendorName} />}
    </>
  );
}

const titleOf = ({ by, what }: Campaign, vendorName: (id: string) => string) =>
  by === 'due'
    ? 'Everything that was due'
    : by === 'vendor'
      ? `All at ${vendorName(what ?? '')}`
      : `Approved by ${what ?? 'a forgotten person'}`;

function OpenCampaign({
  campaign,
  grants,
  isOwn,
  actions,
  vendorName,
  ticketLink,
}: CampaignsProps & { campaign: Campaign }) {
  const { decided, total, own } = campaignProgress(campaign);
  const byId = useMemo(() => new Map(grants.map((grant) => [grant.id, grant])), [grants]);
  const left = leftToDecide(campaign, (id) => byId.get(id));
  const { some, more } = useSome(left);
  const title = titleOf(campaign, vendorName);
  return (
    <div>
      <h3 className={styles.heading}>Review: {title}</h3>
      <ProgressBar label={`Progress of the review: ${title}`} value={decided} max={total} />
      <p className={styles.muted}>
        {decided} of {total} decided{own > 0 ? `, ${own} by the one who granted it` : ''}. You can leave and go on
        later.
      </p>
      <ul className={styles.list} aria-label={`Left to review: ${title}`}>
        {some.flatMap((id) => {
          const grant = byId.get(id);
          if (!grant) return [];
          return [
            <li key={id} className={styles.row}>
              <div className={styles.main}>
                <GrantLine grant={grant} ticketLink={ticketLink} vendor={vendorName(grant.vendor)} />
                <p className={styles.about}>{grant.role ?? 'Role not seen yet'}</p>
              </div>
              <Acts
                about={grant.email ?? grant.ticket}
                acts={[decideAction(grant, campaign.id, isOwn(grant), actions)]}
              />
            </li>,
          ];
        })}
      </ul>
      {more}
      {left.length === 0 && (
        <Acts
          about={title}
          acts={[
            {
              label: 'Sign off',
              questions: [{ name: 'statement', label: 'What was looked at, and with whom', kind: 'lines' }],
              run: ({ statement = '' }) => actions.onFinishCampaign(campaign.id, statement),
            },
          ]}
        />
      )}
    </div>
  );
}

function Reports({
  campaigns,
  grants,
  vendorName,
}: {
  campaigns: readonly Campaign[];
  grants: readonly Grant[];
  vendorName: (id: string) => string;
}) {
  const [shown, setShown] = useState(3);
  const byId = new Map(grants.map((grant) => [grant.id, grant]));
  return (
    <Disclosure summary={quantity(campaigns.length, 'signed-off review')}>
      <ul className={styles.list} aria-label="Signed-off reviews">
        {campaigns.slice(0, shown).map((campaign) => {
          const { kept, modified, removed } = campaignProgress(campaign);
          return (
            <li key={campaign.id} className={styles.row}>
              <div className={styles.main}>
                <span className={styles.email}>{titleOf(campaign, vendorName)}</span>
                <p className={styles.about}>
                  {kept} kept, {modified} to be modified, {removed} to be removed. Signed off on{' '}
                  {dayText(dateOf(new Date(campaign.finished?.at ?? 0)))}.
                </p>
              </div>
              <div className={styles.side}>
                <Badge icon={ClipboardCheck} tone="good">
                  Signed off
                </Badge>
                <CopyButton text={campaignReport(campaign, byId, vendorName)} label="Copy report" />
              </div>
            </li>
          );
        })}
      </ul>
      {campaigns.length > shown && (
        <Button size="small" variant="quiet" onClick={() => setShown(campaigns.length)}>
          Show all
        </Button>
      )}
    </Disclosure>
  );
}
