import * as z from 'zod/mini';
import { Described } from '@/lib/domain/advice';
import type { Grant } from '@/lib/domain/grant/grant';
import { defaultSettings, Settings, vendorSettings } from '@/lib/domain/values/settings';
import { ticketUrl } from '@/lib/domain/values/ticket';
import { listRulesFor } from '@/lib/vendors/list-rules';
import { generationFor } from '@/lib/vendors/registry';
import type { ExportSource } from './export-format';

const { identity, ticketLink, vendors, cadence } = Settings.shape;

/** What an organization told that records and findings depend on; all else in them comes from entries. */
export const ToldRules = z.object({ identity, ticketLink, vendors, cadence, described: z.array(Described) });
export type ToldRules = z.infer<typeof ToldRules>;

/** Picks them out of the settings. Without personal data they name nobody. */
export function toldRules(settings: Settings, described: readonly Described[], personal: boolean): ToldRules {
  const { identity, ticketLink, vendors, cadence } = settings;
  return { identity: personal ? identity : null, ticketLink, vendors, cadence, described: [...described] };
}

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
