import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Notice } from '@/components/ui/notice';
import type { Settings } from '@/lib/domain/values/settings';
import { SettingsSection } from './settings-section';

/** Describes the browser's permission to show notifications. */
export interface Notifying {
  allowed: boolean;
  /** Has the browser ask for it; answers whether it is there then. Must be called by the click itself. */
  ask: () => Promise<boolean>;
  /** Gives it back. */
  release: () => void;
}

interface ReminderSettingsProps {
  settings: Pick<Settings, 'remind' | 'remindNames'>;
  notifying: Notifying;
  onSave: (change: Partial<Pick<Settings, 'remind' | 'remindNames'>>) => void;
}

/** Asks whether the browser notifies of what is overdue, and what it then says. Off until the admin wants it. */
export function ReminderSettings({ settings, notifying, onSave }: ReminderSettingsProps) {
  const [refused, setRefused] = useState(false);
  const on = settings.remind && notifying.allowed;

  async function toggle(wanted: boolean) {
    setRefused(false);
    if (!wanted) {
      onSave({ remind: false });
      notifying.release();
      return;
    }
    const allowed = await notifying.ask();
    setRefused(!allowed);
    if (allowed) onSave({ remind: true });
  }

  return (
    <SettingsSection
      title="Reminders"
      about="The number on the toolbar button always shows how many grants are overdue or expire today."
    >
      <Checkbox
        label="Remind me with a notification"
        hint="Once a day from nine o’clock on, all in one, and only while something is overdue or expires that day. What was missed comes when the browser runs again."
        checked={on}
        onChange={({ target }) => void toggle(target.checked)}
      />
      {refused && (
        <Notice tone="warn" role="alert">
          <p>
            The browser did not allow notifications. Try again, or allow them for Grantbook in the browser’s settings.
          </p>
        </Notice>
      )}
      {on && (
        <Checkbox
          label="Name people and tickets in it"
          hint="Without it the notification only counts: a lock screen shows it to whoever passes."
          checked={settings.remindNames}
          onChange={({ target }) => onSave({ remindNames: target.checked })}
        />
      )}
    </SettingsSection>
  );
}
