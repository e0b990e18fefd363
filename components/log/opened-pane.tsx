import { ErrorBoundary } from '@/components/ui/error-boundary';
import type { Opened } from '@/lib/domain/log/log-link';
import { EntryDetail } from './entry-detail';
import { GrantDetail, Pane } from './grant-detail';

interface OpenedPaneProps {
  opened: Opened;
  /** The number of the log's last entry. */
  last: number;
  ticketLink: string;
  now: Date;
  /** Tells whether the focus goes into a grant that is opened. */
  takesFocus: boolean;
  onClose: () => void;
}

/** Shows the pane beside the table. What cannot be drawn is named, and the rest of the page stays. */
export function OpenedPane(props: OpenedPaneProps) {
  const { opened, onClose } = props;
  const what = opened.kind === 'grant' ? opened.grant.id : opened.kind === 'entry' ? `entry ${opened.seq}` : '';
  return (
    <ErrorBoundary
      key={what}
      fallback={(reason) => (
        <Pane title="This cannot be shown" takesFocus={false} onClose={onClose}>
          <p role="alert">
            Something in {opened.kind === 'grant' ? `grant ${what}` : what} cannot be shown ({reason}). Verify the log,
            and export or back it up: both write every entry as it stands.
          </p>
        </Pane>
      )}
    >
      <Shown {...props} />
    </ErrorBoundary>
  );
}

/** Shows a grant with its entries, an entry of no grant, or that there is no such one. */
function Shown({ opened, last, ticketLink, now, takesFocus, onClose }: OpenedPaneProps) {
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
