import { stored } from '@/lib/storage/stored-values';
import { type AdviceFacts, adviceFactsAt } from '@/lib/vendors/advising';

/**
 * Reads everything that advice for a vendor takes from outside the grant. `tab`: of its page; null where none is at
 * hand.
 */
export async function adviceFacts(vendor: string, tab: number | null): Promise<AdviceFacts> {
  const [settings, described, state] = await Promise.all([
    stored.settings.read(),
    stored.described.read(),
    tab === null ? null : stored.tabs.at(tab).read(),
  ]);
  return adviceFactsAt(vendor, settings, described, state && { ...state.page, facts: state.facts });
}
