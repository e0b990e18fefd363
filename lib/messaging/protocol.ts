import * as z from 'zod/mini';
import type { Grant } from '@/lib/domain/grant';
import type { RegisteredPages } from '@/lib/vendors/page-registry';

const Text = z.string().check(z.maxLength(5000));
const Short = z.string().check(z.maxLength(300));
const Id = z.uuid();

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
});

export const Recognition = z.object({
  vendor: Short,
  generation: Short,
  page: Short,
  evidence: z.array(Text),
  missing: z.array(Text),
});

/** One look at a recognised page, as the content script tells it. */
export const PageFacts = z.object({
  url: z.url().check(z.maxLength(2000)),
  recognition: Recognition,
  landmarks: z.record(Short, z.boolean()),
  rows: z.array(RosterRow).check(z.maxLength(20)),
  form: z.nullable(z.object({ emails: z.array(Short).check(z.maxLength(200)), roles: z.array(Short) })),
  notices: z.array(Text).check(z.maxLength(20)),
});

/** What a tab of a vendor shows right now. `recognised` is null on pages that are not ours; `missing` then says why. */
export const TabPage = z.object({
  url: z.url().check(z.maxLength(2000)),
  recognised: z.nullable(Recognition),
  /** The nearest page that was not quite met: its name, what was found and what was missing. */
  nearest: z.nullable(z.object({ name: Short, found: z.array(Text), missing: z.array(Text) })),
});
export type TabPage = z.infer<typeof TabPage>;

/** Requests of the content script. The sender must be our content script in the top frame of a vendor's host. */
export const pageRequests = {
  /** What there is to recognise at the sender's host. Sent instead of bundled: six generations would not fit the script's budget. */
  'page.packs': z.object({}),
  /** The page was recognised, left, or found not to be ours. The answer says which guide to open, if any. */
  'page.changed': z.object({ page: TabPage }),
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
  /** Which vendor page the active tab of the window shows; null where it is none. */
  'tab.page': z.object({}),
  /** Makes a grant the one that its vendor's tabs guide. */
  'guide.choose': z.object({ grant: Id }),
  /** Reads the whole member list of the active tab. */
  'roster.read': z.object({}),
  'landmark.show': z.object({ landmark: Short }),
  'log.exported': z.object({ format: Short, entries: z.int(), head: z.string() }),
  'refused.count': z.object({}),
} as const;

export const requests = { ...pageRequests, ...pageOfOursRequests } as const;
export type RequestName = keyof typeof requests;
export type Payload<N extends RequestName> = z.infer<(typeof requests)[N]>;

const Done = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

/** What the content script is to do: which grant to guide, and whom to look for. */
export const Guidance = z.nullable(z.object({ key: z.string(), grant: Id, email: Short, landmark: z.nullable(Short) }));
export type Guidance = z.infer<typeof Guidance>;

/** Every request's answer. */
export const replies = {
  'page.packs': z.custom<readonly RegisteredPages[]>(Array.isArray),
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
  'tab.page': z.nullable(TabPage),
  'guide.choose': Done,
  'roster.read': z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), page: Recognition, url: z.string(), roster: Roster }),
    z.object({ ok: z.literal(false), message: z.string() }),
  ]),
  'landmark.show': Done,
  'log.exported': Done,
  'refused.count': z.object({ count: z.int() }),
} as const satisfies Record<RequestName, z.ZodMiniType>;
export type Reply<N extends RequestName> = z.infer<(typeof replies)[N]>;

/** A request on the wire. */
export const Envelope = z.object({ request: z.string(), payload: z.unknown() });

/** What the guide frame may ask, over its port, after its key was accepted. It acts on its own grant only. */
export const GuideRequest = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('hello'), key: z.string(), nonce: z.string() }),
  z.object({ ask: z.literal('confirm'), step: Short }),
  z.object({ ask: z.literal('reopen'), step: Short }),
  z.object({ ask: z.literal('justify'), chosen: Short, justification: Text }),
  z.object({ ask: z.literal('show'), landmark: Short }),
  z.object({ ask: z.literal('point'), landmark: z.nullable(Short) }),
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
  /** What the page shows; null while no page of the vendor is recognised. */
  facts: z.infer<typeof PageFacts> | null;
}

/** What the background sends to the guide. State is our own, so it is not parsed again there. */
export type GuideNews = { tell: 'state'; state: GuideState } | { tell: 'refused'; message: string } | { tell: 'done' };

/** What the background sends to the content script of a tab. */
export type PageOrder =
  | { order: 'look' }
  | { order: 'read-roster' }
  | { order: 'guide'; guidance: Guidance }
  | { order: 'show'; landmark: string }
  | { order: 'point'; landmark: string | null }
  | { order: 'size'; height: number; collapsed: boolean };

export type { PageFacts as PageFactsShape } from '@/lib/domain/facts';
