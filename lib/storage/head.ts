import type { Head } from '@/lib/domain/log/head';
import { areas } from './areas';
import { stored } from './stored-values';

/** Remembers the log's last entry beside it, and where that outlives the databases. */
export async function saveHead(head: Head): Promise<void> {
  await stored.head.write(head);
  if (areas.private !== areas.local) await stored.outsideHead.write(head);
}

/** Reads every head that is remembered, the one to believe first. */
export async function rememberedHeads(): Promise<Head[]> {
  const heads = await Promise.all([stored.head.read(), stored.outsideHead.read()]);
  return heads.filter((head) => head !== null);
}
