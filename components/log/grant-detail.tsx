import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { DateText } from '@/components/ui/date-text';
import { ExternalLink } from '@/components/ui/external-link';
import { IconButton } from '@/components/ui/icon-button';
import { StatusBadge } from '@/components/ui/status-badge';
import { givenAccess, givenText } from '@/lib/domain/grant/access';
import type { Grant, Mark, RecordedKey } from '@/lib/domain/grant/grant';
import { explainedOf, invitationExpires } from '@/lib/domain/grant/grant';
import type { AnyEntry } from '@/lib/domain/log/entry';
import { logHash } from '@/lib/domain/log/log-link';
import { type LogOwner, logName } from '@/lib/domain/log/merged-log';
import { ticketUrl } from '@/lib/domain/values/ticket';
import { BasisMark } from './basis-mark';
import { Timeline } from './entry-timeline';
import styles from './grant-detail.module.css';
import { rowOf, rowStatus } from './grant-rows';
import { Moment } from './moment';
import { names } from './names';
import { UntrustedText, Value } from './untrusted-text';

interface GrantDetailProps {
  grant: Grant;
  /** Of this grant, oldest first; null while they are read. */
  entries: readonly AnyEntry[] | null;
  /** The entry that the address points at. */
  marked: number | null;
  /** The other admin's log that it stands in; null where it is this browser's. */
  merged?: LogOwner | null;
  ticketLink: string;
  now: Date;
  /** Tells whether the pane takes the focus when it opens. */
  takesFocus: boolean;
  onClose: () => void;
}

/** Shows everything the log knows of one grant, and the entries it knows it from. */
export function GrantDetail(props: GrantDetailProps) {
  const { grant, entries, marked, merged = null, ticketLink, now, takesFocus, onClose } = props;
  const row = rowOf(grant, merged);
  const url = ticketUrl(ticketLink, grant.ticket);
  const { invited, accepted, active, removed } = grant.milestones;
  const status = rowStatus(row, now);
  const expires = invitationExpires(grant, row.invitationDays);
  const scopeWord = names.scopeWord(grant.vendor);

  return (
    <Pane
      title={<Value text={grant.email} none="Forgotten person" />}
      subtitle={
        <>
          <StatusBadge status={status} />
          <span>{row.vendor}</span>
          {url ? (
            <ExternalLink href={url}>
              <UntrustedText text={grant.ticket} />
            </ExternalLink>
          ) : (
            <UntrustedText text={grant.ticket} />
          )}
        </>
      }
      key={row.key}
      takesFocus={takesFocus}
      onClose={onClose}
    >
      <Facts title="Access">
        <Fact name="Purpose">
          <UntrustedText text={row.purpose} />
        </Fact>
        <Fact name="Scope">
          <Values texts={grant.scope} none={`No ${scopeWord} named`} />
        </Fact>
        <Fact name="Role on the page">
          <Value text={grant.role} none="Not seen yet" />
        </Fact>
        <Fact name="Recommended role">
          <Value text={grant.recommended?.role ?? null} none="None yet" />
          {grant.recommended?.scopeRole && (
            <>
              , <UntrustedText text={grant.recommended.scopeRole} /> in each {scopeWord}
            </>
          )}
        </Fact>
        {givenAccess(grant).length > 0 && (
          <Fact name={`Role in each ${scopeWord}`}>
            <Values texts={givenAccess(grant).map(givenText)} none="" />
          </Fact>
        )}
        <Fact name="Access ends">
          {grant.accessEnds ? <DateText date={grant.accessEnds} /> : <Value text={null} none="No end date" />}
        </Fact>
        {grant.generation && (
          <Fact name="Vendor’s page">
            <UntrustedText text={names.generation(grant.vendor, grant.generation)} />
          </Fact>
        )}
      </Facts>

      <Facts title="Approval">
        <Fact name="Reason">
          <Value text={grant.reason} none="Forgotten" />
        </Fact>
        <Fact name="Approved by">
          <Value text={grant.approvedBy} none="Forgotten person" />
        </Fact>
        <Fact name="Granted by">
          <Value text={grant.grantedBy.name} none="Forgotten person" />
          {grant.grantedBy.email && (
            <>
              {' · '}
              <UntrustedText text={grant.grantedBy.email} />
            </>
          )}
        </Fact>
        {grant.exceptions.map(({ seq, chosen, recommended, justification }) => (
          <Fact key={seq} name="Exception">
            <UntrustedText text={chosen} /> instead of <UntrustedText text={recommended} />:{' '}
            <Value text={justification} none="the justification was forgotten" />
          </Fact>
        ))}
        {explainedOf(grant).map(({ text, reason }) => (
          <Fact key={text} name="Contradiction">
            <UntrustedText text={text} />: <Value text={reason} none="the reason was forgotten" />
          </Fact>
        ))}
        {merged && (
          <Fact name="Stands in">
            <UntrustedText text={logName(merged)} />, merged: it can be looked at here and is changed there
          </Fact>
        )}
        {grant.sameAs && !merged && (
          <Fact name="Same person">
            <a href={logHash({ grant: grant.sameAs })}>Earlier open grant</a>
          </Fact>
        )}
      </Facts>

      {grant.keyElsewhere && (
        <Facts title="API keys documented elsewhere">
          <Fact name="Where">
            <Value text={grant.keyElsewhere.where} none="Forgotten" />
          </Fact>
        </Facts>
      )}

      {grant.keys.length > 0 && (
        <Facts title="API keys">
          {grant.keys.map((key) => (
            <Fact key={key.seq} name={<Value text={key.name} none="Forgotten key" />}>
              <KeyFacts recorded={key} />
            </Fact>
          ))}
        </Facts>
      )}

      <Facts title="Milestones">
        <Reached name="Started" mark={grant.started} />
        <Reached name="Invited" mark={invited} />
        {invited && !accepted && expires && (
          <Fact name={expires <= now ? 'Invitation expired' : 'Invitation expires'}>
            <Moment at={expires.toISOString()} />
          </Fact>
        )}
        <Reached name="Accepted" mark={accepted} />
        <Reached name="Active" mark={active} />
        {grant.removal && !removed && <Reached name="Removal begun" mark={grant.removal} />}
        {removed && <Reached name="Removed" mark={removed} />}
      </Facts>

      <h3 className={styles.heading}>Timeline</h3>
      {entries ? (
        <Timeline entries={entries} vendor={grant.vendor} marked={marked} merged={merged !== null} />
      ) : (
        <p className={styles.quiet}>Reading the entries…</p>
      )}

      <p className={styles.record}>
        Record <code>{grant.id}</code>
      </p>
    </Pane>
  );
}

