import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { Checked } from '@/lib/domain/values/email';
import { SettingsSection } from './settings-section';
import { useSettingField } from './use-setting-field';

interface RetentionSettingsProps {
  months: number | null;
  onSave: (months: number | null) => void;
  /** Quotes the organization's policy; where it says something, that counts. */
  policy?: number | undefined;
}

const counted =
  'Counted from the removal of the access, and for member lists from their reading. They are deleted then, for good.';
const byPolicy = 'Set by your organization’s policy for this browser; it cannot be changed here.';

const toMonths = (text: string) => (text.trim() === '' ? null : Number(text));

/** Reads a number of months as typed; nothing typed is no limit. */
export function checkMonths(text: string): Checked<string> {
  const months = toMonths(text);
  const good = months === null || (Number.isInteger(months) && months >= 1 && months <= 600);
  return good
    ? { ok: true, value: text.trim() }
    : { ok: false, message: 'Enter a number of months from 1 to 600, or nothing.' };
}

/** Asks how long personal values are kept once the access is removed. */
export function RetentionSettings({ months, onSave, policy }: RetentionSettingsProps) {
  const typed = useSettingField(months === null ? '' : String(months), checkMonths, (text) => onSave(toMonths(text)));
  return (
    <SettingsSection
      title="Retention"
      about="What the log says stays provable for good. Names, addresses and free text need not be kept that long."
    >
      <Field
        label="Months to keep personal values"
        hint={policy === undefined ? `${counted} Empty: kept as long as the log.` : `${byPolicy} ${counted}`}
        error={policy === undefined ? typed.error : undefined}
      >
        {(control) =>
          policy === undefined ? (
            <TextInput
              {...control}
              inputMode="numeric"
              value={typed.text}
              onChange={(event) => typed.type(event.target.value)}
            />
          ) : (
            <TextInput {...control} readOnly value={policy} />
          )
        }
      </Field>
    </SettingsSection>
  );
}
