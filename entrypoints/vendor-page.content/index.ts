import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { CommandOf, Payload, Reply } from '@/lib/messaging/commands';
import type { PageCommand, PageHandlers } from '@/lib/messaging/page';
import { type Background, runVendorPage } from '@/lib/page/vendor-page';
import { vendorMatches } from '@/lib/vendors/hosts';
import type { PagePacks } from '@/lib/vendors/vendor';

export default defineContentScript({
  matches: vendorMatches,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  async main(ctx) {
    const send = <N extends CommandOf<'page'>>(command: N, payload: Payload<N>): Promise<Reply<N>> =>
      browser.runtime.sendMessage({ command, payload }).catch(() => null);
    const packs: PagePacks | null = await send('page.packs', {});
    if (!packs || ctx.signal.aborted) return;

    const background: Background = {
      changed: (page) => send('page.changed', { page }),
      facts: (grant, facts) => send('page.facts', { grant, facts }),
      picked: (correction) => send('landmark.picked', correction),
      roster: (page, url, roster) => send('roster.seen', { page, url, roster }),
      placed: (place) => send('guide.placed', place),
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
