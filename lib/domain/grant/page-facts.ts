import * as z from 'zod/mini';
import { Short, Text } from '@/lib/domain/values/bounded';

/** An address of a page; never its fragment. */
const Url = z.url().check(z.maxLength(2000));

/** A page that was recognised, and by what visible evidence; or what was missing. */
export const Recognition = z.object({
  vendor: Short,
  generation: Short,
  page: Short,
  evidence: z.array(Text),
  missing: z.array(Text),
});
export type Recognition = z.infer<typeof Recognition>;

/** A page of a generation, as the admin names one that was not recognised. */
export const NamedPage = z.object({ generation: Short, page: Short });
export type NamedPage = z.infer<typeof NamedPage>;

export const MemberStatus = z.enum(['pending', 'active', 'expired', 'unknown']);
export type MemberStatus = z.infer<typeof MemberStatus>;

/** One row of the member list, as visible text. */
export const RosterRow = z.object({
  email: Short,
  name: Short,
  roles: z.array(Short),
  status: MemberStatus,
  /** The words the status was read from. */
  words: Short,
  /** Text of the column that names apps, workspaces or groups; null where there is none. */
  access: z.nullable(Text),
});
export type RosterRow = z.infer<typeof RosterRow>;

/** The member list as read, with the proof of how complete it is. */
export const Roster = z.object({
  rows: z.array(RosterRow).check(z.maxLength(20_000)),
  seen: z.int(),
  /** The total that the page claims; null where it says none. */
  claimed: z.nullable(z.int()),
  /** Only where `seen` equals `claimed` and nothing hides rows. */
  complete: z.boolean(),
  /** The admin said that this is all of it, where the page names no total. */
  confirmed: z.optional(z.boolean()),
  /** Lists why rows may be hidden: pages, filters, a virtual window. */
  hidden: z.array(Short),
  /** Counts the list's pages that brought rows; absent where it was read at one look. */
  pages: z.optional(z.int()),
});
export type Roster = z.infer<typeof Roster>;

/** Tells whether nothing but a total is missing to a list, so that the admin can say that it is all of it. */
export const lacksTotal = ({ claimed, hidden, seen }: Roster): boolean =>
  claimed === null && hidden.length === 0 && seen > 0;

/** The invite form while it is open: what it would send. */
export const InviteForm = z.object({ emails: z.array(Short).check(z.maxLength(200)), roles: z.array(Short) });
export type InviteForm = z.infer<typeof InviteForm>;

/** The apps, workspaces or groups of the person in question, in a dialog, drawer or panel of theirs that is open. */
export const OpenAccess = z.object({
  places: z.array(z.object({ name: Short, role: Short })).check(z.maxLength(200)),
  counted: z.nullable(z.int()),
  /** Tells whether every place was named with its role. */
  isWhole: z.boolean(),
  /** Tells whether that is how it was opened, and nothing was changed in it since. */
  isSaved: z.boolean(),
});
export type OpenAccess = z.infer<typeof OpenAccess>;

/** Everything that one look at a recognised page proves about the person in question. */
export const PageFacts = z.object({
  /** Origin, path and query of the page. */
  url: Url,
  recognition: Recognition,
  landmarks: z.record(Short, z.boolean()),
  /** Only the rows of the person in question. */
  rows: z.array(RosterRow).check(z.maxLength(20)),
  form: z.nullable(InviteForm),
  /** Toasts and inline errors, newest last. */
  notices: z.array(Text).check(z.maxLength(20)),
  access: z.optional(OpenAccess),
  /**
   * Counts the members and open invitations that the list showed when the form was opened; absent while none is open.
   */
  members: z.optional(z.object({ active: z.int(), pending: z.int() })),
  /** A modal `<dialog>` of the vendor is open: everything outside it, the guide included, is inert. */
  blocked: z.optional(z.boolean()),
  /**
   * Holds, in the later steps of an invite wizard, what its first one held, where the address is no longer on the page.
   */
  wizard: z.optional(InviteForm),
  /** Says when the background took it, UTC. */
  readAt: z.optional(z.iso.datetime()),
});
export type PageFacts = z.infer<typeof PageFacts>;

/** Tells what a tab of a vendor shows right now. `recognised` is null on pages that are not ours. */
export const TabPage = z.object({
  url: Url,
  recognised: z.nullable(Recognition),
  /** The nearest page that was not quite met: its name, what was found and what was missing. */
  nearest: z.nullable(z.object({ name: Short, found: z.array(Text), missing: z.array(Text) })),
  /** The browser refused the part of the content script that reads and guides. */
  isUnreadable: z.optional(z.boolean()),
});
export type TabPage = z.infer<typeof TabPage>;

/** Says of a page that it is unreadable, and what helps. */
export const unreadablePage = 'The part of Grantbook that reads this page could not be loaded. Reload the page.';

/** The same for a page of ours beside it: with the grant that is guided there, and what the page shows of it. */
export const VendorTab = z.extend(TabPage, { grant: z.nullable(z.string()), facts: z.nullable(PageFacts) });
export type VendorTab = z.infer<typeof VendorTab>;
