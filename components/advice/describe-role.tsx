import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Description, RoleModel } from '@/lib/domain/advice';
import { DescribeDialog } from './describe-dialog';

interface DescribeRoleProps {
  model: RoleModel;
  name: string;
  /** Keeps what the role gives for this organization; answers null when it is kept, or why not, in words. */
  onDescribe: (said: Description) => Promise<string | null>;
}

/** A role that the pack does not know: the admin says once what it gives. */
export function DescribeRole({ model, name, onDescribe }: DescribeRoleProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        Describe this role
      </Button>
      {open && (
        <DescribeDialog
          title={`What “${name}” gives`}
          model={model}
          kind="role"
          onSave={(gives) => onDescribe({ kind: 'role', name, gives })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
