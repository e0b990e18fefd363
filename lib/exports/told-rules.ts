import * as z from 'zod/mini';
import { Described } from '@/lib/domain/advice';
import { Settings } from '@/lib/domain/values/settings';

const { identity, ticketLink, vendors, cadence } = Settings.shape;

/** Names what an organization told that records and findings depend on; all else in them comes from entries. */
export const ToldRules = z.object({ identity, ticketLink, vendors, cadence, described: z.array(Described) });
export type ToldRules = z.infer<typeof ToldRules>;

/** Picks them out of the settings. Without personal data they name nobody. */
export function toldRules(settings: Settings, described: readonly Described[], personal: boolean): ToldRules {
  const { identity, ticketLink, vendors, cadence } = settings;
  return { identity: personal ? identity : null, ticketLink, vendors, cadence, described: [...described] };
}
