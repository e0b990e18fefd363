import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterPress } from '@/lib/dom/after-press';

const pointer = (type: string) => document.body.dispatchEvent(new Event(type, { bubbles: true }));

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  pointer('pointerup');
  vi.runAllTimers();
  vi.useRealTimers();
});

test('runs at once while nothing is pressed', () => {
  const run = vi.fn();
  afterPress(run);
  expect(run).toHaveBeenCalledOnce();
});

test.each(['pointerup', 'pointercancel'])('waits while the pointer is pressed, until after the click: %s', (end) => {
  const run = vi.fn();
  pointer('pointerdown');
  afterPress(run);
  afterPress(run);
  vi.advanceTimersByTime(5000);
  expect(run).not.toHaveBeenCalled();
  pointer(end);
  expect(run).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(run).toHaveBeenCalledOnce();
});

test('waits for the second press of a double click as well', () => {
  const run = vi.fn();
  pointer('pointerdown');
  afterPress(run);
  pointer('pointerup');
  pointer('pointerdown');
  vi.runAllTimers();
  expect(run).not.toHaveBeenCalled();
  pointer('pointerup');
  vi.runAllTimers();
  expect(run).toHaveBeenCalledOnce();
});

test('what is called off does not run', () => {
  const run = vi.fn();
  pointer('pointerdown');
  afterPress(run)();
  pointer('pointerup');
  vi.runAllTimers();
  expect(run).not.toHaveBeenCalled();
});

test('a press that another window took ends', () => {
  const run = vi.fn();
  pointer('pointerdown');
  afterPress(run);
  window.dispatchEvent(new Event('blur'));
  vi.runAllTimers();
  expect(run).toHaveBeenCalledOnce();
});
