import * as z from 'zod/mini';
import { defaultTicketPattern } from './ticket';

const Person = z.strictObject({ name: z.string(), email: z.string() });

/** What an organization told Grantbook about itself at one vendor. */
export const VendorSettings = z.object({
  plan: z._default(z.string(), ''),
  sso: z._default(z.boolean(), false),
  scope: z._default(z.array(z.string()), []),
});
export type VendorSettings = z.infer<typeof VendorSettings>;

/** Settings as kept in `storage.local`; what is missing takes its default. */
export const Settings = z.object({
  identity: z._default(z.nullable(Person), null),
  ticketPattern: z._default(z.string(), defaultTicketPattern),
  ticketLink: z._default(z.string(), ''),
  vendors: z._default(z.record(z.string(), VendorSettings), {}),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = {
  identity: null,
  ticketPattern: defaultTicketPattern,
  ticketLink: '',
  vendors: {},
};

/** The settings of one vendor; defaults where nothing was set. */
export function vendorSettings(settings: Settings, vendor: string): VendorSettings {
  return settings.vendors[vendor] ?? { plan: '', sso: false, scope: [] };
}
