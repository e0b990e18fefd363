import { observe } from './dom';

/** Milliseconds between a change and the look at it. */
const calm = 30;
/** On a page that never rests, looking may take 1/300 of the time, after a first allowance of some milliseconds. */
const share = 1 / 300;
const allowance = 8;

export interface Watch {
  /** Looks soon, as after a change. */
  nudge(): void;
}

/**
 * Calls `look` shortly after the page changed, many changes at once. While a look is due nothing is observed, so that a
 * busy page pays for one callback per look. Stops for good when `signal` aborts.
 */
export function watch(look: () => void, signal: AbortSignal): Watch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let credit = allowance;
  let creditedAt = performance.now();
  const observer = new MutationObserver(() => {
    const now = performance.now();
    credit = Math.min(allowance, credit + (now - creditedAt) * share);
    creditedAt = now;
    due(credit > 0 ? calm : Math.min(1000, calm - credit / share));
  });

  function due(delay: number) {
    observer.disconnect();
    if (signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(run, delay);
  }

  function run() {
    if (signal.aborted) return;
    const start = performance.now();
    look();
    credit -= performance.now() - start;
    if (!signal.aborted) observe(observer);
  }

  // What a person does is answered at once, however busy the page is; some lists choose before there is a click.
  const act = () => due(calm);
  for (const type of ['input', 'change', 'click', 'keyup', 'mousedown', 'pointerup'] as const) {
    document.addEventListener(type, act, { capture: true, passive: true, signal });
  }
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  run();
  return { nudge: act };
}
