import { Checkbox } from '@/components/ui/checkbox';
import { ExternalLink } from '@/components/ui/external-link';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { dayText } from '@/components/ui/time';
import { type Cadence, cadencePresets, everyText } from '@/lib/domain/cadence';
import { SettingsSection } from './settings-section';

interface ReviewSettingsProps {
  cadence: Cadence;
  readOnVisit: boolean;
  onSave: (change: { cadence?: Cadence; readOnVisit?: boolean }) => void;
}

/** How often access is reviewed, by the rule that the organization goes by, and when member lists are read. */
export function ReviewSettings({ cadence, readOnVisit, onSave }: ReviewSettingsProps) {
  const preset = cadencePresets.find(({ id }) => id === cadence.preset);
  return (
    <SettingsSection
      title="Reviews"
      about="When access is due to be looked at again. Temporary access is always due on the day it ends."
    >
      <Field
        label="Review policy"
        hint={
          <>
            Admins and Owners {everyText(cadence.privileged)}, others {everyText(cadence.others)}.
            {preset && (
              <>
                {' '}
                {preset.because} <ExternalLink href={preset.source.ref}>Source</ExternalLink>, a summary, checked{' '}
                {dayText(preset.source.checkedOn)}.
              </>
            )}
          </>
        }
      >
        {(control) => (
          <Select
            {...control}
            value={preset?.id ?? ''}
            onChange={({ target }) => {
              const chosen = cadencePresets.find(({ id }) => id === target.value);
              if (chosen) {
                const { id, privileged, others } = chosen;
                onSave({ cadence: { preset: id, privileged, others } });
              }
            }}
          >
            {!preset && <option value="">As it was set</option>}
            {cadencePresets.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Checkbox
        label="Log the member list on every visit"
        hint="Without it, lists are logged when you press “Read this page”, and when one proves that somebody is gone."
        checked={readOnVisit}
        onChange={({ target }) => onSave({ readOnVisit: target.checked })}
      />
    </SettingsSection>
  );
}
