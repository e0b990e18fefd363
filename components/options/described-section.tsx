import { Plus } from 'lucide-react';
import { useState } from 'react';
import { DescribeDialog } from '@/components/advice/describe-dialog';
import { DescribedList } from '@/components/advice/described-list';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { type Describable, type Described, describable, documentedBaseline } from '@/lib/domain/advice';
import { organizationTyped } from '@/lib/vendors/describing';
import type { Generation, Vendor } from '@/lib/vendors/registry';
import styles from './described-section.module.css';
import { SettingsSection } from './settings-section';

type Place = { vendor: Vendor; generation: Generation };

interface DescribedSectionProps {
  vendors: readonly Vendor[];
  /** The plan of a vendor, as the options above say. */
  planOf: (vendor: string) => string;
  /** Undefined until they were read. */
  described: readonly Described[] | undefined;
  /** Keeps a description, in the place of one of the same thing; answers null when it is kept, or why not, in words. */
  onSave: (said: Omit<Described, 'on'>) => Promise<string | null>;
  onRemove: (one: Described) => void;
}

/**
 * Shows roles, groups and policies of the organization's own: what somebody here described, and the way to describe
 * more.
 */
export function DescribedSection({ vendors, planOf, described, onSave, onRemove }: DescribedSectionProps) {
  const places = vendors.flatMap((vendor) => vendor.generations.map((generation): Place => ({ vendor, generation })));
  const [changing, setChanging] = useState<Described | null>(null);
  const changed = changing && placeIn(places, changing);
  return (
    <SettingsSection
      title="Roles, groups and policies of your own"
      about="What custom roles, groups and an edited baseline give, as somebody here described it. The advice counts with it."
    >
      <DescribedList described={described} onChange={setChanging} onRemove={onRemove} />
      <DescribeNew {...{ places, planOf, onSave }} described={described ?? []} />
      {changing && changed && (
        <DescribeDialog
          title={`What “${changing.name}” gives`}
          model={changed.generation.model}
          kind={changing.kind}
          start={changing.gives}
          onSave={(gives) => onSave({ ...changing, gives })}
          onClose={() => setChanging(null)}
        />
      )}
    </SettingsSection>
  );
}

const keyOf = ({ vendor, generation }: Place) => `${vendor.id}/${generation.id}`;

function placeIn(places: readonly Place[], { vendor, generation }: Pick<Described, 'vendor' | 'generation'>) {
  return places.find((place) => keyOf(place) === `${vendor}/${generation}`);
}

interface DescribeNewProps extends Pick<DescribedSectionProps, 'planOf' | 'onSave'> {
  places: readonly Place[];
  described: readonly Described[];
}

/** Chooses where, and what, is to be described. */
function DescribeNew({ places, planOf, described, onSave }: DescribeNewProps) {
  const [key, setKey] = useState('');
  const [wanted, setWanted] = useState<Described['kind']>('role');
  const [open, setOpen] = useState(false);
  // The newest page of a vendor is the likeliest.
  const place = places.find((one) => keyOf(one) === key) ?? places.at(-1);
  if (!place) return null;
  const kinds = describable(place.generation.model, planOf(place.vendor.id));
  const what = kinds.find(({ kind }) => kind === wanted) ?? kinds[0];
  if (!what) return null;
  return (
    <fieldset className={styles.fresh}>
      <legend className={styles.legend}>Describe another</legend>
      <Field label="Page">
        {(control) => (
          <Select {...control} value={keyOf(place)} onChange={(event) => setKey(event.target.value)}>
            {places.map((one) => (
              <option key={keyOf(one)} value={keyOf(one)}>
                {one.vendor.name} · {one.generation.info.name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className={styles.line}>
        <Field label="What">
          {(control) => (
            <Select
              {...control}
              value={what.kind}
              onChange={(event) => setWanted(event.target.value as Described['kind'])}
            >
              {kinds.map(({ kind, label }) => (
                <option key={kind} value={kind}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button icon={Plus} onClick={() => setOpen(true)}>
          Describe
        </Button>
      </div>
      {open && <NewDialog {...{ place, what, described, planOf, onSave }} onClose={() => setOpen(false)} />}
    </fieldset>
  );
}

interface NewDialogProps extends Pick<DescribeNewProps, 'described' | 'planOf' | 'onSave'> {
  place: Place;
  what: Describable;
  onClose: () => void;
}

function NewDialog({ place, what, described, planOf, onSave, onClose }: NewDialogProps) {
  const { vendor, generation } = place;
  const here = described.filter((one) => one.vendor === vendor.id && one.generation === generation.id);
  const [organization, setOrganization] = useState(here.at(-1)?.organization ?? '');
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string>();
  const named = vendor.organization !== null;
  const baseline = here.find(({ kind }) => kind === 'baseline')?.gives ?? [];

  async function save(gives: string[]) {
    const at = named ? organizationTyped(vendor.id, organization) : '';
    setWrong(at === null ? 'Write the part of the address that names your organization.' : undefined);
    if (at === null) return 'It is not clear which organization this is about.';
    return onSave({ vendor: vendor.id, organization: at, generation: generation.id, kind: what.kind, name, gives });
  }

  return (
    <DescribeDialog
      title={what.kind === 'baseline' ? `What your ${what.label} gives` : `What a ${what.kind} gives`}
      model={generation.model}
      kind={what.kind}
      start={what.kind === 'baseline' ? [...documentedBaseline(generation.model, planOf(vendor.id)), ...baseline] : []}
      onSave={save}
      onClose={onClose}
    >
      {named && (
        <Field
          label="Organization"
          hint={`As the address of its pages names it: https://${vendor.hosts[0]}/your-organization/…`}
          error={wrong}
        >
          {(control) => (
            <TextInput {...control} value={organization} onChange={(event) => setOrganization(event.target.value)} />
          )}
        </Field>
      )}
      {what.kind === 'baseline' ? (
        <p>{what.hint}</p>
      ) : (
        <Field label={`Name of the ${what.kind}`} hint={what.hint}>
          {(control) => <TextInput {...control} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
      )}
    </DescribeDialog>
  );
}
