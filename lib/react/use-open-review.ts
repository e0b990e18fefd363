import { browser } from '@/lib/browser';

/** What the polyfill's types do not name: the side panel of Chromium, the sidebar of Firefox. */
interface Panels {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

let windowId: number | undefined;

/** Asks beforehand in which window the panel is to open: after the click there is no time to ask. */
export function prepareReview(): void {
  browser.windows.getCurrent().then(
    ({ id }) => {
      windowId = id;
    },
    () => {},
  );
}

/** Opens the side panel. The browser allows it only as the first thing that a click does. */
export function openReview(): void {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  const opened = sidePanel && windowId !== undefined ? sidePanel.open({ windowId }) : sidebarAction?.open();
  opened?.then(closePopup, () => {});
}

/** The popup has done its part; in a tab of its own it stays. */
function closePopup(): void {
  if (browser.extension.getViews({ type: 'popup' }).includes(window)) window.close();
}
