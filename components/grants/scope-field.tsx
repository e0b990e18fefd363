import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Fieldset } from '@/components/ui/fieldset';
import { TextInput } from '@/components/ui/text-input';
import { looksLikeSecret, secretMessage } from '@/lib/domain/values/secret';
import styles from './scope-field.module.css';

interface ScopeFieldProps {
  /** Says what one entry is called: `app`, `workspace`. */
  word: string;
  plural: string;
  /** Says what the organization has, or the vendor's sources suggest. */
  offered: readonly string[];
  chosen: readonly string[];
  /** Says what stands in the field that adds one. */
  adding: string;
  error?: string | undefined;
  onChange: (chosen: string[], adding: string) => void;
}

/** Shows the apps or workspaces that the ticket names. */
export function ScopeField({ word, plural, offered, chosen, adding, error, onChange }: ScopeFieldProps) {
  const all = [...new Set([...offered, ...chosen])];
  const secret = looksLikeSecret(adding) ? secretMessage : undefined;
  const add = () => {
    const name = adding.trim();
    if (name !== '' && !secret) onChange([...new Set([...chosen, name])], '');
  };
  return (
    <Fieldset legend="Scope" hint={`Only the ${plural} that the ticket names.`} error={error ?? secret}>
      <div className={styles.choices}>
        {all.map((name) => (
          <Checkbox
            key={name}
            label={name}
            checked={chosen.includes(name)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, name] : chosen.filter((one) => one !== name), adding)
            }
          />
        ))}
        <span className={styles.add}>
          <TextInput
            aria-label={all.length > 0 ? `Another ${word}` : `Name of the ${word}`}
            placeholder={all.length > 0 ? `Another ${word}` : `Name of the ${word}`}
            aria-invalid={(error ?? secret) ? true : undefined}
            value={adding}
            onChange={(event) => onChange([...chosen], event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || adding.trim() === '') return;
              event.preventDefault();
              add();
            }}
          />
          <Button icon={Plus} aria-label={`Add ${word}`} onClick={add}>
            Add
          </Button>
        </span>
      </div>
    </Fieldset>
  );
}
