import type { Described } from '@/lib/domain/advice';
import { type Settings, vendorSettings } from '@/lib/domain/settings';
import type { ListPage, ListRules } from '@/lib/exports/export-format';
import { generationFor, listingOf, organizationAt } from '@/lib/vendors/registry';
import { excessFor } from './beyond';

/** By what a member list is compared with the log, from what the organization told; null where it is not the list of all its members. */
export function listRulesFor(list: ListPage, settings: Settings, described: readonly Described[]): ListRules | null {
  const lists = listingOf(list);
  if (lists === null) return null;
  const { vendor, generation, url } = list;
  const own = vendorSettings(settings, vendor);
  const limit = generationFor(vendor, generation)?.model.limit;
  const known = limit && lists === 'everybody' && Object.hasOwn(limit.plans, own.plan);
  return {
    lists,
    limit: known ? limit.members : null,
    excessOf: excessFor(vendor, generation, {
      settings: own,
      admin: settings.identity?.email ?? null,
      described,
      organization: url === '' ? '' : organizationAt(vendor, url),
      members: null,
    }),
  };
}
