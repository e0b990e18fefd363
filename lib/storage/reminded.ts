import * as z from 'zod/mini';
import { browser } from '@/lib/browser';
import type { Reminded } from '@/lib/domain/review/reminder';

const StoredReminded = z.object({ at: z.number(), day: z.string() });

/** When the admin was reminded last; null where they never were. */
export async function readReminded(): Promise<Reminded | null> {
  const { reminded } = await browser.storage.local.get('reminded');
  return StoredReminded.safeParse(reminded).data ?? null;
}

export async function saveReminded(reminded: Reminded | null): Promise<void> {
  if (reminded === null) await browser.storage.local.remove('reminded');
  else await browser.storage.local.set({ reminded });
}
