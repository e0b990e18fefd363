import type { Grant } from '@/lib/domain/grant/grant';
import { observe, proofIn, type Recommended } from '@/lib/domain/grant/observe';
import type { PageFacts } from '@/lib/domain/grant/page-facts';
import { db } from '@/lib/storage/db';
import type { Ledger } from '@/lib/storage/ledger';
import { type AdviceFacts, adviceFor } from '@/lib/vendors/advising';
import { generationFor } from '@/lib/vendors/registry';
import { adviceFacts } from './advice-facts';
import { factsInPackWords } from './pack-words';
import { lookAt } from './vendor-tabs';

/**
 * Reads what is recommended for a grant on a generation of its vendor's UI, as the log quotes it; null where nothing is
 * known.
 */
export function recommendedFor(grant: Grant, generation: string | null, about: AdviceFacts): Recommended | null {
  const known = generationFor(grant.vendor, generation);
  const advice = known ? adviceFor(grant, known, about).advice : null;
  return advice ? { role: advice.organization.label, scopeRole: advice.scope?.label ?? null } : null;
}

/** Logs what pages prove about grants. */
export interface Observer {
  /**
   * Logs what a look at a page proves about a grant. The page is read once more at the moment of writing; where its
   * address, its page or what it proves is no longer the same, nothing is written: the page will tell again. A look
   * that proves what the one before it proved reads nothing.
   */
  observe(tab: number, grant: string, facts: PageFacts): Promise<void>;
  /** Forgets every look: entries were written, so that a grant stands otherwise than it did. */
  reset(): void;
}

export function createObserver(ledger: Ledger): Observer {
  /** The proof of the last look at each tab that leaves nothing to log. */
  const done = new Map<number, string>();
  let resets = 0;

  /** Resolves to how many times something was written; null where the page has to tell again. */
  async function log(tab: number, grantId: string, facts: PageFacts): Promise<0 | 1 | null> {
    const grant = await db.grants.get(grantId);
    if (!grant) return null;
    const { generation, page } = facts.recognition;
    // A generation names the page first on which people are invited, unless that has a page of its own; only these prove that the admin is at the right place.
    const isMain = page === 'invite' || generationFor(grant.vendor, generation)?.pages.pages[0]?.id === page;
    const recommended = isMain ? recommendedFor(grant, generation, await adviceFacts(grant.vendor, tab)) : null;
    const expected = observe(grant, facts, recommended);
    if (expected.length === 0) return 0;
    const reread = await lookAt(tab);
    const again = reread && factsInPackWords(reread);
    if (!again || again.url !== facts.url || again.recognition.page !== facts.recognition.page) return null;
    if (JSON.stringify(observe(grant, again, recommended)) !== JSON.stringify(expected)) return null;
    const written = await ledger.change(grantId, null, ({ grant: standing }) => ({
      ok: true,
      drafts: standing ? observe(standing, again, recommended) : [],
    }));
    if (!written.ok) return null;
    return written.entries.length > 0 ? 1 : 0;
  }

  return {
    async observe(tab, grant, facts) {
      const proof = JSON.stringify([grant, proofIn(facts)]);
      if (done.get(tab) === proof) return;
      done.delete(tab);
      const before = resets;
      const writes = await log(tab, grant, facts);
      // Every writing resets, this one too: one more means that the grant has changed since it was read.
      if (writes !== null && resets === before + writes) done.set(tab, proof);
    },
    reset() {
      resets += 1;
      done.clear();
    },
  };
}
