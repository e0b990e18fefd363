import { act, renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { GuideMessage, GuideState } from '@/lib/messaging/guide-port';
import { useGuide } from '@/lib/react/use-guide';

const heard = vi.hoisted(() => ({ listeners: [] as ((message: unknown) => void)[] }));

vi.mock('@/lib/browser', () => ({
  browser: {
    runtime: {
      connect: () => ({
        postMessage: () => {},
        disconnect: () => {},
        onMessage: { addListener: (listener: (message: unknown) => void) => heard.listeners.push(listener) },
        onDisconnect: { addListener: () => {} },
      }),
    },
  },
}));

/** What the background says of the guide, told apart by its message alone. */
const say = (message: string) => {
  const told: GuideMessage = { state: { message } as GuideState };
  for (const listener of heard.listeners) listener(told);
};

const pointer = (type: string) => document.body.dispatchEvent(new Event(type, { bubbles: true }));

test('what the background says shows at once, but never from under a press', () => {
  vi.useFakeTimers();
  try {
    const { result } = renderHook(() => useGuide('key'));
    act(() => say('first'));
    expect(result.current.state?.message).toBe('first');

    pointer('pointerdown');
    act(() => {
      say('second');
      say('third');
      vi.advanceTimersByTime(1000);
    });
    expect(result.current.state?.message).toBe('first');

    pointer('pointerup');
    act(() => vi.advanceTimersByTime(1));
    expect(result.current.state?.message).toBe('third');
  } finally {
    vi.useRealTimers();
  }
});
