import type { Circumstances } from './checklist';
import type { Grant } from './grant';
import type { VendorSettings } from './settings';

/** Purposes for which a collaborator usually needs an API key: uploading source maps, integrations. */
const keyPurposes = ['implementation', 'environment'];

/** What steps of a checklist may depend on, for one grant in one organization. */
export function circumstancesOf(
  grant: Pick<Grant, 'accessEnds' | 'purpose' | 'keyNeeded'>,
  settings: VendorSettings,
): Circumstances {
  return {
    sso: settings.sso,
    temporary: grant.accessEnds !== null,
    apiKey: grant.keyNeeded ?? keyPurposes.includes(grant.purpose),
  };
}
