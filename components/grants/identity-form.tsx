import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { checkIdentity, type IdentityErrors } from '@/lib/domain/values/identity';
import { focusFirstInvalid } from './focus-invalid';
import styles from './identity-form.module.css';

interface Person {
  name: string;
  email: string;
}

interface IdentityFormProps {
  /** Saves who the admin is; answers null when it was saved, or one sentence per field (`form`: about the whole). */
  onSave: (person: Person) => Promise<Readonly<Record<string, string>> | null>;
}

/** Asks once who grants access. */
export function IdentityForm({ onSave }: IdentityFormProps) {
  const [person, setPerson] = useState<Person>({ name: '', email: '' });
  const [errors, setErrors] = useState<IdentityErrors & { form?: string | undefined }>({});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => focusFirstInvalid(form.current, errors), [errors]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const checked = checkIdentity(person);
    setErrors(checked.ok ? ((await onSave(checked.value)) ?? {}) : checked.errors);
  }

  const set = (change: Partial<Person>) => setPerson({ ...person, ...change });
  return (
    <form ref={form} onSubmit={submit} noValidate className={styles.form} aria-label="Who you are">
      <p className={styles.intro}>Every entry in the log names who made it. Say it once; it stays in this browser.</p>
      {errors.form && (
        <Notice tone="danger" role="alert">
          <p>{errors.form}</p>
        </Notice>
      )}
      <Field label="Your name" error={errors.name}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="name"
            value={person.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label="Your email" error={errors.email}>
        {(control) => (
          <TextInput
            {...control}
            inputMode="email"
            autoComplete="email"
            value={person.email}
            onChange={(event) => set({ email: event.target.value })}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" className={styles.submit}>
        Continue
      </Button>
    </form>
  );
}
