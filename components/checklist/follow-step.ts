import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { afterPress } from '@/lib/dom/after-press';

const row = (list: HTMLElement | null, step: string | null) =>
  step === null ? null : (list?.querySelector<HTMLElement>(`[data-step="${CSS.escape(step)}"]`) ?? null);

/** Moves the focus on to the current step where a stage folds away under it: it was in the list, and stays there. */
export function useKeptFocus(list: RefObject<HTMLElement | null>, step: string | null): void {
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || !list.current?.contains(focused)) return;
    if (focused.closest('details:not([open])') && focused.localName !== 'summary')
      row(list.current, step)?.querySelector('input')?.focus({ preventScroll: true });
  }, [list, step]);
}

// What the sticky heading covers at the top.
const covered = 96;

/**
 * Keeps what matters in view as it changes: the top while something is wrong, else the current step; also when the frame gets lower
 * while the admin is at work in the page around it. Never under a press, which would take its click away. Scrolls this document alone:
 * `scrollIntoView` would scroll the vendor's page too.
 */
export function useInView(list: RefObject<HTMLElement | null>, step: string | null, wrong: string | null): void {
  useEffect(() => {
    if (wrong) scrollTo({ top: 0 });
  }, [wrong]);

  useEffect(() => {
    const look = () => {
      const element = wrong ? null : row(list.current, step);
      if (!element) return;
      const { top, bottom } = element.getBoundingClientRect();
      if (bottom > innerHeight) scrollBy({ top: Math.min(bottom - innerHeight + 8, top - covered) });
      else if (top < covered && scrollY > 0) scrollBy({ top: top - covered });
    };
    // The frame takes the height that was asked for a moment later; what fits then need not be scrolled to.
    let callOff = () => {};
    const timer = setTimeout(() => {
      callOff = afterPress(look);
    }, 120);
    const resized = () => {
      if (!document.hasFocus()) look();
    };
    addEventListener('resize', resized);
    return () => {
      clearTimeout(timer);
      callOff();
      removeEventListener('resize', resized);
    };
  }, [list, step, wrong]);
}
