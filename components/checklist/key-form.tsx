import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { Grant } from '@/lib/domain/grant/grant';
import { type KeyForm as Form, type KeyErrors, keyName } from '@/lib/domain/grant/key-record';
import { dayText } from '@/lib/domain/values/time-text';
import styles from './key-form.module.css';

interface KeyFormProps {
  grant: Grant;
  /** Says what the key is for, where that is known already. */
  purpose?: string;
  /** Says what the vendor lets one choose; the how-to of LogRocket names these two. */
  permissions?: readonly string[];
  /** Logs the record; answers null when it stands in the log, or a sentence per field that is not right. */
  onRecord: (form: Form) => Promise<KeyErrors | null>;
}

const empty: Form = {
  name: '',
  owner: '',
  purpose: '',
  scope: '',
  permissions: '',
  expires: '',
  rotateDays: '',
};

/** The record of an API key or token: its name is built from who, what for and where. The key itself is never asked for. */
export function KeyForm({ grant, purpose = '', permissions = ['Read-only', 'Read/write'], onRecord }: KeyFormProps) {
  const [form, setForm] = useState<Form>({ ...empty, owner: grant.email ?? '', scope: grant.scope[0] ?? '', purpose });
  const [errors, setErrors] = useState<KeyErrors>({});
  const [named, setNamed] = useState(false);
  const [busy, setBusy] = useState(false);

  const suggested = keyName('Collaborator', form.purpose, form.scope);
  const name = named ? form.name : form.purpose === '' ? '' : suggested;
  const set = (change: Partial<Form>) => setForm((now) => ({ ...now, ...change }));

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const wrong = await onRecord({ ...form, name });
    setBusy(false);
    setErrors(wrong ?? {});
    if (!wrong) {
      setForm({ ...empty, owner: form.owner });
      setNamed(false);
    }
  }

  return (
    <form className={styles.form} aria-label="Key record" onSubmit={submit} noValidate>
      {grant.keys.length > 0 && (
        <ul className={styles.keys} aria-label="Recorded keys">
          {grant.keys.map((key) => (
            <li key={key.seq}>
              {key.name ?? 'a forgotten key'} · {key.permissions}
              {key.expires === null ? '' : ` · until ${dayText(key.expires)}`}
            </li>
          ))}
        </ul>
      )}
      <Field label="What the key is for" hint="For example Source Maps." error={errors.purpose}>
        {(control) => (
          <TextInput {...control} value={form.purpose} onChange={(event) => set({ purpose: event.target.value })} />
        )}
      </Field>
      <Field label="Where it reaches" error={errors.scope}>
        {(control) => (
          <TextInput {...control} value={form.scope} onChange={(event) => set({ scope: event.target.value })} />
        )}
      </Field>
      <Field label="Key name" hint="Who, what for and where. Never the key itself." error={errors.name}>
        {(control) => (
          <TextInput
            {...control}
            value={name}
            onChange={(event) => {
              setNamed(true);
              set({ name: event.target.value });
            }}
          />
        )}
      </Field>
      {name !== '' && <CopyButton text={name} label="Copy name" />}
      <Field label="Key permissions" error={errors.permissions}>
        {(control) => (
          <Select {...control} value={form.permissions} onChange={(event) => set({ permissions: event.target.value })}>
            <option value="">Choose…</option>
            {permissions.map((one) => (
              <option key={one}>{one}</option>
            ))}
            <option>Not stated by the vendor</option>
          </Select>
        )}
      </Field>
      <Field label="Who answers for it" error={errors.owner}>
        {(control) => (
          <TextInput {...control} value={form.owner} onChange={(event) => set({ owner: event.target.value })} />
        )}
      </Field>
      <div className={styles.pair}>
        <Field label="Expires" error={errors.expires}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={form.expires}
              onChange={(event) => set({ expires: event.target.value })}
            />
          )}
        </Field>
        <Field label="Renewed every (days)" error={errors.rotateDays}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              value={form.rotateDays}
              onChange={(event) => set({ rotateDays: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Button type="submit" size="small" aria-disabled={busy}>
        Record key
      </Button>
    </form>
  );
}
