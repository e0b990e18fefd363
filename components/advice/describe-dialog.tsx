import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import {
  type Described,
  describablePermissions,
  list,
  namingToggles,
  type RoleModel,
  readToggles,
  toggleNeed,
} from '@/lib/domain/advice';
import { looksLikeSecret, secretMessage } from '@/lib/domain/values/secret';
import { PermissionBoxes } from './refine-need';
import styles from './refine-need.module.css';

interface DescribeDialogProps {
  title: string;
  model: RoleModel;
  kind: Described['kind'];
  /** Permissions that are ticked at first. */
  start?: readonly string[];
  /** Says what is asked above the boxes. */
  children?: ReactNode;
  /** Keeps what was ticked; answers null when it is kept, or why not, in words. */
  onSave: (gives: string[]) => Promise<string | null>;
  onClose: () => void;
}

/** Asks what a role, a group or the baseline gives, by ticking or by the vendor's own list. Mounted while it is open. */
export function DescribeDialog({ title, model, kind, start = [], children, onSave, onClose }: DescribeDialogProps) {
  const form = useId();
  const [ticked, setTicked] = useState(start);
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const read = readToggles(model, pasted);
  const permissions = describablePermissions(model, kind);
  const hasBoxes = (kind === 'role' ? (model.toggles ?? model.scopeToggles) : model.scopeToggles) !== undefined;
  const secret = looksLikeSecret(pasted);

  // What the list says is ticked as by hand, so that each box can still be changed; a box of an earlier text goes with it.
  function paste(text: string) {
    const before = secret ? [] : read.gives;
    const now = looksLikeSecret(text) ? [] : readToggles(model, text).gives;
    setPasted(text);
    setTicked([...new Set([...ticked.filter((id) => !before.includes(id)), ...now])]);
  }

  async function save() {
    const gives = permissions.map(({ id }) => id).filter((id) => ticked.includes(id));
    if (gives.length === 0) return setProblem(`Tick at least one thing that the ${kind} gives.`);
    const refused = await onSave(gives);
    setProblem(refused);
    if (refused === null) onClose();
  }

  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
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
        {children}
        {hasBoxes && (
          <Field
            label="The vendor’s list"
            hint="Copy the boxes from the vendor’s page, one per line, with on or off; or tick them below."
            error={secret ? secretMessage : undefined}
          >
            {(control) => <TextArea {...control} value={pasted} onChange={(event) => paste(event.target.value)} />}
          </Field>
        )}
        {hasBoxes && pasted.trim() !== '' && !secret && (
          <p role="status">
            {read.ticked.length > 0 ? `Read: ${namingToggles(read.ticked)}.` : 'No box was recognised.'}
            {read.unknown.length > 0 && ` Not understood: ${list(read.unknown.slice(0, 5))}.`}
          </p>
        )}
        <PermissionBoxes
          model={{ ...model, permissions }}
          ticked={ticked}
          onChange={(id, on) => setTicked(toggleNeed(model, ticked, id, on))}
        />
      </form>
    </Dialog>
  );
}
