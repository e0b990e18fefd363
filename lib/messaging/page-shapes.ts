import * as z from 'zod/mini';
import { Short, Text } from './primitives';

/** A member list, and a row of it, as the content script tells them: see `@/lib/domain/grant/page-facts`. */
export const RosterRow = z.object({
  email: Short,
  name: Short,
  roles: z.array(Short),
  status: z.enum(['pending', 'active', 'expired', 'unknown']),
  words: Short,
  access: z.nullable(Text),
});

export const Roster = z.object({
  rows: z.array(RosterRow).check(z.maxLength(20_000)),
  seen: z.int(),
  claimed: z.nullable(z.int()),
  complete: z.boolean(),
  hidden: z.array(Short),
  pages: z.optional(z.int()),
});

export const Recognition = z.object({
  vendor: Short,
  generation: Short,
  page: Short,
  evidence: z.array(Text),
  missing: z.array(Text),
});

/** What stands in the form that invites. */
const InviteForm = z.object({ emails: z.array(Short).check(z.maxLength(200)), roles: z.array(Short) });

/** One look at a recognised page, as the content script tells it. */
export const PageFacts = z.object({
  url: z.url().check(z.maxLength(2000)),
  recognition: Recognition,
  landmarks: z.record(Short, z.boolean()),
  rows: z.array(RosterRow).check(z.maxLength(20)),
  form: z.nullable(InviteForm),
  notices: z.array(Text).check(z.maxLength(20)),
  members: z.optional(z.object({ active: z.int(), pending: z.int() })),
  blocked: z.optional(z.boolean()),
  wizard: z.optional(InviteForm),
});

/** What a tab of a vendor shows right now. `recognised` is null on pages that are not ours; `missing` then says why. */
export const TabPage = z.object({
  url: z.url().check(z.maxLength(2000)),
  recognised: z.nullable(Recognition),
  /** The nearest page that was not quite met: its name, what was found and what was missing. */
  nearest: z.nullable(z.object({ name: Short, found: z.array(Text), missing: z.array(Text) })),
});
export type TabPage = z.infer<typeof TabPage>;

/** The same for a page of ours beside it: with the grant that is guided there, and what the page shows of it. */
export const VendorTab = z.extend(TabPage, { grant: z.nullable(z.string()), facts: z.nullable(PageFacts) });
export type VendorTab = z.infer<typeof VendorTab>;