/**
 * Shows the pane beside the table. Its heading takes the focus when it was opened by keyboard, so that its content is
 * read next.
 */
export function Pane({
  title,
  subtitle,
  takesFocus,
  onClose,
  children,
}: {
  title: ReactNode;
  subtitle?: ReactNode;
  takesFocus: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);

  return (
    <aside className={styles.pane} aria-label="Details">
      <header className={styles.header}>
        <div className={styles.names}>
          <h2 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h2>
          {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
        </div>
        <IconButton label="Close details" icon={X} onClick={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
    </aside>
  );
}

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3 className={styles.heading}>{title}</h3>
      <dl className={styles.facts}>{children}</dl>
    </>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Shows what the tracker asks for about a key; never the key. */
function KeyFacts({ recorded }: { recorded: RecordedKey }) {
  const { owner, purpose, scope, permissions, expires, rotateDays } = recorded;
  return (
    <ul className={styles.values}>
      <li>
        <Value text={purpose} none="Purpose forgotten" />, for <Value text={owner} none="a forgotten person" />
      </li>
      {(scope || permissions) && (
        <li>
          <UntrustedText text={[scope, permissions].filter(Boolean).join(', ')} />
        </li>
      )}
      {expires && (
        <li>
          Expires <DateText date={expires} />
        </li>
      )}
      {rotateDays !== null && <li>Rotated every {rotateDays} days</li>}
    </ul>
  );
}

function Reached({ name, mark }: { name: string; mark: Mark | undefined }) {
  return (
    <Fact name={name}>
      {mark ? (
        <span className={styles.mark}>
          <Moment at={mark.at} />
          <BasisMark basis={mark.basis} />
        </span>
      ) : (
        <Value text={null} none="Not yet" />
      )}
    </Fact>
  );
}

function Values({ texts, none }: { texts: readonly string[]; none: string }) {
  if (texts.length === 0) return <Value text={null} none={none} />;
  return (
    <ul className={styles.values}>
      {texts.map((text) => (
        <li key={text}>
          <UntrustedText text={text} />
        </li>
      ))}
    </ul>
  );
}
