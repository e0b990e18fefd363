import { useCallback, useEffect, useRef } from 'react';
import { browser } from '@/lib/browser';

/**
 * Describes the parts of `browser` that the polyfill's types do not name: the side panel of Chromium, the sidebar of
 * Firefox.
 */
interface Panels {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/**
 * Returns a function that opens the side panel, and then closes the popup. The browser allows it only as the first
 * thing that a click does, so the window is asked for beforehand.
 */
export function useOpenReview(): () => void {
  const windowId = useRef<number>(undefined);
  useEffect(() => {
    browser.windows.getCurrent().then(
      ({ id }) => {
        windowId.current = id;
      },
      () => {},
    );
  }, []);

  return useCallback(() => {
    const { sidePanel, sidebarAction } = browser as unknown as Panels;
    const id = windowId.current;
    const opened = sidePanel && id !== undefined ? sidePanel.open({ windowId: id }) : sidebarAction?.open();
    opened?.then(closePopup, () => {});
  }, []);
}

/** Closes the popup, which has done its part; in a tab of its own it stays. */
function closePopup(): void {
  if (browser.extension.getViews({ type: 'popup' }).includes(window)) window.close();
}
