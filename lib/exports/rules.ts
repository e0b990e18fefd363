import type { Grant } from '@/lib/domain/grant/grant';
import { defaultSettings, type Settings, vendorSettings } from '@/lib/domain/values/settings';
import { ticketUrl } from '@/lib/domain/values/ticket';
import { listRulesFor } from '@/lib/vendors/list-rules';
import { generationFor } from '@/lib/vendors/registry';
import type { ExportSource } from './export-format';
import type { ToldRules } from './told-rules';

type Rules = Pick<ExportSource, 'told' | 'cadence' | 'ticketUrl' | 'places' | 'listRules' | 'invitationDays'>;

/** Returns the rules as formats ask for them. */
export function rulesFrom(told: ToldRules): Rules {
  const settings: Settings = { ...defaultSettings, ...told };
  return {
    told,
    cadence: told.cadence,
    ticketUrl: (ticket) => ticketUrl(told.ticketLink, ticket),
    places: (vendor) => vendorSettings(settings, vendor).scope,
    listRules: (list) => listRulesFor(list, settings, told.described),
    invitationDays: ({ vendor, generation }: Grant) => generationFor(vendor, generation)?.info.invitationDays ?? null,
  };
}
