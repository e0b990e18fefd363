import { defineBackground } from 'wxt/utils/define-background';
import { refreshBadge } from '@/lib/background/badge';
import { createHandlers } from '@/lib/background/commands';
import { createGuidePorts } from '@/lib/background/guide-ports';
import { applyRetention } from '@/lib/background/retention';
import { browser } from '@/lib/browser';
import { lossKind } from '@/lib/domain/loss';
import { createRouter } from '@/lib/messaging/router';
import { db } from '@/lib/storage/db';
import { readHead, saveHead } from '@/lib/storage/head';
import { noticeLoss, saveLoss } from '@/lib/storage/keeping';
import { openLedger } from '@/lib/storage/ledger';
import { tabStates } from '@/lib/storage/session';
import { readSettings } from '@/lib/storage/settings';
import { vendorHosts } from '@/lib/vendors/hosts';

export default defineBackground({
  type: 'module',
  main() {
    const ledger = openLedger({
      db,
      now: () => new Date(),
      uuid: () => crypto.randomUUID(),
      salt: () => crypto.getRandomValues(new Uint8Array(16)),
      actor: async () => (await readSettings()).identity ?? { name: 'Not named', email: '' },
      readHead,
      saveHead,
      lost: async (head, found) => {
        const kind = lossKind(head, found, undefined) ?? 'emptied';
        await saveLoss({ kind: found >= head.seq ? 'foreign' : kind, head, found, at: new Date().toISOString() });
      },
    });
    const guides = createGuidePorts(ledger, browser.runtime.id);
    const changed = async (grant: string) => {
      await guides.changed(grant);
      await refreshBadge(new Date());
    };
    const router = createRouter(
      createHandlers(ledger, changed, () => router.refused()),
      {
        id: browser.runtime.id,
        origin: browser.runtime.getURL(''),
        vendorHosts,
      },
    );

    // `sendResponse` with `return true` is the one form that answers in every browser, whatever kind of promise the handler returns.
    browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
      void router.handle(message, sender).then(sendResponse);
      return true;
    });
    browser.runtime.onConnect.addListener((port) => guides.connect(port));
    browser.tabs.onRemoved.addListener((tab) => void tabStates.remove(tab));
    browser.runtime.onInstalled.addListener(() => void browser.alarms.create('badge', { periodInMinutes: 60 }));
    const upkeep = async () => {
      await readHead().then((head) => noticeLoss(db, head, new Date()));
      await refreshBadge(new Date());
      await applyRetention(db, ledger, (await readSettings()).retentionMonths, new Date());
    };
    browser.alarms.onAlarm.addListener(() => void upkeep());
    void upkeep();
    // The browser may delete the data of an extension that did not ask when space runs out.
    void navigator.storage?.persist?.();
  },
});
