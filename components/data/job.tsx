import { type ReactNode, useId, useState } from 'react';
import { UntrustedText } from '@/components/log/untrusted-text';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { logHash } from '@/lib/domain/log/log-link';
import type { Outcome } from '@/lib/domain/log/outcome';
import styles from './data-dialog.module.css';
import { SettingsOffer } from './settings-offer';

/** Holds what is done to the whole log: one thing at a time, since each may take minutes. */
export interface Jobs {
  busy: boolean;
  /** Runs one and shows what became of it; null shows nothing. `words`: shown while it runs. */
  run: (words: string, work: (onProgress: (words: string) => void) => Promise<Outcome | null>) => Promise<void>;
}

/** Returns the jobs, what to show of the one that runs or ended, and a way to show nothing. */
export function useJobs(): { jobs: Jobs; status: ReactNode; clear: () => void } {
  const [words, setWords] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const run: Jobs['run'] = async (first, work) => {
    setWords(first);
    setOutcome(null);
    try {
      setOutcome(await work(setWords));
    } catch (error) {
      setOutcome({ ok: false, message: `This could not be done: ${(error as Error).message}` });
    } finally {
      setWords(null);
    }
  };

  return {
    jobs: { busy: words !== null, run },
    status: (
      <div aria-live="polite">
        {words && <p>{words}</p>}
        {outcome && <OutcomeNotice outcome={outcome} />}
        {outcome?.offer && (
          <SettingsOffer
            offer={outcome.offer}
            onTake={(ids) => void run('Taking the settings…', async () => outcome.offer?.take(ids) ?? null)}
            onLeave={() => setOutcome({ ok: true, message: 'Nothing of the settings was taken.' })}
          />
        )}
      </div>
    ),
    clear: () => setOutcome(null),
  };
}

function OutcomeNotice({ outcome: { ok, message, conflicts = [] } }: { outcome: Outcome }) {
  return (
    <Notice tone={ok ? (conflicts.length > 0 ? 'warn' : 'good') : 'danger'} role={ok ? 'status' : 'alert'}>
      <p>{message}</p>
      {conflicts.length > 0 && (
        <>
          <p>Both logs hold a grant for the same ticket and address:</p>
          <ul>
            {conflicts.map(({ ticket, email, ours }) => (
              <li key={ours}>
                <a href={logHash({ grant: ours })}>
                  <UntrustedText text={ticket} />, <UntrustedText text={email} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

/** Shows one job of the dialog, under its heading. */
export function JobSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.job}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

interface FileFieldProps {
  label: string;
  /** File types, as the attribute `accept` lists them. */
  accept: string;
  disabled: boolean;
  onFile: (file: File) => void;
}

/** Lets the admin choose a file; the same one can be chosen again after it was mended. */
export function FileField({ label, accept, disabled, onFile }: FileFieldProps) {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="file"
          accept={accept}
          disabled={disabled}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file) onFile(file);
          }}
        />
      )}
    </Field>
  );
}
