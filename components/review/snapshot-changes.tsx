import { Breakable } from '@/components/ui/breakable';
import { Disclosure } from '@/components/ui/disclosure';
import { exactTime } from '@/components/ui/time';
import type { SnapshotChanges as Changes } from '@/lib/domain/snapshots';
import styles from './rows.module.css';

/** Who came, went and changed since the list that was read before. */
export function SnapshotChanges({ changes, since, entry }: { changes: Changes; since: Date; entry: number }) {
  const { came, went, changed, cameIsProven, wentIsKnown } = changes;
  const total = came.length + went.length + changed.length;
  return (
    <Disclosure summary={total === 0 ? 'No change since the list before' : `${total} changed since the list before`}>
      <p className={styles.muted}>
        Compared with{' '}
        <a href={`log.html#entry=${entry}`} target="_blank" rel="noreferrer">
          entry {entry}
        </a>
        , read {exactTime(since)}. {!wentIsKnown && 'The newer list was not complete, so nobody is said to have gone. '}
        {!cameIsProven && 'The older list was not complete: who came may have been there unseen.'}
      </p>
      {total > 0 && (
        <ul className={styles.list} aria-label="Changes since the list before">
          {came.map(({ email, roles }) => (
            <li key={`came ${email}`} className={styles.row}>
              <span className={styles.email}>
                <Breakable text={email} />
              </span>
              <span className={styles.about}>Came as {roles.join(', ') || 'a member'}</span>
            </li>
          ))}
          {went.map(({ email, roles }) => (
            <li key={`went ${email}`} className={styles.row}>
              <span className={styles.email}>
                <Breakable text={email} />
              </span>
              <span className={styles.about}>Went; was {roles.join(', ') || 'a member'}</span>
            </li>
          ))}
          {changed.map(({ before, after, what }) => (
            <li key={`changed ${after.email}`} className={styles.row}>
              <span className={styles.email}>
                <Breakable text={after.email} />
              </span>
              <span className={styles.about}>
                {what
                  .map((kind) =>
                    kind === 'role'
                      ? `${before.roles.join(', ') || 'no role'} → ${after.roles.join(', ') || 'no role'}`
                      : kind === 'status'
                        ? `${before.status} → ${after.status}`
                        : `${before.access ?? '–'} → ${after.access ?? '–'}`,
                  )
                  .join('; ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}
