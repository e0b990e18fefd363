import { browser } from '@/lib/browser';
import { parseReply } from './answers';
import type { CommandOf, Payload, Reply } from './commands';

/**
 * Sends a command to the background. Rejects with `NoAnswer` when it cannot be reached or refuses the message; business refusals come
 * back as replies. Safe to repeat: every command that writes says by its own content whether it was already carried out.
 */
export async function send<N extends CommandOf<'ours'>>(command: N, payload: Payload<N>): Promise<Reply<N>> {
  const reply: unknown = await browser.runtime.sendMessage({ command, payload }).catch(() => undefined);
  return parseReply(command, reply);
}
