import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import type { Trouble } from '@/lib/domain/grant/checklist';
import type { Refusal } from '@/lib/domain/grant/refusals';
import styles from './troubles.module.css';

/** Shows what the page said against it, word for word, with what helps. */
export function Refusals({ refusals }: { refusals: readonly Refusal[] }) {
  return refusals.map(({ notice, troubles }) => (
    <Notice key={notice} tone="warn" role="status" title="The page says">
      <p>“{notice}”</p>
      {troubles.map(({ id, title, advice }) => (
        <p key={id}>
          <strong className={styles.title}>{title}.</strong> {advice}
        </p>
      ))}
    </Notice>
  ));
}

/** Shows by what a trouble is noticed, with what helps. */
export function TroublesShowing({ troubles }: { troubles: readonly Trouble[] }) {
  return troubles.map(({ id, title, advice }) => (
    <Notice key={id} tone="warn" role="status" title={title}>
      <p>{advice}</p>
    </Notice>
  ));
}

/** Everything that is known to go wrong, on demand. */
export function Troubles({ troubles }: { troubles: readonly Trouble[] }) {
  if (troubles.length === 0) return null;
  return (
    <Disclosure summary="Something went wrong?">
      <dl className={styles.list}>
        {troubles.map(({ id, title, advice }) => (
          <div key={id}>
            <dt className={styles.title}>{title}</dt>
            <dd className={styles.advice}>{advice}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
