import { Plus, X } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { TextInput } from '@/components/ui/text-input';
import { looksLikeSecret, secretMessage } from '@/lib/domain/values/secret';
import { plainText } from '@/lib/domain/values/text';
import styles from './list-editor.module.css';

interface ListEditorProps {
  /** The name of the list: `Apps`. */
  label: string;
  /** One of them: `app`. */
  word: string;
  hint: string;
  items: readonly string[];
  /** Names to take with one click, while they are not on the list. */
  suggestions: readonly string[];
  onChange: (items: string[]) => void;
}

/** Edits a list of names: typing and Enter adds, or a suggestion; each can be taken off. */
export function ListEditor({ label, word, hint, items, suggestions, onChange }: ListEditorProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const a = /^[aeiou]/i.test(word) ? 'an' : 'a';
  const holds = (name: string) => items.some((item) => item.toLowerCase() === name.toLowerCase());
  const offered = suggestions.filter((name) => !holds(name));

  function add(event: FormEvent) {
    event.preventDefault();
    const name = plainText(typed, 100);
    const wrong =
      name === ''
        ? `Enter the name of the ${word} as the vendor’s page shows it.`
        : holds(name)
          ? `${name} is on the list already.`
          : looksLikeSecret(name)
            ? secretMessage
            : undefined;
    setError(wrong);
    if (wrong) return;
    onChange([...items, name]);
    setTyped('');
  }

  function remove(name: string) {
    onChange(items.filter((item) => item !== name));
    input.current?.focus();
  }

  return (
    <fieldset className={styles.editor}>
      <legend className={styles.legend}>{label}</legend>
      {items.length > 0 && (
        <ul className={styles.items}>
          {items.map((item) => (
            <li key={item} className={styles.item}>
              <bdi>{item}</bdi>
              <IconButton label={`Remove ${item}`} icon={X} className={styles.remove} onClick={() => remove(item)} />
            </li>
          ))}
        </ul>
      )}
      <form className={styles.add} onSubmit={add}>
        <TextInput
          ref={input}
          aria-label={`Add ${a} ${word}`}
          placeholder={`Name of ${a} ${word}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${error ? `${id}-error ` : ''}${id}-hint`}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setError(undefined);
          }}
        />
        <Button type="submit" icon={Plus}>
          Add
        </Button>
      </form>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {offered.length > 0 && (
        <div className={styles.suggestions}>
          {offered.map((name) => (
            <Button key={name} size="small" icon={Plus} onClick={() => onChange([...items, name])}>
              {name}
            </Button>
          ))}
        </div>
      )}
      <p id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
    </fieldset>
  );
}
