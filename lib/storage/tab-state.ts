import * as z from 'zod/mini';
import { PageFacts, Recognition, Roster, TabPage } from '@/lib/domain/grant/page-facts';

/** One vendor tab as it was heard of last. */
export const TabState = z.object({
  page: TabPage,
  /** The grant guided in this tab. */
  grant: z.nullable(z.string()),
  facts: z.nullable(PageFacts),
  /** Says when the page was last heard of, epoch milliseconds. */
  at: z.number(),
});
export type TabState = z.infer<typeof TabState>;

/** The member list that was read last in a tab; it grows while the admin moves through its pages. */
export const ReadRoster = z.object({
  page: Recognition,
  url: z.string(),
  roster: Roster,
  at: z.number(),
  /** Says where the log holds the list, or an earlier part of it. */
  entry: z.optional(z.nullable(z.int())),
});
export type ReadRoster = z.infer<typeof ReadRoster>;

/** The tab and the grant that a guide frame's key was made for, and the frame that used it first. */
export const FrameKey = z.object({ tab: z.int(), grant: z.string(), nonce: z.nullable(z.string()) });
export type FrameKey = z.infer<typeof FrameKey>;
