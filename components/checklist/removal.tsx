import { UserMinus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import type { Grant } from '@/lib/domain/grant/grant';
import styles from './key-form.module.css';

interface BeingRemovedProps {
  grant: Grant;
  /** Takes the removal back. */
  onCancelRemoval: () => void;
}

/** Says that the access is being removed, and leads back from it. Grantbook cannot revoke: it guides, and stays open until it is done. */
export function BeingRemoved({ grant, onCancelRemoval }: BeingRemovedProps) {
  if (!grant.removal || grant.milestones.removed) return null;
  return (
    <Notice tone="warn" role="status" title="Access is being removed">
      <p>Grantbook cannot revoke it: follow the steps on the vendor’s page.</p>
      <Button size="small" onClick={onCancelRemoval}>
        Keep the access after all
      </Button>
    </Notice>
  );
}

interface StartRemovalProps {
  grant: Grant;
  /** Starts the removal checklist; answers null, or why not, in words. */
  onRemove: (reason: string) => Promise<string | null>;
}

/** The way to the removal checklist, from the invitation on. */
export function StartRemoval({ grant, onRemove }: StartRemovalProps) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  if (grant.removal || grant.milestones.removed || !grant.milestones.invited) return null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setError((await onRemove(reason)) ?? undefined);
  }

  return (
    <Disclosure summary="Remove this access">
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field label="Reason for removal" hint="As the ticket states it." error={error}>
          {(control) => <TextArea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        <Button type="submit" size="small" icon={UserMinus}>
          Start removal
        </Button>
      </form>
    </Disclosure>
  );
}
