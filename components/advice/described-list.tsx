import { Pencil, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { type Described, naming } from '@/lib/domain/advice';
import { dayText } from '@/lib/domain/values/time-text';
import { generationFor, vendorOf } from '@/lib/vendors/registry';
import styles from './described-list.module.css';

interface DescribedListProps {
  /** Undefined until they were read. */
  described: readonly Described[] | undefined;
  onChange: (one: Described) => void;
  onRemove: (one: Described) => void;
}

const kinds: Record<Described['kind'], string> = { role: 'Role', group: 'Group', baseline: 'Baseline policy' };

/** Shows what admins said of roles, groups and policies of their own, each with the ways to change and to forget it. */
export function DescribedList({ described, onChange, onRemove }: DescribedListProps) {
  if (described === undefined) return null;
  if (described.length === 0) {
    return (
      <EmptyState title="Nothing was described yet.">
        When somebody is given a role that Grantbook does not know, the guide asks what it gives.
      </EmptyState>
    );
  }
  return (
    <ul className={styles.list} aria-label="Described">
      {described.map((one) => {
        const generation = generationFor(one.vendor, one.generation);
        const gives = generation?.model.permissions.filter(({ id }) => one.gives.includes(id)) ?? [];
        return (
          <li
            key={JSON.stringify([one.vendor, one.organization, one.generation, one.kind, one.name])}
            className={styles.row}
          >
            <div className={styles.said}>
              <p>
                <strong>{one.name}</strong> · {kinds[one.kind]} at {vendorOf(one.vendor)?.name ?? one.vendor}
                {one.organization && ` (${one.organization})`}
              </p>
              <p className={styles.about}>
                Gives {naming(gives) || 'nothing that this version knows'}. Described on {dayText(one.on)}.
              </p>
            </div>
            <div className={styles.buttons}>
              {generation?.id === one.generation && (
                <Button size="small" icon={Pencil} aria-label={`Change ${one.name}`} onClick={() => onChange(one)}>
                  Change
                </Button>
              )}
              <Button size="small" icon={Trash2} aria-label={`Forget ${one.name}`} onClick={() => onRemove(one)}>
                Forget
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
