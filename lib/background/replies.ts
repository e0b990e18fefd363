import type { Done } from '@/lib/messaging/commands';

/** A command that was carried out. */
export const done: Done = { ok: true };

/** Refuses a command, in words for the admin. */
export const refused = (message: string) => ({ ok: false, message }) as const;

/** Replies what became of entries that were to be written. */
export const outcome = (written: { ok: true } | { ok: false; message: string }): Done =>
  written.ok ? done : refused(written.message);
