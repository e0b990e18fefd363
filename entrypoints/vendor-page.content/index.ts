import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { PageCommand, PageHandlers } from '@/lib/messaging/page';
import type { RequestName } from '@/lib/messaging/protocol';
import { type Background, runVendorPage } from '@/lib/page/vendor-page';
import { vendorMatches } from '@/lib/vendors/hosts';
import type { PagePacks } from '@/lib/vendors/vendor';

export default defineContentScript({
  matches: vendorMatches,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  async main(ctx) {
    const ask = (request: RequestName, payload: unknown) =>
      browser.runtime.sendMessage({ request, payload }).catch(() => null);
    const packs: PagePacks | null = await ask('page.packs', {});
    if (!packs || ctx.signal.aborted) return;

    const background: Background = {
      changed: (page) => ask('page.changed', { page }),
      facts: (grant, facts) => ask('page.facts', { grant, facts }),
      picked: (correction) => ask('landmark.picked', correction),
      roster: (page, url, roster) => ask('roster.seen', { page, url, roster }),
      placed: (place) => ask('guide.placed', place),
      guideUrl: (key) => `${browser.runtime.getURL('/guide.html')}#${key}`,
    };
    const handlers: PageHandlers = runVendorPage(packs, background, ctx.signal);
    const handle = (message: PageCommand, sender: { id?: string | undefined }, answer: (reply: unknown) => void) => {
      if (sender.id !== browser.runtime.id || !message?.command) return;
      answer((handlers[message.command] as ((payload: unknown) => unknown) | undefined)?.(message.payload));
    };
    browser.runtime.onMessage.addListener(handle);
    ctx.signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(handle));
  },
});
