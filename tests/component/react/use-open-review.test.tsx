import { renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { useOpenReview } from '@/lib/react/use-open-review';

const { browser } = vi.hoisted(() => ({
  browser: {
    windows: { getCurrent: vi.fn() },
    extension: { getViews: vi.fn() },
    sidePanel: undefined as { open: (options: object) => Promise<void> } | undefined,
    sidebarAction: undefined as { open: () => Promise<void> } | undefined,
  },
}));
vi.mock('@/lib/browser', () => ({ browser }));

const close = vi.spyOn(window, 'close').mockImplementation(() => {});
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  close.mockClear();
  browser.windows.getCurrent.mockResolvedValue({ id: 7 });
  browser.extension.getViews.mockReturnValue([window]);
  browser.sidePanel = undefined;
  browser.sidebarAction = undefined;
});

describe('Open review', () => {
  test('opens Chromium’s side panel before the click is over, in the window known beforehand', async () => {
    const open = vi.fn(async () => {});
    browser.sidePanel = { open };
    const { result } = renderHook(useOpenReview);
    await soon();

    result.current();
    const calls = [...open.mock.calls];
    await soon();

    expect(calls).toEqual([[{ windowId: 7 }]]);
    expect(close).toHaveBeenCalledOnce();
  });

  test('opens Firefox’s sidebar', async () => {
    const open = vi.fn(async () => {});
    browser.sidebarAction = { open };

    renderHook(useOpenReview).result.current();
    await soon();

    expect(open).toHaveBeenCalledOnce();
    expect(close).toHaveBeenCalledOnce();
  });

  test.each([
    ['stays open in a tab of its own', [], async () => {}],
    ['stays open where the panel does not open', [window], async () => Promise.reject(new Error('no gesture'))],
  ])('%s', async (_what, views, open) => {
    browser.extension.getViews.mockReturnValue(views);
    browser.sidebarAction = { open };

    renderHook(useOpenReview).result.current();
    await soon();

    expect(close).not.toHaveBeenCalled();
  });
});
