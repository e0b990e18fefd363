import * as z from 'zod/mini';
import { Description, warnableFields } from '@/lib/domain/advice';
import type { Grant } from '@/lib/domain/grant/grant';
import { KeyForm } from '@/lib/domain/grant/key-record';
import type { PageFacts } from '@/lib/domain/grant/page-facts';
import { Id, Short, Text } from '@/lib/domain/values/bounded';
import type { AdviceFacts } from '@/lib/vendors/advising';

/** What the guide frame may ask, over its port, after its key was accepted. It acts on its own grant only. */
export const GuideRequest = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('hello'), key: z.string(), nonce: z.string() }),
  z.object({ ask: z.literal('confirm'), step: Short }),
  z.object({ ask: z.literal('reopen'), step: Short }),
  z.extend(Description, { ask: z.literal('describe') }),
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
  facts: PageFacts | null;
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
