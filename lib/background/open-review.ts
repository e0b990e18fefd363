import { browser } from '@/lib/browser';

/** Holds what the polyfill's types do not name: the side panel of Chromium. */
interface Panels {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
}

/**
 * Makes what opens the review after a click on a notification: the side panel of the window that had the focus last,
 * else the review in a tab (in Firefox a notification's click may not open the sidebar). The window is known
 * beforehand, since the side panel may only be opened as the first thing that a click does.
 */
export function createReviewOpener(): () => void {
  let windowId: number | undefined;
  browser.windows.getLastFocused().then(
    ({ id }) => {
      windowId ??= id;
    },
    () => {},
  );
  browser.windows.onFocusChanged.addListener((id) => {
    if (id !== browser.windows.WINDOW_ID_NONE) windowId = id;
  });
  const inTab = () => browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') });
  return () => {
    const { sidePanel } = browser as unknown as Panels;
    const opened = windowId === undefined ? undefined : sidePanel?.open({ windowId });
    (opened ?? Promise.reject()).catch(inTab).catch(() => {});
  };
}
