import { CircleCheck, CircleDashed, CircleHelp, CirclePlus, type LucideIcon, ScanLine } from 'lucide-react';
import { useState } from 'react';
import { DescribeRole } from '@/components/advice/describe-role';
import { Breakable } from '@/components/ui/breakable';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { Badge, type Tone } from '@/components/ui/status-badge';
import type { Description } from '@/lib/domain/advice';
import { lacksTotal, type Roster, type RosterRow } from '@/lib/domain/grant/page-facts';
import { quantity } from '@/lib/domain/values/quantity';
import type { Beyond } from '@/lib/vendors/excess';
import styles from './roster-panel.module.css';

/** Describes a member list as it was read, and where. */
export interface PageReading {
  vendor: string;
  /** The generation of its UI, and the address that was read. */
  generation?: string;
  url?: string;
  /** Says where the log holds the list; absent or null where it does not. */
  entry?: number | null;
  roster: Roster;
  /** Says when it was read: epoch milliseconds. */
  at: number;
}

interface RosterPanelProps {
  reading: PageReading | null;
  busy: boolean;
  /** Says why the page could not be read. */
  problem: string | null;
  vendorName: (id: string) => string;
  onRead: () => void;
  /** Logs that the admin calls the list whole; answers null when it is, or why not, in words. */
  onConfirm?: () => Promise<string | null>;
  /** Says what a member's role gives beyond what their grant needs; null where there is nothing to compare. */
  beyond?: ((row: RosterRow) => Beyond | null) | undefined;
  /** Keeps what a role gives that is not known; answers null when it is kept, or why not, in words. */
  onDescribe?: ((said: Description) => Promise<string | null>) | undefined;
}

/** Says how many rows were seen, of how many the page claims. */
export function seenText({ seen, claimed }: Roster): string {
  return claimed === null ? `${quantity(seen, 'row')}; the page shows no total` : `${seen} of ${claimed} seen`;
}

const most = 200;

/** Reads the member list of the vendor's page, and shows what was read. */
export function RosterPanel({
  reading,
  busy,
  problem,
  vendorName,
  onRead,
  onConfirm,
  beyond,
  onDescribe,
}: RosterPanelProps) {
  return (
    <div className={styles.panel}>
      <div className={styles.line}>
        <Button icon={ScanLine} variant="primary" onClick={onRead} aria-disabled={busy}>
          Read this page
        </Button>
        <p role="status" className={styles.status}>
          {reading && !problem ? `${vendorName(reading.vendor)}: ${seenText(reading.roster)}` : ''}
        </p>
      </div>
      {problem && (
        <Notice tone="warn" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      {reading && <Reading {...{ reading, onConfirm, beyond, onDescribe }} />}
    </div>
  );
}

interface ReadingProps {
  reading: PageReading;
  onConfirm: RosterPanelProps['onConfirm'];
  beyond: RosterPanelProps['beyond'];
  onDescribe: RosterPanelProps['onDescribe'];
}

/**
 * Says what complete means; over several pages the total alone proves it, and two changes between them may cancel out.
 */
const completeWords = (pages = 1) =>
  pages === 1
    ? 'Every row that the page claims was seen.'
    : `As many rows as the page claims were seen, over ${pages} readings. Somebody who came while another left may be missing.`;

/** Says what the reading of a list is worth, and why. */
function wholeness(roster: Roster): { icon: LucideIcon; tone: Tone; word: string; why: string } {
  const { complete, confirmed, hidden, claimed, seen, pages } = roster;
  if (complete) return { icon: CircleCheck, tone: 'good', word: 'Complete', why: completeWords(pages) };
  if (confirmed)
    return { icon: CircleCheck, tone: 'neutral', word: 'Confirmed', why: 'You said that this is all of it.' };
  if (lacksTotal(roster))
    return { icon: CircleHelp, tone: 'neutral', word: 'No total', why: 'If nobody is missing from it, say so.' };
  const why = hidden.includes('a list that changed')
    ? 'The list changed or was sorted anew while it was read. Read it again from its first page.'
    : hidden.length > 0
      ? `Rows may be hidden: ${hidden.join('; ')}.`
      : `The page claims ${claimed ?? 'no total'}, ${seen} were seen.`;
  return { icon: CircleDashed, tone: 'warn', word: 'Not complete', why };
}

function Reading({ reading, onConfirm, beyond, onDescribe }: ReadingProps) {
  const { roster } = reading;
  const { rows } = roster;
  const [problem, setProblem] = useState<string | null>(null);
  const { icon, tone, word, why } = wholeness(roster);
  return (
    <>
      <p className={styles.complete}>
        <Badge icon={icon} tone={tone}>
          {word}
        </Badge>
        <span>{why}</span>
      </p>
      {onConfirm && reading.entry != null && !roster.confirmed && lacksTotal(roster) && (
        <div>
          <Button onClick={() => void onConfirm().then(setProblem)}>This is all of it</Button>
        </div>
      )}
      {problem && (
        <Notice tone="warn" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      <Disclosure summary={rows.length === 1 ? 'The row that was read' : `The ${rows.length} rows that were read`} when>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className={styles.scroll} aria-label="Rows that were read" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Member</th>
                <th scope="col">Role</th>
                <th scope="col">Status</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, most).map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a page may list an address twice, and rows never move
                <Row key={index} row={row} beyond={beyond?.(row) ?? null} onDescribe={onDescribe} />
              ))}
            </tbody>
          </table>
        </section>
        {rows.length > most && <p className={styles.name}>And {rows.length - most} more.</p>}
      </Disclosure>
    </>
  );
}

interface RowProps {
  row: RosterRow;
  beyond: Beyond | null;
  onDescribe: RosterPanelProps['onDescribe'];
}

/** Shows a member, and in a line of its own what they have that their grant does not need. */
function Row({ row, beyond, onDescribe }: RowProps) {
  return (
    <>
      <tr className={beyond ? styles.followed : undefined}>
        <td>
          <span className={styles.email}>
            <Breakable text={row.email || 'No address'} />
          </span>
          {row.name && <span className={styles.name}>{row.name}</span>}
        </td>
        <td>{row.roles.join(', ') || '–'}</td>
        <td>{row.words || '–'}</td>
      </tr>
      {beyond && (
        <tr>
          <td colSpan={3}>
            <BeyondLines beyond={beyond} onDescribe={onDescribe} />
          </td>
        </tr>
      )}
    </>
  );
}

function BeyondLines({ beyond, onDescribe }: { beyond: Beyond; onDescribe: RosterPanelProps['onDescribe'] }) {
  const { ticket, excess, unread, unknown, describe } = beyond;
  return (
    <div className={styles.lines}>
      {excess && (
        <p className={styles.beyond}>
          <CirclePlus size={12} aria-hidden="true" className={styles.icon} /> Beyond {ticket}: {excess}
        </p>
      )}
      {unknown.length > 0 && (
        <p className={styles.beyond}>
          <CircleHelp size={12} aria-hidden="true" className={styles.icon} /> Grantbook does not know what “
          {unknown.join('”, “')}” gives.
        </p>
      )}
      {describe && onDescribe && <DescribeRole model={describe.model} name={describe.role} onDescribe={onDescribe} />}
      {unread && (
        <p className={styles.beyond}>
          <CircleHelp size={12} aria-hidden="true" className={styles.icon} /> Not read: {unread}
        </p>
      )}
      {!excess && !unread && unknown.length === 0 && (
        <p className={styles.name}>
          <CircleCheck size={12} aria-hidden="true" className={styles.icon} /> Just what {ticket} needs
        </p>
      )}
    </div>
  );
}
