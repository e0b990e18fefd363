import * as z from 'zod/mini';
import type { Grant } from '@/lib/domain/grant/grant';
import type { PageFacts } from '@/lib/domain/grant/page-facts';
import type { AdviceFacts, PageAdvice } from '@/lib/vendors/advising';
import { type CommandOf, Envelope, type Payload, type Reply } from './commands';

/** The name of the guide's port. */
export const guidePort = 'guide';

/** The first message of a frame: the one-time key that it was opened with, and a random word of its own that binds the key to it. */
export const Hello = z.object({ key: z.string(), nonce: z.string() });
export type Hello = z.infer<typeof Hello>;

/** A command of a frame that was let in. The answer carries the same `id`, whatever else is answered before it. */
export const Question = z.extend(Envelope, { id: z.int() });
export type Question = z.infer<typeof Question>;

export type GuideCommand = CommandOf<'guide'>;
/** The payload of a command of the guide; the background adds the grant that the frame was opened for. */
export type GuidePayload<N extends GuideCommand> = Omit<Payload<N>, 'grant'>;

/** Sends a command of the guide that pages of ours may send, too, about a grant that is known. */
export type SendAboutGrant = <N extends GuideCommand & CommandOf<'ours'>>(
  command: N,
  payload: GuidePayload<N>,
) => Promise<Reply<N>>;

/** Everything that the guide and the side panel's `Guide` tab show. */
export interface GuideState {
  grant: Grant;
  /** Other open grants at this vendor. */
  others: { id: string; ticket: string; email: string | null }[];
  sso: boolean;
  /** The template of the message to the collaborator. */
  message: string;
  /** The facts of the page; null while no page of the vendor is recognised. */
  facts: PageFacts | null;
  /** Everything that advice takes from outside the grant. */
  about: AdviceFacts;
}

/** The part of the state that follows from the page alone. */
export interface GuidePage {
  facts: PageFacts | null;
  about: PageAdvice;
}

/** Returns the state with another page in it. */
export const withPage = (state: GuideState, { facts, about }: GuidePage): GuideState => ({
  ...state,
  facts,
  about: { ...state.about, ...about },
});

/** A message to the guide. State is our own, so it is not parsed again there. The first state says that the frame was let in. */
export type GuideMessage =
  | { id: number; reply: unknown }
  /** Not carried out, and not answered by the command's own reply: why, in words. */
  | { id: number; refused: string }
  | { state: GuideState }
  | { page: GuidePage };
