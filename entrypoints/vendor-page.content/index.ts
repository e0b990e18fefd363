import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { CommandOf, Payload, Reply } from '@/lib/messaging/commands';
import type { PageCommand, PageHandlers } from '@/lib/messaging/page';
import type { Background } from '@/lib/page/background';
import { runVendorPage } from '@/lib/page/vendor-page';
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
    // Only the extension knows this address: the page must not find it, and bundlers must not follow it.
    const load = () => import(/* @vite-ignore */ browser.runtime.getURL('/page-reader.js'));
    const page = runVendorPage(packs, background, load, ctx.signal);
    const carryOut = async ({ command, payload }: PageCommand) => {
      const handlers: Partial<PageHandlers> =
        command in page.handlers ? page.handlers : { ...(await page.reader())?.handlers };
      return (handlers[command] as ((payload: unknown) => unknown) | undefined)?.(payload) ?? null;
    };
    const handle = (message: PageCommand, sender: { id?: string | undefined }, answer: (reply: unknown) => void) => {
      if (sender.id !== browser.runtime.id || !message?.command) return;
      void carryOut(message).then(answer, () => answer(null));
      return true;
    };
    browser.runtime.onMessage.addListener(handle);
    ctx.signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(handle));
  },
});
