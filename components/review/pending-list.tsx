import { Clock3, type LucideIcon, MailCheck, MailQuestionMark, MailX } from 'lucide-react';
import { CopyButton } from '@/components/ui/copy-button';
import { Age } from '@/components/ui/date-text';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Section } from '@/components/ui/section';
import { Badge, type Tone } from '@/components/ui/status-badge';
import { TextArea } from '@/components/ui/text-area';
import { list } from '@/lib/domain/advice';
import type { Trouble } from '@/lib/domain/grant/checklist';
import type { Grant } from '@/lib/domain/grant/grant';
import { reminderText } from '@/lib/domain/review/invitation-reminder';
import { missingScope, type PendingInvitation, type PendingState } from '@/lib/domain/review/review';
import { age, exactTime } from '@/lib/domain/values/time-text';
import { GrantLine } from './grant-line';
import type { ReviewActions } from './review-actions';
import { type Act, Acts } from './row-actions';
import styles from './rows.module.css';
import { useSome } from './use-more-rows';

const looks: Record<PendingState, { word: string; icon: LucideIcon; tone: Tone }> = {
  lapsed: { word: 'Expired', icon: MailX, tone: 'warn' },
  gone: { word: 'No longer listed', icon: MailQuestionMark, tone: 'warn' },
  today: { word: 'Expires today', icon: Clock3, tone: 'warn' },
  waiting: { word: 'Pending', icon: Clock3, tone: 'info' },
};

interface PendingListProps {
  /** The most urgent first; undefined until they were read. */
  pending: readonly PendingInvitation[] | undefined;
  /** Accepted, but not given what the job takes in each app or workspace. */
  awaiting?: readonly Grant[] | undefined;
  /** Says what their vendor gives next, as in `a role in`. */
  nextOf?: (grant: Grant) => string;
  /** Says what is known to go wrong at a grant's vendor. */
  troublesOf?: (grant: Grant) => readonly Trouble[];
  actions?: Pick<ReviewActions, 'onShow' | 'onResent' | 'onWithdrawn'>;
  vendorName: (id: string) => string;
  ticketLink: string;
  now: Date;
}

/** Shows invitations that nobody has accepted yet, with their age, and what to do about them. */
export function PendingList(props: PendingListProps) {
  const { pending, awaiting = [], nextOf = () => 'a role in', vendorName, ticketLink, now } = props;
  const waiting = useSome(pending ?? []);
  const accepted = useSome(awaiting);
  return (
    <Section title="Pending invitations">
      {pending?.length === 0 && (
        <EmptyState icon={MailCheck} title="No invitation is waiting for an answer.">
          One appears here when a page showed it, or you confirmed that you sent it.
        </EmptyState>
      )}
      {pending && pending.length > 0 && (
        <ul className={styles.list} aria-label="Pending invitations">
          {waiting.some.map((invitation) => {
            const { grant, state, sent, expires } = invitation;
            const { word, icon, tone } = looks[state];
            const lapsed = state === 'lapsed';
            return (
              <li key={grant.id} className={styles.row}>
                <div className={styles.main}>
                  <GrantLine grant={grant} ticketLink={ticketLink} vendor={vendorName(grant.vendor)} />
                  <p className={styles.about}>{grant.role ?? 'Role not seen yet'}</p>
                </div>
                <div className={styles.side}>
                  <Badge icon={icon} tone={tone}>
                    {word}
                  </Badge>
                  <span>
                    {state === 'gone' ? 'Missed' : 'Sent'} <Age at={sent} now={now} />
                  </span>
                  {expires && (
                    <time
                      dateTime={expires.toISOString()}
                      title={exactTime(expires)}
                      className={lapsed ? styles.urgent : styles.soon}
                    >
                      {expires <= now ? 'Expired' : 'Expires'} {age(expires, now)}
                    </time>
                  )}
                </div>
                {props.actions && (
                  <Acts about={grant.email ?? grant.ticket} acts={pendingActs(invitation, props, props.actions)} />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {waiting.more}
      {awaiting.length > 0 && (
        <>
          <h3 className={styles.heading}>Accepted, but app roles never assigned</h3>
          <ul className={styles.list} aria-label="Accepted, but app roles never assigned">
            {accepted.some.map((grant) => (
              <li key={grant.id} className={styles.row}>
                <div className={styles.main}>
                  <GrantLine grant={grant} ticketLink={ticketLink} vendor={vendorName(grant.vendor)} />
                  <p className={styles.about}>
                    Next: {nextOf(grant)} {list(missingScope(grant))}.
                  </p>
                </div>
                <div className={styles.side}>
                  <Badge icon={Clock3} tone="warn">
                    Not assigned
                  </Badge>
                </div>
                {props.actions && (
                  <Acts
                    about={grant.email ?? grant.ticket}
                    acts={[{ label: 'Show me', run: () => props.actions?.onShow(grant) ?? Promise.resolve(null) }]}
                  />
                )}
              </li>
            ))}
          </ul>
          {accepted.more}
        </>
      )}
    </Section>
  );
}

function pendingActs(
  invitation: PendingInvitation,
  { vendorName, troublesOf }: PendingListProps,
  actions: NonNullable<PendingListProps['actions']>,
): Act[] {
  const { grant } = invitation;
  const troubles = troublesOf?.(grant) ?? [];
  return [
    { label: 'Show me', run: () => actions.onShow(grant) },
    { label: 'Reminder', panel: <Reminder text={reminderText(invitation, vendorName(grant.vendor))} /> },
    { label: 'Resent', run: () => actions.onResent(grant) },
    {
      label: 'Withdrawn',
      questions: [{ name: 'reason', label: 'Reason for withdrawal', kind: 'lines' }],
      run: ({ reason = '' }) => actions.onWithdrawn(grant, reason),
    },
    ...(troubles.length === 0
      ? []
      : [
          {
            label: 'Not received?',
            panel: (
              <dl className={styles.troubles}>
                {troubles.map(({ id, title, advice }) => (
                  <div key={id}>
                    <dt>{title}</dt>
                    <dd>{advice}</dd>
                  </div>
                ))}
              </dl>
            ),
          },
        ]),
  ];
}

function Reminder({ text }: { text: string }) {
  return (
    <>
      <Field label="Reminder to the collaborator">
        {(control) => <TextArea {...control} rows={9} readOnly value={text} />}
      </Field>
      <div>
        <CopyButton text={text} label="Copy reminder" />
      </div>
    </>
  );
}
