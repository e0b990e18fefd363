import type { LucideIcon } from 'lucide-react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { Outcome } from './review-actions';
import styles from './row-actions.module.css';

/** Describes a value to ask for before something is done. */
export interface Question {
  name: string;
  label: string;
  kind: 'text' | 'lines' | 'date' | 'choice';
  hint?: string;
  choices?: readonly { value: string; label: string }[];
}

/** Describes something that can be done: at once, after some questions, or by reading on. */
export interface Act {
  label: string;
  icon?: LucideIcon;
  questions?: readonly Question[];
  /** Says what is shown instead of questions, such as a draft to copy. */
  panel?: ReactNode;
  run?: (answers: Readonly<Record<string, string>>) => Outcome;
}

/**
 * Buttons for what can be done about one row. One that has questions opens its form below. `about`: the row, for screen
 * readers.
 */
export function Acts({ acts, about }: { acts: readonly Act[]; about: string }) {
  const [open, setOpen] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const running = useRef(new Set<string>());
  const opened = useRef(open);
  opened.current = open;
  const shown = acts.find(({ label }) => label === open);

  /** Closes the form, and puts the focus where it was opened: it would be lost with the form. */
  function close() {
    buttons.current?.querySelector<HTMLButtonElement>('[aria-expanded="true"]')?.focus();
    setOpen(null);
  }

  async function done({ label, run }: Act, answers: Readonly<Record<string, string>>) {
    // A double click is one.
    if (running.current.has(label)) return;
    running.current.add(label);
    let why: string | null;
    try {
      why = (await run?.(answers)) ?? null;
    } catch {
      why = 'Grantbook could not do this. Nothing was lost: try again.';
    }
    running.current.delete(label);
    setProblem(why);
    // What was opened since stays, with what was typed there.
    if (why === null && opened.current === label) close();
  }

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's controls */}
      <div ref={buttons} className={styles.actions} role="group" aria-label={`Actions for ${about}`}>
        {acts.map((act) => {
          const folds = act.questions !== undefined || act.panel !== undefined;
          return (
            <Button
              key={act.label}
              size="small"
              variant="quiet"
              {...(act.icon ? { icon: act.icon } : {})}
              {...(folds ? { 'aria-expanded': open === act.label } : {})}
              onClick={() => {
                setProblem(null);
                if (folds) setOpen(open === act.label ? null : act.label);
                else void done(act, {});
              }}
            >
              {act.label}
            </Button>
          );
        })}
      </div>
      {shown?.panel && <div className={styles.form}>{shown.panel}</div>}
      {shown?.questions && (
        <AskForm
          key={shown.label}
          questions={shown.questions}
          submit={shown.label}
          onSubmit={(answers) => void done(shown, answers)}
          onCancel={close}
        />
      )}
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </>
  );
}

interface AskFormProps {
  questions: readonly Question[];
  submit: string;
  onSubmit: (answers: Readonly<Record<string, string>>) => void;
  onCancel: () => void;
}

function AskForm({ questions, submit, onSubmit, onCancel }: AskFormProps) {
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(questions.map(({ name, choices }) => [name, choices?.[0]?.value ?? ''])),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(answers);
  };
  return (
    <form className={styles.form} aria-label={submit} onSubmit={send} noValidate>
      {questions.map(({ name, label, kind, hint, choices }) => (
        <Field key={name} label={label} hint={hint}>
          {(control) => {
            const bound = {
              ...control,
              value: answers[name] ?? '',
              onChange: ({ target }: { target: { value: string } }) => setAnswers({ ...answers, [name]: target.value }),
            };
            if (kind === 'lines') return <TextArea {...bound} />;
            if (kind === 'choice')
              return (
                <Select {...bound}>
                  {choices?.map((choice) => (
                    <option key={choice.value} value={choice.value}>
                      {choice.label}
                    </option>
                  ))}
                </Select>
              );
            return <TextInput {...bound} type={kind} />;
          }}
        </Field>
      ))}
      <div className={styles.buttons}>
        <Button type="submit" size="small" variant="primary">
          {submit}
        </Button>
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
