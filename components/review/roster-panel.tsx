import { CircleCheck, CircleDashed, ScanLine } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { Badge } from '@/components/ui/status-badge';
import type { Roster } from '@/lib/domain/facts';
import styles from './roster-panel.module.css';

/** A member list as it was read, and where. */
export interface PageReading {
  vendor: string;
  roster: Roster;
  /** When: epoch milliseconds. */
  at: number;
}

interface RosterPanelProps {
  reading: PageReading | null;
  busy: boolean;
  /** Why the page could not be read. */
  problem: string | null;
  vendorName: (id: string) => string;
  onRead: () => void;
}

/** How many rows were seen, of how many the page claims. */
export function seenText({ seen, claimed }: Roster): string {
  return claimed === null ? `${seen} seen, the page names no total` : `${seen} of ${claimed} seen`;
}

const most = 200;

/** Reads the member list of the vendor's page, and shows what was read. */
export function RosterPanel({ reading, busy, problem, vendorName, onRead }: RosterPanelProps) {
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
      {reading && <Reading reading={reading} />}
    </div>
  );
}

function Reading({ reading: { roster } }: { reading: PageReading }) {
  const { complete, hidden, rows, claimed, seen } = roster;
  return (
    <>
      <p className={styles.complete}>
        <Badge icon={complete ? CircleCheck : CircleDashed} tone={complete ? 'good' : 'warn'}>
          {complete ? 'Complete' : 'Not complete'}
        </Badge>
        <span>
          {complete
            ? 'Every row that the page claims was seen.'
            : hidden.length > 0
              ? `Rows may be hidden: ${hidden.join('; ')}.`
              : claimed === null
                ? 'The page names no total to compare with.'
                : `The page claims ${claimed}, ${seen} were seen.`}
        </span>
      </p>
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
                <tr key={index}>
                  <td>
                    <span className={styles.email}>{row.email || 'No address'}</span>
                    {row.name && <span className={styles.name}>{row.name}</span>}
                  </td>
                  <td>{row.roles.join(', ') || '–'}</td>
                  <td>{row.words || '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {rows.length > most && <p className={styles.name}>And {rows.length - most} more.</p>}
      </Disclosure>
    </>
  );
}
