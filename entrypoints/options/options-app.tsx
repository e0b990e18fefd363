import { OptionsPage } from '@/components/options/options-page';
import { browser } from '@/lib/browser';
import { keepDescribed } from '@/lib/react/save-described';
import { useCorrections } from '@/lib/react/use-corrections';
import { useDescribed } from '@/lib/react/use-described';
import { useEditedSettings } from '@/lib/react/use-edited-settings';
import { useNotificationPermission } from '@/lib/react/use-notification-permission';
import { usePolicy } from '@/lib/react/use-policy';
import { removeDescribed } from '@/lib/storage/described';
import { vendors } from '@/lib/vendors/registry';

const logUrl = browser.runtime.getURL('/log.html');

/** The options page, wired to `storage.local`. */
export function OptionsApp() {
  const { settings, save, saved } = useEditedSettings();
  const taught = useCorrections();
  const notifying = useNotificationPermission();
  const described = useDescribed();
  const policy = usePolicy();
  if (!settings || !policy) return null;
  return (
    <OptionsPage
      settings={settings}
      vendors={vendors}
      onSave={save}
      saved={saved}
      logUrl={logUrl}
      notifying={notifying}
      policy={policy}
      corrections={{ ...taught, vendors }}
      described={{ vendors, described, onKeep: keepDescribed, onRemove: (one) => void removeDescribed(one) }}
    />
  );
}
