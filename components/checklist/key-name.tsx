import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { keyName } from '@/lib/domain/grant/key-record';
import styles from './key-form.module.css';

interface KeyNameProps {
  /** Says what the key is for, and where it reaches. */
  purpose: string;
  scope: string;
  onPurpose: (purpose: string) => void;
}

/** Proposes the name of a key before it is made: who, what for and where. */
export function KeyName({ purpose, scope, onPurpose }: KeyNameProps) {
  const name = keyName('Collaborator', purpose, scope);
  return (
    <div className={styles.form}>
      <Field label="Purpose of the key" hint="For example Source Maps.">
        {(control) => <TextInput {...control} value={purpose} onChange={(event) => onPurpose(event.target.value)} />}
      </Field>
      <Field label="Proposed key name">{(control) => <TextInput {...control} readOnly value={name} />}</Field>
      <CopyButton text={name} label="Copy key name" />
    </div>
  );
}
