import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';

/** The other way to close the step of a key: to say where it is documented. */
export function KeyElsewhere({ onDocument }: { onDocument: (where: string) => Promise<string | null> }) {
  const [where, setWhere] = useState('');
  const [error, setError] = useState<string>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setError((await onDocument(where)) ?? undefined);
  }

  return (
    <Disclosure summary="Documented elsewhere">
      <form aria-label="Documented elsewhere" onSubmit={submit} noValidate>
        <Field
          label="Where it is documented"
          hint="A place that the auditor can look up. Never the key itself."
          error={error}
        >
          {(control) => <TextInput {...control} value={where} onChange={(event) => setWhere(event.target.value)} />}
        </Field>
        <Button type="submit" size="small">
          It is documented there
        </Button>
      </form>
    </Disclosure>
  );
}
