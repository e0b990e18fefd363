import { useEffect, useState } from 'react';
import { browser } from '@/lib/browser';
import type { VendorTab } from '@/lib/domain/grant/page-facts';
import { send } from '@/lib/messaging/client';
import { stored } from '@/lib/storage/stored-values';

/**
 * Returns the vendor's page in the tab beside this one, live; null where there is none, undefined until it is known.
 */
export function useVendorTab(): VendorTab | null | undefined {
  const [tab, setTab] = useState<VendorTab | null>();

  useEffect(() => {
    let asked = 0;
    const ask = () => {
      asked += 1;
      const mine = asked;
      const show = (now: VendorTab | null) => mine === asked && setTab(now);
      // A background that does not answer says nothing of the page: what was known stands.
      send('tab.page', {}).then(show, () => mine === asked && setTab((was) => was ?? null));
    };
    ask();
    const stop = stored.tabs.watch(ask);
    browser.tabs.onActivated.addListener(ask);
    browser.windows.onFocusChanged.addListener(ask);
    return () => {
      asked = -1;
      stop();
      browser.tabs.onActivated.removeListener(ask);
      browser.windows.onFocusChanged.removeListener(ask);
    };
  }, []);

  return tab;
}
