import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import type { Contradiction } from '@/lib/domain/grant/contradiction';
import { exactTime } from '@/lib/domain/values/time-text';
import styles from './step-row.module.css';

interface ContradictedProps {
  contradiction: Contradiction;
  /** Confirms the step all the same; answers null when it stands in the log, or why not, in words. */
  onExplain: (reason: string) => Promise<string | null>;
}

/** Shows what the page says against a step; the page's word stands until the admin states why the step is done. */
export function Contradicted({ contradiction: { shown, readAt }, onExplain }: ContradictedProps) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const read = new Date(readAt);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const refused = await onExplain(reason);
    setBusy(false);
    setError(refused ?? undefined);
    if (!refused) setReason('');
  }

  return (
    <>
      <Notice tone="warn" role="alert" aria-label="Contradiction">
        <p>
          The page shows “{shown}”, read{' '}
          <time dateTime={readAt}>{Number.isNaN(read.getTime()) ? readAt : exactTime(read)}</time>. That stands until
          you say why the step is done all the same.
        </p>
      </Notice>
      <form className={styles.more} aria-label="Confirm all the same" onSubmit={submit} noValidate>
        <Field
          label="Reason to confirm all the same"
          hint="It goes into the log, with what the page shows."
          error={error}
        >
          {(control) => <TextArea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        <Button type="submit" size="small" aria-disabled={busy}>
          Confirm all the same
        </Button>
      </form>
    </>
  );
}
