import { Ghost, type LucideIcon, Shuffle, TriangleAlert, UserX } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { Badge, type Tone } from '@/components/ui/status-badge';
import { dayText } from '@/components/ui/time';
import type { Finding } from '@/lib/domain/review';
import { GrantLine } from './grant-line';
import type { PageReading } from './roster-panel';
import styles from './rows.module.css';

const looks: Record<Finding['kind'], { word: string; icon: LucideIcon; tone: Tone }> = {
  overdue: { word: 'Overdue', icon: TriangleAlert, tone: 'danger' },
  shadow: { word: 'No ticket', icon: UserX, tone: 'warn' },
  drift: { word: 'Other role', icon: Shuffle, tone: 'warn' },
  ghost: { word: 'Not listed', icon: Ghost, tone: 'neutral' },
};

/** What a finding means, and what to do about it. `vendor`: whose list it is. */
export function findingText(finding: Finding, vendor: string): string {
  switch (finding.kind) {
    case 'overdue':
      return `Access ended on ${dayText(finding.ended)}, and the list still shows it. Remove it at the vendor.`;
    case 'shadow':
      return `${finding.row.roles.join(', ') || 'Access'} at ${vendor}, without a ticket in the log.`;
    case 'drift':
      return `The list shows ${finding.shown}; the log says ${finding.logged}.`;
    case 'ghost':
      return 'The log says this person has access; the complete list does not show them.';
  }
}

interface FindingsListProps {
  /** What was read; null before anything was. */
  reading: PageReading | null;
  findings: readonly Finding[];
  vendorName: (id: string) => string;
  ticketLink: string;
}

/** Differences between the member list that was read and the log. */
export function FindingsList({ reading, findings, vendorName, ticketLink }: FindingsListProps) {
  return (
    <Section title="Findings">
      {reading === null ? (
        <EmptyState title="Nothing was compared yet.">
          Open the vendor’s team page and press “Read this page”: its members are compared with the log.
        </EmptyState>
      ) : findings.length === 0 ? (
        <EmptyState title="The list and the log agree.">
          {reading.roster.complete
            ? 'Everybody on the list has a ticket, and everybody in the log is on the list.'
            : 'Everybody who was seen has a ticket. The list was not complete, so nobody is reported as absent.'}
        </EmptyState>
      ) : (
        <>
          <ul className={styles.list} aria-label="Findings">
            {findings.map((finding) => {
              const { word, icon, tone } = looks[finding.kind];
              return (
                <li key={`${finding.kind} ${finding.email}`} className={styles.row}>
                  <div className={styles.main}>
                    {finding.kind === 'shadow' ? (
                      <>
                        <span className={styles.email}>{finding.email}</span>
                        {finding.row.name && <p className={styles.about}>{finding.row.name}</p>}
                      </>
                    ) : (
                      <GrantLine
                        grant={finding.grant}
                        ticketLink={ticketLink}
                        vendor={vendorName(finding.grant.vendor)}
                      />
                    )}
                    <p className={styles.about}>{findingText(finding, vendorName(reading.vendor))}</p>
                  </div>
                  <div className={styles.side}>
                    <Badge icon={icon} tone={tone}>
                      {word}
                    </Badge>
                  </div>
                </li>
              );
            })}
          </ul>
          {!reading.roster.complete && (
            <p className={styles.muted}>The list was not complete, so nobody is reported as absent.</p>
          )}
        </>
      )}
    </Section>
  );
}
