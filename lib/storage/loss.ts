import { type Loss, lossKind } from '@/lib/domain/log/loss';
import type { GrantbookDb } from './db';
import { rememberedHeads } from './head';
import { stored } from './stored-values';

/** Stores a loss until it is seen to. The first one counts: what was lost then is not found by looking again. */
export async function saveLoss(loss: Loss): Promise<void> {
  await stored.loss.change((known) => known ?? loss);
}

/** Compares the database with every remembered head, and stores what is missing. Removes a loss whose entry is back. */
export async function noticeLoss(db: GrantbookDb, now: Date): Promise<void> {
  const known = await stored.loss.read();
  if (known && (await db.entries.get(known.head.seq))?.hash === known.head.hash) await stored.loss.write(null);
  for (const head of await rememberedHeads()) {
    const there = await db.entries.get(head.seq);
    const found = there ? head.seq : ((await db.entries.orderBy('seq').last())?.seq ?? 0);
    const kind = lossKind(head, found, there?.hash);
    if (kind) await saveLoss({ kind, head, found, at: now.toISOString() });
  }
}
