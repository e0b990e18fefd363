import type { Described } from '@/lib/domain/advice';
import type { ListPage, ListRules } from '@/lib/domain/review/findings';
import { type Settings, vendorSettings } from '@/lib/domain/values/settings';
import type { AdviceFacts } from './advising';
import { excessFor } from './excess';
import { generationFor, listingOf, organizationAt } from './registry';

/**
 * Collects what advice about the people of a member list depends on: what the organization told, and which one it is.
 */
export function listFacts(
  { vendor, url }: Pick<ListPage, 'vendor' | 'url'>,
  settings: Settings,
  described: readonly Described[],
): AdviceFacts {
  return {
    settings: vendorSettings(settings, vendor),
    admin: settings.identity?.email ?? null,
    described,
    organization: url === '' ? '' : organizationAt(vendor, url),
    members: null,
  };
}

/**
 * Returns by what a member list is compared with the log, from what the organization told; null where it is not the
 * list of all its members.
 */
export function listRulesFor(list: ListPage, settings: Settings, described: readonly Described[]): ListRules | null {
  const lists = listingOf(list);
  if (lists === null) return null;
  const { vendor, generation } = list;
  const facts = listFacts(list, settings, described);
  const limit = generationFor(vendor, generation)?.model.limit;
  const known = limit && lists === 'everybody' && Object.hasOwn(limit.plans, facts.settings.plan);
  return { lists, limit: known ? limit.members : null, excessOf: excessFor(vendor, generation, facts) };
}
