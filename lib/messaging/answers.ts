import { type CommandName, commands, type Done, type Reply } from './commands';

/** A command that brought no reply: the message says so in words for the admin. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

/** Returns a reply that has the shape of its command's; throws `NoAnswer` for everything else. */
export function parseReply<N extends CommandName>(command: N, reply: unknown): Reply<N> {
  const parsed = commands[command].reply.safeParse(reply);
  if (!parsed.success) throw new NoAnswer('Grantbook’s background did not answer. Try again; nothing was lost.');
  return parsed.data as Reply<N>;
}

/** Puts into words why a command was not carried out. */
export const wordsFor = (error: unknown): string =>
  error instanceof NoAnswer ? error.message : 'Grantbook could not do this. Nothing was lost: try again.';

/** Resolves to null when a command was carried out, or to the reason why not, in words. Never rejects. */
export async function problemOf(reply: Promise<Done>): Promise<string | null> {
  try {
    const done = await reply;
    return done.ok ? null : done.message;
  } catch (error) {
    return wordsFor(error);
  }
}
