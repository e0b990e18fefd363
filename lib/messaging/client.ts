import { browser } from '@/lib/browser';
import { type Payload, type Reply, type RequestName, replies } from './protocol';

/** What goes wrong between a page of ours and the background, in words for the admin. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

/**
 * Asks the background. Rejects with `NoAnswer` when it cannot be reached or refuses the message; business refusals come back
 * as replies. Safe to repeat: every command that writes says by its own content whether it was already carried out.
 */
export async function send<N extends RequestName>(request: N, payload: Payload<N>): Promise<Reply<N>> {
  const answer: unknown = await browser.runtime.sendMessage({ request, payload }).catch(() => undefined);
  const parsed = replies[request].safeParse(answer);
  if (!parsed.success) throw new NoAnswer('Grantbook’s background did not answer. Try again; nothing was lost.');
  return parsed.data as Reply<N>;
}
