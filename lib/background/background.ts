import type { Port } from '@/lib/browser';
import { createRouter, type Router, type RouterRules } from '@/lib/messaging/router';
import { type Ledger, type LedgerContext, openLedger } from '@/lib/storage/ledger';
import { createGuideFrames, type GuideFrames } from './guide-frames';
import { createGuidePorts } from './guide-ports';
import { createHandlers } from './handlers';
import { createObserver } from './observe-page';
import { createRefresh } from './refresh';

export interface Background {
  ledger: Ledger;
  router: Router;
  frames: GuideFrames;
  /** Takes a port that was opened to the background. */
  connect(port: Port): void;
  /** Shows grants anew wherever they are shown, or everything (null), some time soon. */
  refresh(grants: readonly string[] | null): void;
}

/**
 * Puts the background together: whatever is written is shown once it is durable. `shown` is called after the guides
 * were shown anew, and brings everything else up to date.
 */
export function createBackground(
  context: Omit<LedgerContext, 'written'>,
  rules: RouterRules,
  shown: () => Promise<void>,
): Background {
  const frames = createGuideFrames();
  const refresh = createRefresh(async (grants) => {
    await frames.show(grants);
    await shown();
  });
  const ledger = openLedger({
    ...context,
    written(entries) {
      observer.reset();
      refresh(entries.flatMap(({ grant }) => grant ?? []));
    },
  });
  const observer = createObserver(ledger);
  const router = createRouter(createHandlers({ ledger, frames, observer, refused: () => router.refused() }), rules);
  return { ledger, router, frames, refresh, connect: createGuidePorts(frames, router, rules.id) };
}
