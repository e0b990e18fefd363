import { Breakable } from '@/components/ui/breakable';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { SnapshotChanges as Changes } from '@/lib/domain/review/snapshots';
import { exactTime } from '@/lib/domain/values/time-text';
import styles from './rows.module.css';

/** Describes a list that the log holds. */
interface LoggedList {
  entry: number;
  at: string;
  complete: boolean;
  seen: number;
}

interface SnapshotChangesProps {
  changes: Changes;
  /** The list that the newest one is compared with. */
  before: LoggedList;
  /** All that it can be compared with, the newest first. */
  earlier: readonly LoggedList[];
  onChoose: (entry: number) => void;
}

const listText = ({ entry, at, complete, seen }: LoggedList) =>
  `${exactTime(new Date(at))}, ${seen} seen${complete ? '' : ', not complete'} (entry ${entry})`;

/** Shows who came, went and changed since an earlier list: the last complete one, or one that the admin chose. */
export function SnapshotChanges({ changes, before, earlier, onChoose }: SnapshotChangesProps) {
  const { came, went, changed, cameIsProven, wentIsKnown } = changes;
  const total = came.length + went.length + changed.length;
  return (
    <Disclosure summary={total === 0 ? 'No change since the list before' : `${total} changed since the list before`}>
      {earlier.length > 1 && (
        <Field label="Compared with">
          {(control) => (
            <Select {...control} value={before.entry} onChange={({ target }) => onChoose(Number(target.value))}>
              {earlier.map((one) => (
                <option key={one.entry} value={one.entry}>
                  {listText(one)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <p className={styles.muted}>
        Compared with{' '}
        <a href={`log.html#entry=${before.entry}`} target="_blank" rel="noreferrer">
          entry {before.entry}
        </a>
        , read {exactTime(new Date(before.at))}.{' '}
        {!wentIsKnown && 'The newer list was not complete, so nobody is said to have gone. '}
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
