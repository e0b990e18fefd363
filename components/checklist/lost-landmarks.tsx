import { SearchX } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { useDebounced } from '@/components/ui/use-debounced';
import { list } from '@/lib/domain/advice';
import type { PageFacts } from '@/lib/domain/grant/page-facts';
import { type PageHealth, pageHealth } from '@/lib/vendors/health';
import { landmarkName } from '@/lib/vendors/landmark-name';
import { generationFor } from '@/lib/vendors/registry';
import styles from './lost-landmarks.module.css';

// How long a landmark must be missing, ms: a page that is still loading has lost nothing.
const patience = 2000;

// How many are named; the rest is counted.
const most = 3;

/** The health of a page in words: `7 of 9 landmarks found`, and the names of those that were not. */
export function healthInWords(facts: PageFacts): (PageHealth & { count: string; names: readonly string[] }) | null {
  const health = pageHealth(facts);
  const { vendor, generation, page } = facts.recognition;
  const pack = generationFor(vendor, generation)?.pages;
  if (!health || !pack) return null;
  return {
    ...health,
    count: `${health.lost.length === 0 ? '' : `${health.found} of `}${health.expected} landmarks found`,
    names: health.lost.map((id) => landmarkName(pack, id, page)),
  };
}

/** Names as one sentence, the first few of them. */
export function notFound(names: readonly string[]): string {
  const rest = names.length - most;
  return `Not found: ${list(rest > 0 ? [...names.slice(0, most), `${rest} more`] : names)}.`;
}

interface LostLandmarksProps {
  facts: PageFacts;
  /** Lets the admin point at one. */
  onPick: (landmark: string) => void;
}

/** Names what Grantbook does not find on a page that it knows, to be pointed at; shows nothing where all is found. */
export function LostLandmarks({ facts, onPick }: LostLandmarksProps) {
  const health = healthInWords(facts);
  if (!health || health.lost.length === 0) return null;
  return <Lost {...health} page={facts.recognition.page} onPick={onPick} />;
}

type LostProps = NonNullable<ReturnType<typeof healthInWords>> & { page: string; onPick: (landmark: string) => void };

function Lost({ lost, names, count, found, page, onPick }: LostProps) {
  const state = `${page} ${lost.join(' ')}`;
  if (useDebounced(state, patience) !== state) return null;
  return (
    <div className={styles.health} role="status">
      <p className={styles.count}>
        <SearchX size={14} aria-hidden="true" />
        <span>{count}</span>
      </p>
      <p className={styles.names}>
        {notFound(names)}{' '}
        {found === 0
          ? 'The vendor may have changed this page: go by the words of each step and confirm it yourself.'
          : 'The checklist goes on without them.'}
      </p>
      <Disclosure summary="Point at what is missing">
        <ul className={styles.list}>
          {lost.map((id, at) => (
            <li key={id}>
              <span>{names[at]}</span>
              <Button size="small" aria-label={`Point at ${names[at]}`} onClick={() => onPick(id)}>
                Point at it
              </Button>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
