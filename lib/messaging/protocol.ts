import * as z from 'zod/mini';
import { type WarnedField, warnableFields } from '@/lib/domain/advice';
import { Covers, Hash } from '@/lib/domain/entry';
import { findingKinds } from '@/lib/domain/findings';
import type { Grant } from '@/lib/domain/grant';
import type { AdviceFacts } from '@/lib/vendors/advising';
import type { RegisteredPages } from '@/lib/vendors/page-registry';

const Text = z.string().check(z.maxLength(5000));
const Short = z.string().check(z.maxLength(300));
/** An id as the log writes it. */
const Id = z.uuid().check(z.lowercase());

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

const KeyForm = z.object({
  name: Text,
  owner: Text,
  purpose: Text,
  scope: Text,
  permissions: Text,
  expires: Text,
  rotateDays: Text,
});

/** What an admin says a role, group or baseline gives. */
const description = {
  kind: z.enum(['role', 'group', 'baseline']),
  name: Short,
  gives: z.array(Short).check(z.maxLength(200)),
};

/** Where the guide stands in the vendor's page. */
export const Corner = z.enum(['bottom-right', 'bottom-left', 'top-left', 'top-right']);

/** Requests of the content script. The sender must be our content script in the top frame of a vendor's host. */
export const pageRequests = {
  /** What there is to recognise at the sender's host. Sent instead of bundled: six generations would not fit the script's budget. */
  'page.packs': z.object({}),
  /** The page was recognised, left, or found not to be ours. The answer says which guide to open, if any. */
  'page.changed': z.object({ page: TabPage }),
  /** The admin pointed at the right element for a landmark that was lost. */
  'landmark.picked': z.object({
    generation: Short,
    page: Short,
    landmark: Short,
    role: z.enum(['button', 'link', 'heading', 'tab', 'columnheader', 'text']),
    name: Short,
  }),
  /** More of a member list was seen while the admin moved through its pages. */
  'roster.seen': z.object({ page: Recognition, url: z.url(), roster: Roster }),
  /** Where the admin moved the guide to, and how high they made it; kept per vendor. */
  'guide.placed': z.object({ corner: Corner, height: z.nullable(z.int()) }),
  /** Something about the person in question changed on the page. */
  'page.facts': z.object({ grant: Id, facts: PageFacts }),
} as const;

