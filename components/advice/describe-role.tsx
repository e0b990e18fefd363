import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import { list, namingToggles, type RoleModel, readToggles, toggleNeed } from '@/lib/domain/advice';
import { looksLikeSecret, secretMessage } from '@/lib/domain/secret';
import { PermissionBoxes } from './refine-need';
import styles from './refine-need.module.css';

interface DescribeRoleProps {
  model: RoleModel;
  name: string;
  /** Keeps what the role gives for this organization; answers null when it is kept, or why not, in words. */
  onDescribe: (name: string, gives: readonly string[]) => Promise<string | null>;
}

/** A role that the pack does not know: the admin says once what it gives, by ticking or by the vendor's own list. */
export function DescribeRole({ model, name, onDescribe }: DescribeRoleProps) {
  const form = useId();
  const [open, setOpen] = useState(false);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const read = readToggles(model, pasted);
  const hasBoxes = (model.toggles ?? model.scopeToggles) !== undefined;
  const secret = looksLikeSecret(pasted);
  const gives = [...new Set([...ticked, ...(secret ? [] : read.gives)])];

  async function save() {
    if (gives.length === 0) return setProblem('Tick at least one thing that the role gives.');
    const refused = await onDescribe(name, gives);
    setProblem(refused);
    if (refused === null) setOpen(false);
  }

  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        Describe this role
      </Button>
      <Dialog
        open={open}
        title={`What “${name}” gives`}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" form={form} variant="primary">
              Keep description
            </Button>
          </>
        }
      >
        <form
          id={form}
          className={styles.groups}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          {problem && (
            <Notice tone="danger" role="alert">
              <p>{problem}</p>
            </Notice>
          )}
          {hasBoxes && (
            <Field
              label="The vendor’s list"
              hint="Copy the boxes of the role from the vendor’s page, one per line, with on or off."
              error={secret ? secretMessage : undefined}
            >
              {(control) => (
                <TextArea {...control} value={pasted} onChange={(event) => setPasted(event.target.value)} />
              )}
            </Field>
          )}
          {hasBoxes && pasted.trim() !== '' && !secret && (
            <p role="status">
              {read.ticked.length > 0 ? `Read: ${namingToggles(read.ticked)}.` : 'No box was recognised.'}
              {read.unknown.length > 0 && ` Not understood: ${list(read.unknown.slice(0, 5))}.`}
            </p>
          )}
          <PermissionBoxes
            model={model}
            ticked={gives}
            onChange={(id, on) => setTicked(toggleNeed(model, ticked, id, on))}
          />
        </form>
      </Dialog>
    </>
  );
}
