import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createReviewOpener } from '@/lib/background/open-review';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const turn = () => new Promise((resolve) => setTimeout(resolve));
const inTab = [[{ url: 'chrome-extension://grantbook//sidepanel.html' }]];

/** The side panel of Chromium, which opens or refuses. */
function withPanel(opens: boolean) {
  const open = vi.fn(async () => {
    if (!opens) throw new Error('`sidePanel.open()` may only be called in response to a user gesture.');
  });
  fakeBrowser.sidePanel = { open };
  return open;
}

beforeEach(resetFakeBrowser);

describe('createReviewOpener', () => {
  test('opens the side panel of the window that had the focus last, before anything is awaited', async () => {
    const panel = withPanel(true);
    fakeBrowser.windows.getLastFocused.mockResolvedValue({ id: 4 });
    const open = createReviewOpener();
    await turn();

    fakeBrowser.windows.onFocusChanged.fire(9);
    fakeBrowser.windows.onFocusChanged.fire(-1);
    open();

    expect(panel.mock.calls).toEqual([[{ windowId: 9 }]]);
    await turn();
    expect(fakeBrowser.tabs.create).not.toHaveBeenCalled();
  });

  test.each<[string, () => void]>([
    ['the browser refuses the side panel', () => void withPanel(false)],
    ['the browser has none', () => {}],
    [
      'no window is known',
      () => fakeBrowser.windows.getLastFocused.mockRejectedValue(new Error('No last-focused window')),
    ],
  ])('opens a tab where %s', async (_what, prepare) => {
    fakeBrowser.windows.getLastFocused.mockResolvedValue({ id: 4 });
    prepare();
    const open = createReviewOpener();
    await turn();

    open();
    await turn();

    expect(fakeBrowser.tabs.create.mock.calls).toEqual(inTab);
  });
});
