import * as z from 'zod/mini';

/** What most commands answer: carried out, or why not, in words for the admin. */
export const Done = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

/** Of a form: taken over, or what is wrong with which field. */
export const Saved = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), errors: z.record(z.string(), z.string()) }),
]);

/** Of entries from a file: how many were new, and how many the log holds already. */
export const TakenIn = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), added: z.int(), left: z.int() }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);
