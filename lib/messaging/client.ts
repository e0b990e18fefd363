import { browser } from '@/lib/browser';
import { parseReply } from './answers';
import { type CommandOf, isAboutGrant, type Payload, type Reply } from './commands';
import type { SendAboutGrant } from './guide-port';

/**
 * Sends a command to the background. Rejects with `NoAnswer` when it cannot be reached or refuses the message; business refusals come
 * back as replies. Safe to repeat: every command that writes says by its own content whether it was already carried out.
 */
export async function send<N extends CommandOf<'ours'>>(command: N, payload: Payload<N>): Promise<Reply<N>> {
  const reply: unknown = await browser.runtime.sendMessage({ command, payload }).catch(() => undefined);
  return parseReply(command, reply);
}

/** Returns what sends commands about one grant, as its guide does. */
export const sendAbout =
  (grant: string): SendAboutGrant =>
  (command, payload) =>
    send(command, { ...payload, ...(isAboutGrant(command) ? { grant } : {}) } as Payload<typeof command>);
