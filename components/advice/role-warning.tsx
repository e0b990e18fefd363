import { type ComponentProps, type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import type { PageWarnings } from '@/lib/domain/advice';
import { DescribeRole } from './describe-role';
import styles from './role-warning.module.css';

interface RoleWarningsProps {
  warnings: PageWarnings;
  /** Logs an exception; answers null when it stands in the log, or why not, in words. */
  onJustify: (chosen: string, justification: string) => Promise<string | null>;
  /** With it, a role that is not known can be described. */
  describe?: Pick<ComponentProps<typeof DescribeRole>, 'model' | 'onDescribe'>;
}

/**
 * Shows what differs between the vendor's page and the grant, said at once; and the way to log an exception for a role.
 */
export function RoleWarnings({ warnings, onJustify, describe }: RoleWarningsProps) {
  const { role, email, justified, where } = warnings;
  if (!role && !email && !justified) return null;
  return (
    <div className={styles.warnings}>
      {(role || email) && (
        <Notice tone="danger" role="alert" aria-label="Role warning">
          {email && <p>{email}</p>}
          {role && (
            <p>
              <strong className={styles.where}>
                {where === 'form' ? `${role.chosen} is selected.` : `The list shows ${role.chosen}.`}
              </strong>{' '}
              {role.message}
            </p>
          )}
        </Notice>
      )}
      {describe && role?.unknown[0] !== undefined && (
        <div>
          <DescribeRole key={role.unknown[0]} name={role.unknown[0]} {...describe} />
        </div>
      )}
      {role && <JustifyForm key={role.chosen} chosen={role.chosen} onJustify={onJustify} />}
      {justified && (
        <Notice tone="info" title="Exception logged">
          <p>
            {justified.chosen} instead of {justified.recommended}
            {justified.justification === null ? '.' : `: “${justified.justification}”`}
          </p>
        </Notice>
      )}
    </div>
  );
}

function JustifyForm({ chosen, onJustify }: { chosen: string; onJustify: RoleWarningsProps['onJustify'] }) {
  const id = useId();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const refused = await onJustify(chosen, text);
    setBusy(false);
    setError(refused ?? undefined);
    if (refused) document.getElementById(`${id}-form`)?.querySelector('textarea')?.focus();
  }

  return (
    <form id={`${id}-form`} className={styles.form} onSubmit={submit} noValidate>
      <Field
        label="Justification"
        hint={`Why ${chosen} is needed. It goes into the log; the ticket still has to approve it.`}
        error={error}
      >
        {(control) => <TextArea {...control} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <Button type="submit" size="small" aria-disabled={busy}>
        Log exception
      </Button>
    </form>
  );
}
