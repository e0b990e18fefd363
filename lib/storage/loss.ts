import * as z from 'zod/mini';
import { browser } from '@/lib/browser';
import { type LastExport, type Loss, lossKind } from '@/lib/domain/log/loss';
import type { GrantbookDb } from './db';
import type { Head } from './head';

const StoredLoss = z.object({
  kind: z.enum(['emptied', 'older', 'foreign']),
  head: z.object({ seq: z.int(), hash: z.string() }),
  found: z.int(),
  at: z.string(),
});
const StoredExport = z.object({ at: z.string(), entries: z.int() });

/** The loss that was noticed and that nobody has settled yet; null where there is none. */
export async function readLoss(): Promise<Loss | null> {
  const { loss } = await browser.storage.local.get('loss');
  return StoredLoss.safeParse(loss).data ?? null;
}

/** Calls back with the loss now and after every change, until the returned function is called. */
export function watchLoss(listener: (loss: Loss | null) => void): () => void {
  const changed = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && 'loss' in changes) void readLoss().then(listener);
  };
  browser.storage.onChanged.addListener(changed);
  void readLoss().then(listener);
  return () => browser.storage.onChanged.removeListener(changed);
}

/** Keeps a loss until it is settled. The first one counts: what was lost then is not found by looking again. */
export async function saveLoss(loss: Loss): Promise<void> {
  if ((await readLoss()) === null) await browser.storage.local.set({ loss });
}

/** The admin has seen to it, or the entries are back. */
export async function settleLoss(): Promise<void> {
  await browser.storage.local.remove('loss');
}

/** Compares the database with the remembered head, and keeps what is missing. A loss whose entry is back is settled. */
export async function noticeLoss(db: GrantbookDb, head: Head | null, now: Date): Promise<void> {
  const known = await readLoss();
  if (known && (await db.entries.get(known.head.seq))?.hash === known.head.hash) await settleLoss();
  if (head === null) return;
  const there = await db.entries.get(head.seq);
  const found = there ? head.seq : ((await db.entries.orderBy('seq').last())?.seq ?? 0);
  const kind = lossKind(head, found, there?.hash);
  if (kind) await saveLoss({ kind, head, found, at: now.toISOString() });
}

/** When the log was last exported or backed up; null where it never was. */
export async function readLastExport(): Promise<LastExport | null> {
  const { lastExport } = await browser.storage.local.get('lastExport');
  return StoredExport.safeParse(lastExport).data ?? null;
}

export async function saveLastExport(lastExport: LastExport): Promise<void> {
  await browser.storage.local.set({ lastExport });
}
