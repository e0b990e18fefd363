import { Checkbox } from '@/components/ui/checkbox';
import { ExternalLink } from '@/components/ui/external-link';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { type Cadence, cadencePresets, everyText, inDays, ownPolicy } from '@/lib/domain/review/cadence';
import { dayText } from '@/lib/domain/values/time-text';
import { OwnDays } from './own-days';
import { SettingsSection } from './settings-section';

interface ReviewSettingsProps {
  cadence: Cadence;
  readOnVisit: boolean;
  onSave: (change: { cadence?: Cadence; readOnVisit?: boolean }) => void;
}

/** Asks how often access is reviewed, by the rule that the organization goes by, and when member lists are read. */
export function ReviewSettings({ cadence, readOnVisit, onSave }: ReviewSettingsProps) {
  const preset = cadencePresets.find(({ id }) => id === cadence.preset);
  const own = cadence.preset === ownPolicy;
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
            value={own ? ownPolicy : (preset?.id ?? '')}
            onChange={({ target }) => {
              if (target.value === ownPolicy) {
                const { privileged, others } = cadence;
                onSave({ cadence: { preset: ownPolicy, privileged: inDays(privileged), others: inDays(others) } });
              }
              const chosen = cadencePresets.find(({ id }) => id === target.value);
              if (chosen) {
                const { id, privileged, others } = chosen;
                onSave({ cadence: { preset: id, privileged, others } });
              }
            }}
          >
            {!preset && !own && <option value="">As it was set</option>}
            {cadencePresets.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
            <option value={ownPolicy}>Days of your own</option>
          </Select>
        )}
      </Field>
      {own && (
        <>
          <OwnDays
            label="Days for Admins and Owners"
            hint="And for every other role that can change who has access."
            every={cadence.privileged}
            onSave={(privileged) => onSave({ cadence: { ...cadence, privileged } })}
          />
          <OwnDays
            label="Days for others"
            hint="For access that changes nothing for anybody else."
            every={cadence.others}
            onSave={(others) => onSave({ cadence: { ...cadence, others } })}
          />
        </>
      )}
      <Checkbox
        label="Log the member list on every visit"
        hint="Without it, lists are logged when you press “Read this page”, and when one proves that somebody is gone."
        checked={readOnVisit}
        onChange={({ target }) => onSave({ readOnVisit: target.checked })}
      />
    </SettingsSection>
  );
}
