import * as z from 'zod/mini';
import { defaultMessage } from '@/lib/domain/grant/invitation-message';
import { Cadence, defaultCadence } from '@/lib/domain/review/cadence';
import { defaultTicketPattern } from './ticket';

const Person = z.strictObject({ name: z.string(), email: z.string() });

/** Holds what an organization told Grantbook about itself at one vendor. */
export const VendorSettings = z.object({
  plan: z.catch(z.string(), ''),
  sso: z.catch(z.boolean(), false),
  scope: z.catch(z.array(z.string()), []),
  /** The e-mail domain that signs in through SSO; absent or empty where nobody told. */
  domain: z.optional(z.catch(z.string(), '')),
});
export type VendorSettings = z.infer<typeof VendorSettings>;

const noVendorSettings: VendorSettings = { plan: '', sso: false, scope: [] };

/** Months after the removal of an access. */
export const RetentionMonths = z.int().check(z.gte(1), z.lte(600));

/**
 * Settings as kept in `storage.local`. One that is missing or cannot be read takes its default, and the others stay as
 * they are.
 */
export const Settings = z.object({
  identity: z.catch(z.nullable(Person), null),
  ticketPattern: z.catch(z.string(), defaultTicketPattern),
  ticketLink: z.catch(z.string(), ''),
  vendors: z.catch(z.record(z.string(), z.catch(VendorSettings, noVendorSettings)), {}),
  /** The message to the collaborator, with placeholders. */
  message: z.catch(z.string(), defaultMessage),
  /** Months after the removal of an access during which its personal values are kept; null: as long as the log. */
  retentionMonths: z.catch(z.nullable(RetentionMonths), null),
  /** Says how often access is reviewed. */
  cadence: z.catch(Cadence, defaultCadence),
  /** Tells whether each visit to a vendor's team page is read and logged, or only what the admin asks for. */
  readOnVisit: z.catch(z.boolean(), false),
  /** Tells whether the browser notifies of what is overdue or expires today, and whether it then names people. */
  remind: z.catch(z.boolean(), false),
  remindNames: z.catch(z.boolean(), false),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = {
  identity: null,
  ticketPattern: defaultTicketPattern,
  ticketLink: '',
  vendors: {},
  message: defaultMessage,
  retentionMonths: null,
  cadence: defaultCadence,
  readOnVisit: false,
  remind: false,
  remindNames: false,
};

/** Returns the settings of one vendor; defaults where nothing was set. */
export function vendorSettings(settings: Settings, vendor: string): VendorSettings {
  return Object.hasOwn(settings.vendors, vendor) ? (settings.vendors[vendor] ?? noVendorSettings) : noVendorSettings;
}
