import * as z from 'zod/mini';

/** The last entry's number and hash, as remembered outside of the database. */
export const Head = z.object({
  seq: z.int(),
  hash: z.string(),
  /** The id of the log that it is the head of, so that a backup is known again when the database is gone. */
  log: z.optional(z.string()),
});
export type Head = z.infer<typeof Head>;
