import type { AnyEntry } from '@/lib/domain/log/entry';
import { logHash } from '@/lib/domain/log/log-link';
import { Timeline } from './entry-timeline';
import { Pane } from './grant-detail';
import styles from './grant-detail.module.css';

interface EntryDetailProps {
  seq: number;
  /** Null where the log holds no such entry. */
  entry: AnyEntry | null;
  /** The number of the log's last entry. */
  last: number;
  onClose: () => void;
}

/** Shows one entry that belongs to no grant, or that is not there. */
export function EntryDetail({ seq, entry, last, onClose }: EntryDetailProps) {
  return (
    <Pane title={`Entry ${seq}`} takesFocus={false} onClose={onClose}>
      {entry ? (
        <Timeline entries={[entry]} vendor="" marked={seq} />
      ) : (
        <p>
          {last === 0
            ? 'The log holds no entries yet.'
            : `The log holds no entry ${seq}: its last one is entry ${last}.`}
        </p>
      )}
      <p className={styles.steps}>
        {seq > 1 && seq <= last && <a href={logHash({ entry: seq - 1 })}>Entry {seq - 1}</a>}
        {seq < last && <a href={logHash({ entry: seq + 1 })}>Entry {seq + 1}</a>}
      </p>
    </Pane>
  );
}