/** Requests of the extension's own pages (popup, side panel, log, options). The guide frame has a port of its own. */
export const pageOfOursRequests = {
  'identity.save': z.object({ name: Text, email: Text }),
  'grant.start': z.object({
    id: Id,
    form: z.object({
      ticket: Text,
      vendor: Text,
      email: Text,
      purpose: Text,
      refine: z.optional(z.nullable(z.object({ add: z.array(Short), drop: z.array(Short) }))),
      scope: z.array(Text),
      temporary: z.boolean(),
      accessEnds: Text,
      approvedBy: Text,
      reason: Text,
    }),
  }),
  'step.confirm': z.object({ grant: Id, step: Short }),
  'step.reopen': z.object({ grant: Id, step: Short }),
  'role.justify': z.object({ grant: Id, chosen: Short, justification: Text }),
  'role.describe': z.object({ grant: Id, ...description }),
  /** What the active tab of the window shows; null where it is no vendor's page. */
  'tab.page': z.object({}),
  /** Makes a grant the one that its vendor's tabs guide. */
  'guide.choose': z.object({ grant: Id }),
  /** Reads the whole member list of the active tab. */
  'roster.read': z.object({}),
  'landmark.show': z.object({ landmark: Short }),
  /** Lets the admin point at the right element for a landmark, in the vendor tab. */
  'landmark.pick': z.object({ landmark: Short }),
  /** An outline of the vendor tab's page: roles and names of controls, nobody's data. */
  'page.report': z.object({}),
  /** The admin says which page the vendor tab shows; null takes it back. */
  'page.assume': z.object({ page: z.nullable(z.object({ generation: Short, page: Short })) }),
  'keys.settle': z.object({ grant: Id, needed: z.boolean() }),
  'key.record': z.object({ grant: Id, step: Short, form: KeyForm }),
  'removal.start': z.object({ grant: Id, reason: Text }),
  'removal.stop': z.object({ grant: Id }),
  'invitation.resent': z.object({ grant: Id }),
  'invitation.withdrawn': z.object({ grant: Id, reason: Text }),
  /** Shows a person's row on the vendor's page. */
  'person.show': z.object({ grant: Id }),
  /** `roster`: number of the entry with the list that shows it. */
  'finding.settle': z.object({
    vendor: Short,
    kind: z.enum(findingKinds),
    how: z.enum(['accepted', 'ticket', 'not-a-person']),
    email: Short,
    shown: Text,
    grant: z.nullable(Id),
    ticket: z.nullable(Text),
    until: Short,
    reason: Text,
    roster: z.int(),
  }),
  /** Somebody whom a complete list does not show was removed. */
  'finding.removed': z.object({ grant: Id, roster: z.int() }),
  /** Takes over what a list that was logged says of a grant that was started since. */
  'list.apply': z.object({ grant: Id, roster: z.int() }),
  'review.decide': z.object({
    grant: Id,
    campaign: z.nullable(Id),
    decision: z.enum(['keep', 'modify', 'remove']),
    reason: Text,
  }),
  'campaign.start': z.object({ id: Id, by: z.enum(['due', 'vendor', 'approver']), what: Short }),
  'campaign.finish': z.object({ campaign: Id, statement: Text }),
  'log.exported': z.object({ format: Short, entries: z.int(), head: Hash, covers: Covers }),
  'refused.count': z.object({}),
  /** Has the device's key sign the log as it stands; every export begins with that. */
  'log.checkpoint': z.object({}),
  /** Some entries of a backup of this log, oldest first. They are verified where they are stored. */
  'log.restore': z.object({ entries: z.array(z.unknown()).check(z.maxLength(1000)) }),
  /** Some entries of another admin's log, oldest first. */
  'log.merge': z.object({
    log: Id,
    apart: z.boolean(),
    mergedAt: z.nullable(z.iso.datetime()),
    entries: z.array(z.unknown()).check(z.maxLength(1000)),
  }),
  /** All of them were taken in. */
  'log.taken': z.object({ what: z.enum(['restored', 'merged']), log: Id, entries: z.int(), head: Hash }),
  /** Accounts of a list; the ids are made by the sender, so that sending twice takes them once. */
  'accounts.import': z.object({
    accounts: z
      .array(
        z.object({
          id: Id,
          account: z.strictObject({
            vendor: Short,
            ticket: Short,
            email: Short,
            role: Short,
            scope: z.array(Short),
            since: z.nullable(Short),
            accessEnds: z.nullable(Short),
            approvedBy: Short,
            reason: Text,
          }),
        }),
      )
      .check(z.maxLength(500)),
  }),
  /** Deletes what is known of a person; `dry` only counts it. */
  'person.forget': z.object({ email: Short, name: Short, dry: z.boolean() }),
  /** The admin has seen to a loss that was noticed. */
  'loss.settle': z.object({}),
} as const;

export const requests = { ...pageRequests, ...pageOfOursRequests } as const;
export type RequestName = keyof typeof requests;
export type Payload<N extends RequestName> = z.infer<(typeof requests)[N]>;

const Done = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

const TakenIn = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), added: z.int(), left: z.int() }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

/** What a content script recognises pages by: the packs of its host, and the pages that the admin named, by path. */
export interface PagePacks {
  packs: readonly RegisteredPages[];
  assumed: Readonly<Record<string, { generation: string; page: string }>>;
}

/** What the content script is to do: which grant to guide, and whom to look for. */
export const Guidance = z.nullable(
  z.object({
    key: z.string(),
    grant: Id,
    email: Short,
    landmark: z.nullable(Short),
    /** Where the admin left the guide at this vendor. */
    place: z.nullable(z.object({ corner: Corner, height: z.nullable(z.int()) })),
    /** Style sheet of what is drawn over the page. */
    style: z.string(),
  }),
);
export type Guidance = z.infer<typeof Guidance>;

