import { OptionsPage } from '@/components/options/options-page';
import { browser } from '@/lib/browser';
import { saveDescription } from '@/lib/react/save-description';
import { useCorrections } from '@/lib/react/use-corrections';
import { useEditedSettings } from '@/lib/react/use-edited-settings';
import { useNotificationPermission } from '@/lib/react/use-notification-permission';
import { useStored } from '@/lib/react/use-stored';
import { removeDescribed } from '@/lib/storage/described';
import { stored } from '@/lib/storage/stored-values';
import { vendors } from '@/lib/vendors/registry';

const logUrl = browser.runtime.getURL('/log.html');

/** Wires the options page to what is stored. */
export function OptionsApp() {
  const { settings, save, saved } = useEditedSettings();
  const taught = useCorrections();
  const notifying = useNotificationPermission();
  const described = useStored(stored.described);
  const policyMonths = useStored(stored.policyRetentionMonths);
  if (!settings || policyMonths === undefined) return null;
  return (
    <OptionsPage
      settings={settings}
      vendors={vendors}
      onSave={save}
      saved={saved}
      logUrl={logUrl}
      notifying={notifying}
      policy={{ retentionMonths: policyMonths ?? undefined }}
      corrections={{ ...taught, vendors }}
      described={{ vendors, described, onSave: saveDescription, onRemove: (one) => void removeDescribed(one) }}
    />
  );
}
