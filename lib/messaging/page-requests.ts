import * as z from 'zod/mini';
import type { RegisteredPages } from '@/lib/vendors/page-registry';
import { Done } from './answers';
import { PageFacts, Recognition, Roster, TabPage } from './page-shapes';
import { Id, Short } from './primitives';

/** Where the guide stands in the vendor's page. */
export const Corner = z.enum(['bottom-right', 'bottom-left', 'top-left', 'top-right']);

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

/** What the content script is answered. */
export const pageReplies = {
  'page.packs': z.custom<PagePacks>((value) => typeof value === 'object' && value !== null),
  'page.changed': Guidance,
  'landmark.picked': z.custom<PagePacks>((value) => typeof value === 'object' && value !== null),
  'roster.seen': Done,
  'guide.placed': Done,
  'page.facts': Done,
} as const satisfies Record<keyof typeof pageRequests, z.ZodMiniType>;
