import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { checkDays, type Every } from '@/lib/domain/review/cadence';
import { useSettingField } from './use-setting-field';

interface OwnDaysProps {
  label: string;
  hint: string;
  every: Every;
  onSave: (every: Every) => void;
}

/** Asks how many days may pass until access of one class is looked at again. */
export function OwnDays({ label, hint, every, onSave }: OwnDaysProps) {
  const typed = useSettingField(String(every.count), checkDays, (text) =>
    onSave({ count: Number(text), unit: 'days' }),
  );
  return (
    <Field label={label} hint={hint} error={typed.error}>
      {(control) => (
        <TextInput
          {...control}
          inputMode="numeric"
          value={typed.text}
          onChange={(event) => typed.type(event.target.value)}
        />
      )}
    </Field>
  );
}
