import { vendorSettings } from '@/lib/domain/settings';
import { readDescribed } from '@/lib/storage/described';
import { tabStates } from '@/lib/storage/session';
import { readSettings } from '@/lib/storage/settings';
import type { AdviceFacts } from '@/lib/vendors/advising';
import { organizationAt } from '@/lib/vendors/registry';

/** Everything that advice for a vendor takes from outside the grant. `tab`: of its page; null where none is at hand. */
export async function adviceFacts(vendor: string, tab: number | null): Promise<AdviceFacts> {
  const [settings, described, state] = await Promise.all([
    readSettings(),
    readDescribed(),
    tab === null ? null : tabStates.get(tab),
  ]);
  return {
    settings: vendorSettings(settings, vendor),
    admin: settings.identity?.email ?? null,
    described,
    organization: state?.page.recognised?.vendor === vendor ? organizationAt(vendor, state.page.url) : '',
    members: state?.facts?.members ?? null,
  };
}
