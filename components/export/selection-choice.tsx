import { useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field, FieldError } from '@/components/ui/field';
import { Fieldset } from '@/components/ui/fieldset';
import { TextInput } from '@/components/ui/text-input';
import { quantity } from '@/lib/domain/values/quantity';
import type { Selection } from '@/lib/exports/export-format';
import { type Span, spanTrouble } from '@/lib/exports/export-order';
import styles from './selection-choice.module.css';

export type What = Selection['what'];

interface SelectionChoiceProps {
  what: What;
  /** Says how many grants the filtered view shows; null where nothing is filtered. */
  view: number | null;
  /** Says how the open grant is called; null where none is open. */
  grant: string | null;
  span: Span;
  personal: boolean;
  disabled: boolean;
  onWhat: (what: What) => void;
  onSpan: (span: Span) => void;
  onPersonal: (personal: boolean) => void;
}

/** Shows which part of the log is exported, and whether personal data goes along. */
export function SelectionChoice(props: SelectionChoiceProps) {
  const { what, view, grant, span, personal, disabled, onWhat, onSpan, onPersonal } = props;
  const id = useId();
  const trouble = what === 'dates' ? spanTrouble(span) : null;
  const choices: readonly { what: What; label: string }[] = [
    { what: 'everything', label: 'Everything' },
    ...(view === null
      ? []
      : [
          {
            what: 'view' as const,
            label: `The filtered view: ${quantity(view, 'grant')}`,
          },
        ]),
    ...(grant === null ? [] : [{ what: 'grant' as const, label: `The open grant: ${grant}` }]),
    { what: 'dates', label: 'What happened on certain days' },
  ];
  return (
    <Fieldset legend="What to export" disabled={disabled}>
      {choices.map((choice) => (
        <label key={choice.what} className={styles.choice}>
          <input
            type="radio"
            name={id}
            checked={choice.what === what}
            onChange={() => onWhat(choice.what)}
            className={styles.radio}
          />
          <bdi>{choice.label}</bdi>
        </label>
      ))}
      {what === 'dates' && (
        <div className={styles.span}>
          <Field label="First day">
            {(control) => (
              <TextInput
                {...control}
                type="date"
                value={span.from}
                aria-describedby={trouble ? `${id}-trouble` : undefined}
                onChange={({ target }) => onSpan({ ...span, from: target.value })}
              />
            )}
          </Field>
          <Field label="Last day">
            {(control) => (
              <TextInput
                {...control}
                type="date"
                value={span.to}
                aria-describedby={trouble ? `${id}-trouble` : undefined}
                onChange={({ target }) => onSpan({ ...span, to: target.value })}
              />
            )}
          </Field>
        </div>
      )}
      {trouble && <FieldError id={`${id}-trouble`}>{trouble}</FieldError>}
      <div className={styles.personal}>
        <Checkbox
          label="With personal data"
          hint="Names, e-mail addresses, reasons and other free text. Who was forgotten is in no export."
          checked={personal}
          onChange={({ target }) => onPersonal(target.checked)}
        />
      </div>
    </Fieldset>
  );
}
