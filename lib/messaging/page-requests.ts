import * as z from 'zod/mini';
import { Picked } from '@/lib/domain/grant/correction';
import { Guidance, GuidePlace } from '@/lib/domain/grant/guidance';
import { PageFacts, Recognition, Roster, TabPage } from '@/lib/domain/grant/page-facts';
import { Id } from '@/lib/domain/values/bounded';
import type { PagePacks } from '@/lib/vendors/vendor';
import { Done } from './answers';

/** Requests of the content script. The sender must be our content script in the top frame of a vendor's host. */
export const pageRequests = {
  /** What there is to recognise at the sender's host. Sent instead of bundled: six generations would not fit the script's budget. */
  'page.packs': z.object({}),
  /** The page was recognised, left, or found not to be ours. The answer says which guide to open, if any. */
  'page.changed': z.object({ page: TabPage }),
  /** The admin pointed at the right element for a landmark that was lost. */
  'landmark.picked': Picked,
  /** More of a member list was seen while the admin moved through its pages. */
  'roster.seen': z.object({ page: Recognition, url: z.url(), roster: Roster }),
  /** Where the admin moved the guide to, and how high they made it; kept per vendor. */
  'guide.placed': GuidePlace,
  /** Something about the person in question changed on the page. */
  'page.facts': z.object({ grant: Id, facts: PageFacts }),
} as const;

/** What the content script is answered. */
export const pageReplies = {
  'page.packs': z.custom<PagePacks>((value) => typeof value === 'object' && value !== null),
  'page.changed': z.nullable(Guidance),
  'landmark.picked': z.custom<PagePacks>((value) => typeof value === 'object' && value !== null),
  'roster.seen': Done,
  'guide.placed': Done,
  'page.facts': Done,
} as const satisfies Record<keyof typeof pageRequests, z.ZodMiniType>;
