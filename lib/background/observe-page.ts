import type { Grant } from '@/lib/domain/grant/grant';
import { observe, type Recommended } from '@/lib/domain/grant/observe';
import type { PageFacts } from '@/lib/domain/grant/page-facts';
import { db } from '@/lib/storage/db';
import type { Ledger } from '@/lib/storage/ledger';
import { type AdviceFacts, adviceFor } from '@/lib/vendors/advising';
import { generationFor } from '@/lib/vendors/registry';
import { adviceFacts } from './advice-facts';
import { factsInPackWords } from './pack-words';
import { lookAt } from './vendor-tabs';

/** What is recommended for a grant on a generation of its vendor's UI, as the log quotes it; null where nothing is known. */
export function recommendedFor(grant: Grant, generation: string | null, about: AdviceFacts): Recommended | null {
  const known = generationFor(grant.vendor, generation);
  const advice = known ? adviceFor(grant, known, about).advice : null;
  return advice ? { role: advice.organization.label, scopeRole: advice.scope?.label ?? null } : null;
}

/**
 * Logs what a page proves about a grant. The page is read once more at the moment of writing; where its address, its page or what
 * it proves is no longer the same, nothing is written: the page will tell again.
 */
export async function logWhatIsSeen(ledger: Ledger, tab: number, grantId: string, facts: PageFacts): Promise<void> {
  const grant = await db.grants.get(grantId);
  if (!grant) return;
  const { generation, page } = facts.recognition;
  // A generation names the page first on which people are invited; only that one proves that the admin is at the right place.
  const isMain = generationFor(grant.vendor, generation)?.pages.pages[0]?.id === page;
  const recommended = isMain ? recommendedFor(grant, generation, await adviceFacts(grant.vendor, tab)) : null;
  const expected = observe(grant, facts, recommended);
  if (expected.length === 0) return;
  const reread = await lookAt(tab);
  const again = reread && factsInPackWords(reread);
  if (!again || again.url !== facts.url || again.recognition.page !== facts.recognition.page) return;
  if (JSON.stringify(observe(grant, again, recommended)) !== JSON.stringify(expected)) return;
  await ledger.change(grantId, null, ({ grant: standing }) => ({
    ok: true,
    drafts: standing ? observe(standing, again, recommended) : [],
  }));
}
