import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

const row = (list: HTMLElement | null, step: string | null) =>
  step === null ? null : (list?.querySelector<HTMLElement>(`[data-step="${CSS.escape(step)}"]`) ?? null);

/** Where a stage folds away under the focus, moves the focus on to the current step: it was in the list, and stays there. */
export function useKeptFocus(list: RefObject<HTMLElement | null>, step: string | null): void {
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || !list.current?.contains(focused)) return;
    if (focused.closest('details:not([open])') && focused.localName !== 'summary')
      row(list.current, step)?.querySelector('input')?.focus({ preventScroll: true });
  }, [list, step]);
}

/**
 * Keeps what matters in view as it changes: the top while something is wrong, else the current step. Scrolls this document alone;
 * `scrollIntoView` would scroll the vendor's page around the guide's frame as well.
 */
export function useInView(list: RefObject<HTMLElement | null>, step: string | null, wrong: string | null): void {
  useEffect(() => {
    if (wrong) scrollTo({ top: 0 });
  }, [wrong]);

  const opened = useRef(false);
  useEffect(() => {
    const element = wrong ? null : row(list.current, step);
    // The first look at the guide begins at its top.
    const first = !opened.current;
    opened.current = true;
    if (!element || first) return;
    const { top, bottom } = element.getBoundingClientRect();
    const covered = 96;
    if (bottom > innerHeight - 8) scrollBy({ top: Math.min(bottom - innerHeight + 8, top - covered) });
    else if (top < covered) scrollBy({ top: top - covered });
  }, [list, step, wrong]);
}
