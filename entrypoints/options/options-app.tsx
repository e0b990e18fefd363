import { OptionsPage } from '@/components/options/options-page';
import { browser } from '@/lib/browser';
import { keepDescribed } from '@/lib/react/save-described';
import { useDescribed } from '@/lib/react/use-described';
import { removeDescribed } from '@/lib/storage/described';
import { vendors } from '@/lib/vendors/registry';
import { useTaught } from './use-corrections';
import { useEditedSettings } from './use-edited-settings';
import { useNotifying } from './use-notifying';
import { usePolicy } from './use-policy';

const logUrl = browser.runtime.getURL('/log.html');

/** The options page, wired to `storage.local`. */
export function OptionsApp() {
  const { settings, save, saved } = useEditedSettings();
  const taught = useTaught();
  const notifying = useNotifying();
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
