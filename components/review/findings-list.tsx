import { Ghost, KeyRound, type LucideIcon, Shuffle, TriangleAlert, Users, UserX } from 'lucide-react';
import { Breakable } from '@/components/ui/breakable';
import { cx } from '@/components/ui/cx';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { Badge, type Tone } from '@/components/ui/status-badge';
import { list } from '@/lib/domain/advice';
import type { Finding } from '@/lib/domain/review/findings';
import { dayText, exactTime } from '@/lib/domain/values/time-text';
import { type FindingActions, findingActs } from './finding-actions';
import { GrantLine } from './grant-line';
import { type PageReading, seenText } from './roster-panel';
import { Acts } from './row-actions';
import styles from './rows.module.css';
import { useSome } from './use-more-rows';

const looks: Record<Finding['kind'], { word: string; icon: LucideIcon; tone: Tone }> = {
  overdue: { word: 'Overdue', icon: TriangleAlert, tone: 'danger' },
  shadow: { word: 'No ticket', icon: UserX, tone: 'warn' },
  drift: { word: 'Other role', icon: Shuffle, tone: 'warn' },
  'over-privileged': { word: 'Too much', icon: KeyRound, tone: 'warn' },
  ghost: { word: 'Not listed', icon: Ghost, tone: 'neutral' },
  'over-limit': { word: 'Over the limit', icon: Users, tone: 'warn' },
};

/** Says what a finding means, and what to do about it. `vendor`: whose list it is. */
function findingText(finding: Finding, vendor: string): string {
  switch (finding.kind) {
    case 'overdue':
      return `Access ended on ${dayText(finding.ended)}, and the list still shows it. Remove it at the vendor.`;
    case 'shadow': {
      const what = `${finding.row.roles.join(', ') || 'Access'} at ${vendor}`;
      if (finding.removed) return `${what}. The log says that it was removed under ${finding.removed.ticket}.`;
      return finding.perhaps.length === 0
        ? `${what}, without a ticket in the log.`
        : `${what}. It could belong to ${list(finding.perhaps.map(({ ticket, email }) => `${ticket} (${email})`))}: Grantbook does not guess.`;
    }
    case 'drift':
      return `The list shows ${finding.shown}; the log says ${finding.logged}.`;
    case 'over-privileged':
      return `${finding.shown} also gives ${list([...finding.excess])}, which the ticket does not need.`;
    case 'ghost':
      return 'The log says this person has access; the complete list does not show them.';
    case 'over-limit':
      return `${finding.members} members; the plan allows ${finding.limit}. The next invitation may be refused.`;
  }
}

interface FindingsListProps {
  /** Says what was read; null before anything was. */
  reading: PageReading | null;
  findings: readonly Finding[];
  vendorName: (id: string) => string;
  ticketLink: string;
  /** Reasons for access at the vendor, for a ticket that is attached. */
  purposes?: readonly { id: string; label: string }[] | undefined;
  actions?: FindingActions;
}

const isWhole = ({ roster }: PageReading) => roster.complete || roster.confirmed === true;

/** Differences between the member list that was read and the log. */
export function FindingsList({ reading, findings, vendorName, ticketLink, purposes = [], actions }: FindingsListProps) {
  const { some, more } = useSome(findings);
  return (
    <Section title="Findings">
      {reading === null ? (
        <EmptyState title="Nothing was compared yet.">
          Open the vendor’s team page and press “Read this page”: its members are compared with the log.
        </EmptyState>
      ) : findings.length === 0 ? (
        <EmptyState title="The list and the log agree.">
          {isWhole(reading)
            ? 'Everybody on the list has a ticket, and everybody in the log is on the list.'
            : 'Everybody who was seen has a ticket. The list was not complete, so nobody is reported as absent.'}
        </EmptyState>
      ) : (
        <>
          <ul className={styles.list} aria-label="Findings">
            {some.map((finding) => {
              const { word, icon, tone } = looks[finding.kind];
              return (
                <li key={`${finding.kind} ${finding.email}`} className={cx(styles.row, styles.brief)}>
                  <div className={styles.main}>
                    <Whom {...{ finding, ticketLink, vendorName }} vendor={vendorName(reading.vendor)} />
                  </div>
                  <div className={styles.side}>
                    <Badge icon={icon} tone={tone}>
                      {word}
                    </Badge>
                  </div>
                  <p className={styles.about}>{findingText(finding, vendorName(reading.vendor))}</p>
                  {actions && reading.entry != null && (
                    <>
                      <Evidence finding={finding} reading={reading} entry={reading.entry} />
                      <Acts
                        about={finding.email || word}
                        acts={findingActs(finding, actions, purposes, isWhole(reading))}
                      />
                    </>
                  )}
                </li>
              );
            })}
          </ul>
          {more}
          {!isWhole(reading) && (
            <p className={styles.muted}>The list was not complete, so nobody is reported as absent.</p>
          )}
        </>
      )}
    </Section>
  );
}

interface WhomProps {
  finding: Finding;
  ticketLink: string;
  vendorName: (id: string) => string;
  vendor: string;
}

function Whom({ finding, ticketLink, vendorName, vendor }: WhomProps) {
  if (finding.kind === 'over-limit') return <span className={styles.email}>{vendor}</span>;
  if (finding.kind !== 'shadow')
    return <GrantLine grant={finding.grant} ticketLink={ticketLink} vendor={vendorName(finding.grant.vendor)} />;
  return (
    <>
      <span className={styles.email}>
        <Breakable text={finding.email} />
      </span>
      {finding.row.name && <p className={styles.about}>{finding.row.name}</p>}
    </>
  );
}

/**
 * Shows where the finding comes from: the row as it was read, or its absence, and the entry that holds the whole list.
 */
function Evidence({ finding, reading, entry }: { finding: Finding; reading: PageReading; entry: number }) {
  const row = 'row' in finding ? finding.row : null;
  return (
    <div className={styles.evidence}>
      <Disclosure summary="Evidence">
        <p>
          {row
            ? `The row: ${[row.email, row.name, row.roles.join(', '), row.words, row.access].filter(Boolean).join(' · ')}.`
            : `${seenText(reading.roster)}${finding.kind === 'ghost' ? '; no row shows it' : ''}.`}{' '}
          Read {exactTime(new Date(reading.at))},{' '}
          {reading.roster.complete ? 'complete' : isWhole(reading) ? 'complete by your word' : 'not complete'},{' '}
          <a href={`log.html#entry=${entry}`} target="_blank" rel="noreferrer">
            entry {entry}
          </a>
          {reading.url ? ` from ${reading.url}` : ''}.
          {!reading.roster.complete && (reading.roster.pages ?? 1) > 1
            ? ' The pages after its first go into the log with what you decide.'
            : ''}
        </p>
      </Disclosure>
    </div>
  );
}
