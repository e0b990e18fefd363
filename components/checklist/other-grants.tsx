import { Disclosure } from '@/components/ui/disclosure';
import { quantity } from '@/lib/domain/values/quantity';
import styles from './other-grants.module.css';

interface OtherGrantsProps {
  others: readonly { id: string; ticket: string; email: string | null }[];
  onChoose: (id: string) => void;
}

/** Other open grants at this vendor, to be guided through one of them instead. */
export function OtherGrants({ others, onChoose }: OtherGrantsProps) {
  if (others.length === 0) return null;
  return (
    <Disclosure summary={quantity(others.length, 'other open grant')}>
      <ul className={styles.list}>
        {others.map(({ id, ticket, email }) => (
          <li key={id}>
            <button type="button" className={styles.other} onClick={() => onChoose(id)}>
              <span className={styles.ticket}>{ticket}</span>{' '}
              <span className={styles.email}>{email ?? 'a forgotten person'}</span>
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
