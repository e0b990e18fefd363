import type { Done } from '@/lib/messaging/commands';

/** A command that was carried out. */
export const done: Done = { ok: true };

/** Refuses a command, in words for the admin. */
export const refused = (message: string) => ({ ok: false, message }) as const;

/** Turns what became of a writing into a reply. */
export const outcome = (written: { ok: true } | { ok: false; message: string }): Done =>
  written.ok ? done : refused(written.message);
