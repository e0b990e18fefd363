import { readDescribed } from '@/lib/storage/described';
import { tabStates } from '@/lib/storage/session';
import { readSettings } from '@/lib/storage/settings';
import { type AdviceFacts, adviceFactsAt } from '@/lib/vendors/advising';

/** Everything that advice for a vendor takes from outside the grant. `tab`: of its page; null where none is at hand. */
export async function adviceFacts(vendor: string, tab: number | null): Promise<AdviceFacts> {
  const [settings, described, state] = await Promise.all([
    readSettings(),
    readDescribed(),
    tab === null ? null : tabStates.get(tab),
  ]);
  return adviceFactsAt(vendor, settings, described, state && { ...state.page, facts: state.facts });
}
