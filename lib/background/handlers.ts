import { checkIdentity } from '@/lib/domain/values/identity';
import type { Handlers } from '@/lib/messaging/router';
import { clearForgotten } from '@/lib/storage/forgotten';
import type { Ledger } from '@/lib/storage/ledger';
import { saveSettings } from '@/lib/storage/settings';
import { createGrantHandlers } from './grant-handlers';
import type { GuideFrames } from './guide-frames';
import { createLogHandlers } from './log-handlers';
import type { Observer } from './observe-page';
import { createPageHandlers } from './page-handlers';
import { createReviewHandlers } from './review-handlers';
import { createRoleHandlers } from './role-handlers';
import { createRosters } from './rosters';
import { createTabHandlers } from './tab-handlers';

export interface HandlersContext {
  ledger: Ledger;
  frames: Pick<GuideFrames, 'showPage'>;
  observer: Observer;
  /** Counts the messages that were refused. */
  refused: () => number;
}

/** Makes the handlers of every command. */
export function createHandlers({ ledger, frames, observer, refused }: HandlersContext): Handlers {
  const rosters = createRosters(ledger);
  return {
    ...createGrantHandlers(ledger),
    ...createLogHandlers(ledger),
    ...createPageHandlers(rosters, observer, frames),
    ...createReviewHandlers(ledger, rosters),
    ...createRoleHandlers(ledger),
    ...createTabHandlers(rosters),
    async 'identity.save'(form) {
      const checked = checkIdentity(form);
      if (!checked.ok) return checked;
      await saveSettings({ identity: checked.value });
      await clearForgotten(checked.value.email);
      return { ok: true };
    },
    async 'refused.count'() {
      return { count: refused() };
    },
  };
}
