import { CircleCheck, CircleDashed, CircleHelp, CirclePlus, ScanLine } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { Badge } from '@/components/ui/status-badge';
import type { Roster, RosterRow } from '@/lib/domain/facts';
import type { Beyond } from './beyond';
import styles from './roster-panel.module.css';

/** A member list as it was read, and where. */
export interface PageReading {
  vendor: string;
  /** The generation of its UI, and the address that was read. */
  generation?: string;
  url?: string;
  /** Where the log holds the list; absent or null where it does not. */
  entry?: number | null;
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
  /** What a member's role gives beyond what their grant needs; null where there is nothing to compare. */
  beyond?: (row: RosterRow) => Beyond | null;
}

/** How many rows were seen, of how many the page claims. */
export function seenText({ seen, claimed }: Roster): string {
  return claimed === null ? `${seen} seen, the page names no total` : `${seen} of ${claimed} seen`;
}

const most = 200;

/** Reads the member list of the vendor's page, and shows what was read. */
export function RosterPanel({ reading, busy, problem, vendorName, onRead, beyond }: RosterPanelProps) {
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
      {reading && <Reading reading={reading} beyond={beyond} />}
    </div>
  );
}

function Reading({ reading: { roster }, beyond }: { reading: PageReading; beyond: RosterPanelProps['beyond'] }) {
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
                  <td>
                    {row.roles.join(', ') || '–'}
                    <BeyondLine beyond={beyond?.(row) ?? null} />
                  </td>
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

/** What a member has that their grant does not need. */
function BeyondLine({ beyond }: { beyond: Beyond | null }) {
  if (!beyond) return null;
  const { ticket, excess, unknown } = beyond;
  const Icon = unknown ? CircleHelp : excess ? CirclePlus : CircleCheck;
  const words = unknown
    ? 'A role that Grantbook does not know'
    : excess
      ? `Beyond ${ticket}: ${excess}`
      : `Just what ${ticket} needs`;
  return (
    <span className={excess || unknown ? styles.beyond : styles.name}>
      <Icon size={12} aria-hidden="true" className={styles.icon} /> {words}
    </span>
  );
}
