import { Checkbox } from '@/components/ui/checkbox';
import { Disclosure } from '@/components/ui/disclosure';
import { Fieldset } from '@/components/ui/fieldset';
import {
  needOf,
  type Permission,
  type Refinement,
  type RoleModel,
  refinementTo,
  toggleNeed,
} from '@/lib/domain/advice';
import { quantity } from '@/lib/domain/values/quantity';
import styles from './refine-need.module.css';

interface RefineNeedProps {
  model: RoleModel;
  purpose: string;
  refinement: Refinement | null;
  onChange: (refinement: Refinement | null) => void;
}

/** The permissions that a grant needs, ticked by its purpose, to tick and untick one by one. */
export function RefineNeed({ model, purpose, refinement, onChange }: RefineNeedProps) {
  const need = needOf(model, purpose, refinement)?.ids;
  if (!need) return null;
  const changed = (refinement?.add.length ?? 0) + (refinement?.drop.length ?? 0);
  const change = (id: string, on: boolean) => onChange(refinementTo(model, purpose, toggleNeed(model, need, id, on)));
  return (
    <Disclosure
      summary={
        <span>
          Refine what is needed
          {changed > 0 && ` · ${quantity(changed, 'change')}`}
        </span>
      }
    >
      <PermissionBoxes model={model} ticked={need} onChange={change} />
    </Disclosure>
  );
}

interface PermissionBoxesProps {
  model: Pick<RoleModel, 'scopeWord'> & { permissions: readonly Permission[] };
  ticked: readonly string[];
  onChange: (id: string, on: boolean) => void;
}

/** Every permission of a model as a box, those of the organization apart from those in each entry of the scope. */
export function PermissionBoxes({ model, ticked, onChange }: PermissionBoxesProps) {
  const groups = [
    { legend: 'In the organization', of: model.permissions.filter(({ inScope }) => !inScope) },
    {
      legend: `In each ${model.scopeWord}`,
      of: model.permissions.filter(({ inScope, personalData }) => inScope && !personalData),
    },
    {
      legend: `Personal data in each ${model.scopeWord}`,
      of: model.permissions.filter(({ inScope, personalData }) => inScope && personalData),
    },
  ].filter(({ of }) => of.length > 0);
  return (
    <div className={styles.groups}>
      {groups.map(({ legend, of }) => (
        <Fieldset key={legend} legend={legend}>
          <div className={styles.boxes}>
            {of.map(({ id, label }) => (
              <Checkbox
                key={id}
                label={label.charAt(0).toUpperCase() + label.slice(1)}
                checked={ticked.includes(id)}
                onChange={(event) => onChange(id, event.target.checked)}
              />
            ))}
          </div>
        </Fieldset>
      ))}
    </div>
  );
}
