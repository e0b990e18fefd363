import type { Grant } from '@/lib/domain/grant/grant';
import type { AnyEntry } from '@/lib/domain/log/entry';
import { EntryDetail } from './entry-detail';
import { GrantDetail, Pane } from './grant-detail';
import type { GrantRow } from './grant-rows';

/** What the address points at, as read from the log. */
export type Opened =
  | {
      kind: 'grant';
      grant: Grant;
      entries: readonly AnyEntry[] | null;
      marked: number | null;
      /** The other admin's log that it stands in; left out where it is this browser's. */
      merged?: GrantRow['merged'];
    }
  | { kind: 'entry'; seq: number; entry: AnyEntry | null }
  | { kind: 'unknown' };

interface OpenedPaneProps {
  opened: Opened;
  /** The number of the log's last entry. */
  last: number;
  ticketLink: string;
  now: Date;
  /** Whether the focus goes into a grant that is opened. */
  takesFocus: boolean;
  onClose: () => void;
}

/** The pane beside the table: a grant with its entries, an entry of no grant, or that there is no such one. */
export function OpenedPane({ opened, last, ticketLink, now, takesFocus, onClose }: OpenedPaneProps) {
  switch (opened.kind) {
    case 'grant':
      return <GrantDetail {...opened} ticketLink={ticketLink} now={now} takesFocus={takesFocus} onClose={onClose} />;
    case 'entry':
      return <EntryDetail key={opened.seq} seq={opened.seq} entry={opened.entry} last={last} onClose={onClose} />;
    case 'unknown':
      return (
        <Pane title="Not in this log" takesFocus={false} onClose={onClose}>
          <p>The link points at a grant that this browser’s log does not hold. It may be in another admin’s log.</p>
        </Pane>
      );
  }
}
