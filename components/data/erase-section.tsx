import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { Outcome } from '@/lib/domain/log/outcome';
import styles from './data-dialog.module.css';
import { JobSection, type Jobs } from './job';

export interface EraseSectionProps {
  jobs: Jobs;
  /** Erases a person's personal values; with `dry`, counts them alone. */
  erasePerson: (person: { email: string; name: string }, dry: boolean) => Promise<Outcome & { values?: number }>;
}

/** Erases a person for good, after saying how much that is. */
export function EraseSection({ jobs: { busy, run }, erasePerson }: EraseSectionProps) {
  const [person, setPerson] = useState({ email: '', name: '' });
  const [found, setFound] = useState<string | null>(null);
  const change = (part: Partial<typeof person>) => {
    setPerson({ ...person, ...part });
    setFound(null);
  };

  return (
    <JobSection title="Forget a person">
      <p>
        Deletes their address, name and every free text of their grants, here and in merged logs. What the log said
        stays provable, and it still verifies. It cannot be undone, and files that were exported before still hold them.
      </p>
      <div className={styles.fields}>
        <Field label="Address to forget">
          {(control) => (
            <TextInput {...control} value={person.email} onChange={(event) => change({ email: event.target.value })} />
          )}
        </Field>
        <Field label="Name to forget">
          {(control) => (
            <TextInput {...control} value={person.name} onChange={(event) => change({ name: event.target.value })} />
          )}
        </Field>
      </div>
      {found && <p>{found}</p>}
      {found === null ? (
        <Button
          disabled={busy || person.email.trim().length < 3}
          onClick={() =>
            void run('Looking…', async () => {
              const outcome = await erasePerson(person, true);
              if (!outcome.ok || !outcome.values) return outcome;
              setFound(outcome.message);
              return null;
            })
          }
        >
          Look for this person
        </Button>
      ) : (
        <Button
          disabled={busy}
          onClick={() =>
            void run('Forgetting…', async () => {
              const outcome = await erasePerson(person, false);
              setFound(null);
              if (outcome.ok) setPerson({ email: '', name: '' });
              return outcome;
            })
          }
        >
          Forget for good
        </Button>
      )}
    </JobSection>
  );
}
