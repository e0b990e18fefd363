import { ArrowDown, ArrowUp, ArrowUpToLine } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Disclosure } from '@/components/ui/disclosure';
import { IconButton } from '@/components/ui/icon-button';
import styles from './column-choice.module.css';

interface ColumnChoiceProps {
  /** The headers of every column there is, in their own order. */
  all: readonly string[];
  /** Those that tell a grant in short. */
  essential: readonly string[];
  /** The chosen ones in the admin's order; null: all, in their own order. */
  chosen: readonly string[] | null;
  disabled: boolean;
  onChoose: (columns: readonly string[] | null) => void;
}

/** Shows the columns of a table: which, and in which order. The chosen ones stand first, as they will in the file. */
export function ColumnChoice({ all, essential, chosen, disabled, onChoose }: ColumnChoiceProps) {
  const current = chosen?.filter((header) => all.includes(header)) ?? all;
  const rest = all.filter((header) => !current.includes(header));

  /** The buttons at an end stay: whoever moves a column there by keyboard keeps the focus. */
  function move(index: number, to: number) {
    if (to === index || to < 0 || to === current.length) return;
    const next = [...current];
    const [header = ''] = next.splice(index, 1);
    next.splice(to, 0, header);
    onChoose(next);
  }

  return (
    <Disclosure summary={`Columns: ${rest.length === 0 ? 'all' : `${current.length} of ${all.length}`}`}>
      <div className={styles.sets}>
        <Button
          size="small"
          disabled={disabled || current.join() === essential.join()}
          onClick={() => onChoose(essential)}
        >
          The essential columns
        </Button>
        <Button size="small" disabled={disabled || chosen === null} onClick={() => onChoose(null)}>
          All columns, in their own order
        </Button>
      </div>
      <ul className={styles.list} aria-label="Columns">
        {[...current, ...rest].map((header, index) => {
          const on = index < current.length;
          return (
            <li key={header} className={styles.row}>
              <Checkbox
                label={header}
                checked={on}
                // A table without a column is none.
                disabled={disabled || (on && current.length === 1)}
                onChange={() => onChoose(on ? current.filter((one) => one !== header) : [...current, header])}
              />
              {on && (
                <span className={styles.moves}>
                  <IconButton
                    label={`Move ${header} to the top`}
                    icon={ArrowUpToLine}
                    disabled={disabled}
                    aria-disabled={index === 0}
                    onClick={() => move(index, 0)}
                  />
                  <IconButton
                    label={`Move ${header} up`}
                    icon={ArrowUp}
                    disabled={disabled}
                    aria-disabled={index === 0}
                    onClick={() => move(index, index - 1)}
                  />
                  <IconButton
                    label={`Move ${header} down`}
                    icon={ArrowDown}
                    disabled={disabled}
                    aria-disabled={index === current.length - 1}
                    onClick={() => move(index, index + 1)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
