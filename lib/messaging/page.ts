import * as z from 'zod/mini';
import { browser } from '@/lib/browser';
import type { WarnedField } from '@/lib/domain/advice';
import type { Guidance } from '@/lib/domain/grant/guidance';
import { PageFacts, Recognition, Roster, TabPage } from '@/lib/domain/grant/page-facts';
import type { PagePacks } from '@/lib/vendors/vendor';

/** The payload of each command that the background sends to the content script of a tab. */
interface PagePayloads {
  'page.look': Record<never, never>;
  'roster.read': Record<never, never>;
  'packs.use': { packs: PagePacks };
  'landmark.pick': { landmark: string };
  'landmark.show': { landmark: string };
  'page.report': Record<never, never>;
  'guide.show': { guidance: Guidance | null };
  'guide.point': { landmark: string | null; warned: readonly WarnedField[] };
  'guide.size': { height: number; collapsed: boolean };
}

const Found = z.object({ found: z.boolean() });

/** Replies of a content script: any page can be behind it, so each is parsed. */
const replies = {
  'page.look': z.object({ facts: z.nullable(PageFacts), nearest: z.optional(TabPage.shape.nearest) }),
  'roster.read': z.nullable(z.object({ roster: z.nullable(Roster), page: Recognition, url: z.url() })),
  'packs.use': z.null(),
  'landmark.pick': Found,
  'landmark.show': Found,
  'page.report': z.object({ outline: z.array(z.string()), people: z.array(z.string()) }),
  'guide.show': z.null(),
  'guide.point': z.null(),
  'guide.size': z.null(),
} as const satisfies Record<keyof PagePayloads, z.ZodMiniType>;

export type PageCommandName = keyof PagePayloads;
type PageReply<N extends PageCommandName> = z.infer<(typeof replies)[N]>;

/** A command on the wire. */
export type PageCommand = { [N in PageCommandName]: { command: N; payload: PagePayloads[N] } }[PageCommandName];

/** Carries out each command in the content script, and returns its reply. */
export type PageHandlers = {
  [N in PageCommandName]: (payload: PagePayloads[N]) => PageReply<N> | Promise<PageReply<N>>;
};

/** Sends a command to the content script of a tab; returns null where none answers, or not in the reply's shape. */
export async function sendToPage<N extends PageCommandName>(
  tab: number,
  command: N,
  payload: PagePayloads[N],
): Promise<PageReply<N> | null> {
  const reply: unknown = await browser.tabs.sendMessage(tab, { command, payload }, { frameId: 0 }).catch(() => null);
  return (replies[command].safeParse(reply).data as PageReply<N> | undefined) ?? null;
}
