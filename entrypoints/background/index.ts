import { defineBackground } from 'wxt/utils/define-background';
import { keepAlarm, stayAwake } from '@/lib/background/alarm';
import { createBackground } from '@/lib/background/background';
import { refreshBadge } from '@/lib/background/badge';
import { createReviewOpener } from '@/lib/background/open-review';
import { onReminderClicked, remind } from '@/lib/background/reminder';
import { applyRetention, readRetentionMonths } from '@/lib/background/retention';
import { forgetTab } from '@/lib/background/vendor-tabs';
import { browser } from '@/lib/browser';
import { lossKind } from '@/lib/domain/log/loss';
import { closeLocalArea } from '@/lib/storage/areas';
import { db } from '@/lib/storage/db';
import { saveHead } from '@/lib/storage/head';
import { noticeLoss, saveLoss } from '@/lib/storage/loss';
import { rebuildGrants } from '@/lib/storage/rebuild-grants';
import { renewJournal } from '@/lib/storage/renew-journal';
import { stored } from '@/lib/storage/stored-values';
import { vendorHosts } from '@/lib/vendors/hosts';

export default defineBackground({
  type: 'module',
  main() {
    void closeLocalArea();
    const { ledger, router, connect, refresh } = createBackground(
      {
        db,
        now: () => new Date(),
        uuid: () => crypto.randomUUID(),
        salt: () => crypto.getRandomValues(new Uint8Array(16)),
        actor: async () => (await stored.settings.read()).identity,
        readHead: stored.head.read,
        saveHead,
        lost: async (head, found) => {
          const kind = lossKind(head, found, undefined) ?? 'emptied';
          await saveLoss({ kind: found >= head.seq ? 'foreign' : kind, head, found, at: new Date().toISOString() });
        },
      },
      { id: browser.runtime.id, origin: browser.runtime.getURL(''), vendorHosts },
      () => refreshBadge(new Date()),
    );

    // `sendResponse` with `return true` is the one form that answers in every browser, whatever kind of promise the handler returns.
    browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
      void router.handle(message, sender).then(sendResponse);
      return true;
    });
    browser.runtime.onConnect.addListener(connect);
    browser.tabs.onRemoved.addListener((tab) => void forgetTab(tab));
    onReminderClicked(createReviewOpener());
    const upkeep = async () => {
      await keepAlarm(new Date());
      await noticeLoss(db, new Date());
      await refreshBadge(new Date());
      await remind(new Date());
      await applyRetention(db, ledger, await readRetentionMonths(), new Date());
    };
    browser.alarms.onAlarm.addListener(() => void upkeep());
    // Both only so that the background starts, and with it the look at the calendar below.
    browser.runtime.onInstalled.addListener(() => {});
    browser.runtime.onStartup.addListener(() => {});
    void rebuildGrants(db, stayAwake)
      .then((isRebuilt) => isRebuilt && refresh(null))
      .catch(() => {});
    void upkeep();
    // Another cadence makes other reviews due, and whoever switches reminders on sees the first one at once.
    stored.settings.watch(() => void refreshBadge(new Date()).then(() => remind(new Date())));
    // Advice counts with both: a guide that is open must not go on with what was said before.
    for (const said of [stored.settings, stored.described]) said.watch(() => refresh(null));
    // Firefox keeps databases in SQLite, whose journal may end anywhere.
    if (!import.meta.env.FIREFOX) void renewJournal().catch(() => {});
    // The browser may delete the data of an extension that did not ask when space runs out.
    void navigator.storage?.persist?.();
  },
});