/** Every request's answer. */
export const replies = {
  'page.packs': z.custom<PagePacks>((value) => typeof value === 'object' && value !== null),
  'landmark.picked': z.custom<PagePacks>((value) => typeof value === 'object' && value !== null),
  'roster.seen': Done,
  'guide.placed': Done,
  'page.assume': Done,
  'keys.settle': Done,
  'key.record': z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true) }),
    z.object({ ok: z.literal(false), errors: z.record(z.string(), z.string()) }),
  ]),
  'removal.start': Done,
  'removal.stop': Done,
  'invitation.resent': Done,
  'invitation.withdrawn': Done,
  'person.show': Done,
  'finding.settle': Done,
  'finding.removed': Done,
  'list.apply': Done,
  'review.decide': Done,
  'campaign.start': Done,
  'campaign.finish': Done,
  'page.report': z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), report: z.string() }),
    z.object({ ok: z.literal(false), message: z.string() }),
  ]),
  'landmark.pick': Done,
  'page.changed': Guidance,
  'page.facts': Done,
  'identity.save': z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true) }),
    z.object({ ok: z.literal(false), errors: z.record(z.string(), z.string()) }),
  ]),
  'grant.start': z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), grant: Id }),
    z.object({ ok: z.literal(false), errors: z.record(z.string(), z.string()) }),
  ]),
  'step.confirm': Done,
  'step.reopen': Done,
  'role.justify': Done,
  'role.describe': Done,
  'tab.page': z.nullable(VendorTab),
  'guide.choose': Done,
  'roster.read': z.discriminatedUnion('ok', [
    z.object({
      ok: z.literal(true),
      page: Recognition,
      url: z.string(),
      roster: Roster,
      entry: z.optional(z.nullable(z.int())),
    }),
    z.object({ ok: z.literal(false), message: z.string() }),
  ]),
  'landmark.show': Done,
  'log.exported': Done,
  'refused.count': z.object({ count: z.int() }),
  'log.checkpoint': Done,
  'log.restore': TakenIn,
  'log.merge': TakenIn,
  'log.taken': Done,
  'accounts.import': Done,
  'person.forget': z.discriminatedUnion('ok', [
    // `elsewhere`: what was kept of the person outside of the log.
    z.object({ ok: z.literal(true), values: z.int(), grants: z.int(), elsewhere: z.int() }),
    z.object({ ok: z.literal(false), message: z.string() }),
  ]),
  'loss.settle': Done,
} as const satisfies Record<RequestName, z.ZodMiniType>;
export type Reply<N extends RequestName> = z.infer<(typeof replies)[N]>;

/** A request on the wire. */
export const Envelope = z.object({ request: z.string(), payload: z.unknown() });

/** What the guide frame may ask, over its port, after its key was accepted. It acts on its own grant only. */
export const GuideRequest = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('hello'), key: z.string(), nonce: z.string() }),
  z.object({ ask: z.literal('confirm'), step: Short }),
  z.object({ ask: z.literal('reopen'), step: Short }),
  z.object({ ask: z.literal('describe'), ...description }),
  z.object({ ask: z.literal('justify'), chosen: Short, justification: Text }),
  z.object({ ask: z.literal('keys'), needed: z.boolean() }),
  z.object({ ask: z.literal('key'), step: Short, form: KeyForm }),
  z.object({ ask: z.literal('remove'), reason: Text }),
  z.object({ ask: z.literal('keep') }),
  z.object({ ask: z.literal('pick'), landmark: Short }),
  z.object({ ask: z.literal('report') }),
  z.object({ ask: z.literal('show'), landmark: Short }),
  z.object({ ask: z.literal('point'), landmark: z.nullable(Short), warned: z.array(z.enum(warnableFields)) }),
  z.object({ ask: z.literal('size'), height: z.int(), collapsed: z.boolean() }),
  z.object({ ask: z.literal('choose'), grant: Id }),
]);
export type GuideRequest = z.infer<typeof GuideRequest>;

/** Everything that the guide and the side panel's `Guide` tab show. */
export interface GuideState {
  grant: Grant;
  /** Other open grants at this vendor. */
  others: { id: string; ticket: string; email: string | null }[];
  sso: boolean;
  /** The template of the message to the collaborator. */
  message: string;
  /** What the page shows; null while no page of the vendor is recognised. */
  facts: z.infer<typeof PageFacts> | null;
  /** What advice takes from outside the grant. */
  about: AdviceFacts;
}

/** What the background sends to the guide. State is our own, so it is not parsed again there. */
export type GuideNews =
  | { tell: 'state'; state: GuideState }
  | { tell: 'refused'; message: string }
  | { tell: 'key-errors'; errors: Record<string, string> }
  | { tell: 'report'; report: string | null }
  | { tell: 'done' };

/** What the background sends to the content script of a tab. */
export type PageOrder =
  | { order: 'look' }
  | { order: 'read-roster' }
  | { order: 'packs'; packs: PagePacks }
  | { order: 'pick'; landmark: string }
  | { order: 'report' }
  | { order: 'guide'; guidance: Guidance }
  | { order: 'show'; landmark: string }
  | { order: 'point'; landmark: string | null; warned: readonly WarnedField[] }
  | { order: 'size'; height: number; collapsed: boolean };

export type { PageFacts as PageFactsShape } from '@/lib/domain/facts';
