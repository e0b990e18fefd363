import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import {
  type AdviceConditions,
  type Describable,
  type Description,
  describable,
  documentedBaseline,
  list,
  type RoleModel,
} from '@/lib/domain/advice';
import { DescribeDialog } from './describe-dialog';
import styles from './describe-policies.module.css';

interface DescribePoliciesProps {
  model: RoleModel;
  conditions: Pick<AdviceConditions, 'plan' | 'groups' | 'baseline'>;
  /** Keeps a description for this organization; answers null when it is kept, or why not, in words. */
  onDescribe: (said: Description) => Promise<string | null>;
}

/** Groups and the baseline that the advice counts with, and the way to tell of more; nothing where the vendor has none. */
export function DescribePolicies({ model, conditions, onDescribe }: DescribePoliciesProps) {
  const [open, setOpen] = useState<Describable | null>(null);
  const { plan, groups, baseline } = conditions;
  const policies = describable(model, plan).filter(({ kind }) => kind !== 'role');
  if (policies.length === 0) return null;
  const counted = [
    ...groups.map(({ name }) => `the group “${name}”`),
    ...(baseline.length > 0 ? [`your ${model.own?.baseline?.label ?? 'baseline'}`] : []),
  ];
  return (
    <div className={styles.policies}>
      <p>
        {counted.length > 0
          ? `This counts with ${list(counted)}, as described here.`
          : 'No group or policy of your own was described: this counts with what the vendor documents.'}
      </p>
      <div className={styles.buttons}>
        {policies.map((one) => (
          <Button key={one.kind} size="small" onClick={() => setOpen(one)}>
            {one.kind === 'group' ? 'Describe a group' : 'Describe the baseline'}
          </Button>
        ))}
      </div>
      {open && (
        <PolicyDialog
          key={open.kind}
          {...{ model, onDescribe }}
          policy={open}
          start={open.kind === 'baseline' ? [...documentedBaseline(model, plan), ...baseline] : []}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

interface PolicyDialogProps extends Pick<DescribePoliciesProps, 'model' | 'onDescribe'> {
  policy: Describable;
  start: readonly string[];
  onClose: () => void;
}

function PolicyDialog({ model, policy: { kind, label, hint }, start, onDescribe, onClose }: PolicyDialogProps) {
  const [name, setName] = useState('');
  return (
    <DescribeDialog
      title={kind === 'group' ? 'What a group gives' : `What your ${label} gives`}
      {...{ model, kind, start, onClose }}
      onSave={(gives) => onDescribe({ kind, name, gives })}
    >
      {kind === 'group' ? (
        <Field label="Name of the group" hint={hint}>
          {(control) => <TextInput {...control} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
      ) : (
        <p>{hint}</p>
      )}
    </DescribeDialog>
  );
}
