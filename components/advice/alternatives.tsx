import { CircleMinus, CirclePlus } from 'lucide-react';
import { type Alternative, list, naming } from '@/lib/domain/advice';
import styles from './role-advice.module.css';

const planName = (id: string) => id.charAt(0).toUpperCase() + id.slice(1);

/** Shows what else would do, and at what cost. */
export function Alternatives({ alternatives }: { alternatives: readonly Alternative[] }) {
  if (alternatives.length === 0) return null;
  return (
    <ul className={styles.warnings} aria-label="Alternatives">
      {alternatives.map(({ label, excess, costs, takesPlan }) => {
        const Icon = costs < 0 ? CircleMinus : CirclePlus;
        const beyond =
          excess.length > 0 ? `gives ${naming(excess, 4)} beyond the need` : 'gives nothing beyond the need';
        return (
          <li key={label} className={costs < 0 ? styles.fine : styles.caution}>
            <Icon size={14} aria-hidden="true" className={styles.icon} />
            <span>
              {costs < 0 ? 'Would be less' : 'Would do too'}
              {takesPlan &&
                (takesPlan.length > 0 ? `, on the plan ${list(takesPlan.map(planName))}` : ', on another plan')}
              : {label}; it {beyond}.
            </span>
          </li>
        );
      })}
    </ul>
  );
}
