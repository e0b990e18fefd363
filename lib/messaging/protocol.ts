import * as z from 'zod/mini';
import { pageOfOursReplies, pageOfOursRequests } from './our-requests';
import { pageReplies, pageRequests } from './page-requests';

/** Every request that the background answers, by name, with the shape of what it says. */
export const requests = { ...pageRequests, ...pageOfOursRequests } as const;
export type RequestName = keyof typeof requests;
export type Payload<N extends RequestName> = z.infer<(typeof requests)[N]>;

/** Every request's answer. */
export const replies = { ...pageReplies, ...pageOfOursReplies } as const satisfies Record<RequestName, z.ZodMiniType>;
export type Reply<N extends RequestName> = z.infer<(typeof replies)[N]>;

/** A request on the wire. */
export const Envelope = z.object({ request: z.string(), payload: z.unknown() });
