import { useEffect, useRef } from 'react';
import { cx } from '@/components/ui/cx';
import { ErrorBoundary } from '@/components/ui/error-boundary';
import { actorOf } from '@/lib/domain/log/chain';
import { type AnyEntry, parseEntry } from '@/lib/domain/log/entry';
import { logHash } from '@/lib/domain/log/log-link';
import { BasisMark } from './basis-mark';
import { entryPhrases } from './entry-text';
import styles from './entry-timeline.module.css';
import { Moment } from './moment';
import { names } from './names';
import { Sentence, UntrustedText, Value } from './untrusted-text';
import { visibleText } from './visible-text';

interface TimelineProps {
  /** Oldest first. */
  entries: readonly AnyEntry[];
  /** Of the grant that they belong to; empty where they belong to none. */
  vendor: string;
  /** The number of the entry that the address points at. */
  marked: number | null;
  /** Tells whether they stand in another admin's log: nothing here leads to them by their number. */
  merged?: boolean;
}

/**
 * Shows entries one under the other: what each says, who made it, when, how it is known, its number and the start of
 * its hash.
 */
export function Timeline({ entries, vendor, marked, merged = false }: TimelineProps) {
  return (
    <ol aria-label="Timeline" className={styles.list}>
      {entries.map((entry) =>
        parseEntry(entry) ? (
          <ErrorBoundary key={entry.seq} fallback={() => <SpoiltEntry entry={entry} marked={entry.seq === marked} />}>
            <TimelineEntry entry={entry} vendor={vendor} marked={entry.seq === marked} merged={merged} />
          </ErrorBoundary>
        ) : (
          <SpoiltEntry key={entry.seq} entry={entry} marked={entry.seq === marked} />
        ),
      )}
    </ol>
  );
}

/** Shows an entry that cannot be told, as it stands. */
function SpoiltEntry({ entry, marked }: { entry: AnyEntry; marked: boolean }) {
  return (
    <li className={cx(styles.entry, marked && styles.marked)}>
      <p role="alert" className={styles.text}>
        Entry {entry.seq} is no entry of a log any more: its fields were changed. It says:{' '}
        <UntrustedText text={JSON.stringify(entry)} />
      </p>
    </li>
  );
}

interface TimelineEntryProps {
  entry: AnyEntry;
  vendor: string;
  marked: boolean;
  merged: boolean;
}

function TimelineEntry({ entry, vendor, marked, merged }: TimelineEntryProps) {
  const item = useRef<HTMLLIElement>(null);
  const { name, email } = actorOf(entry);

  useEffect(() => {
    if (marked) item.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);

  return (
    <li ref={item} className={cx(styles.entry, styles[entry.basis], marked && styles.marked)}>
      <p className={styles.text}>
        <Sentence phrases={entryPhrases(entry, names, vendor)} />
      </p>
      <div className={styles.meta}>
        <BasisMark basis={entry.basis} />
        <span title={email === null ? undefined : visibleText(email)}>
          <Value text={name} none="Forgotten person" />
        </span>
        <Moment at={entry.at} />
        <span className={styles.proof}>
          {merged ? (
            `#${entry.seq}`
          ) : (
            <a
              href={logHash({ entry: entry.seq })}
              aria-label={`Entry ${entry.seq}`}
              aria-current={marked ? 'true' : undefined}
            >
              #{entry.seq}
            </a>
          )}{' '}
          <code title={`SHA-256 ${entry.hash}`}>{entry.hash.slice(0, 8)}</code>
        </span>
      </div>
    </li>
  );
}
