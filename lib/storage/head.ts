import * as z from 'zod/mini';
import { browser } from '@/lib/browser';

const Head = z.object({
  seq: z.int(),
  hash: z.string(),
  /** The id of the log that it is the head of, so that a backup is known again when the database is gone. */
  log: z.optional(z.string()),
});
export type Head = z.infer<typeof Head>;

/** The last entry's number and hash as remembered outside the database; null where nothing was ever written. */
export async function readHead(): Promise<Head | null> {
  const { head } = await browser.storage.local.get('head');
  return Head.safeParse(head).data ?? null;
}

/** Remembers the head; called after the entries were committed. */
export async function saveHead(head: Head): Promise<void> {
  await browser.storage.local.set({ head });
}
