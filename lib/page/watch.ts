const mutations: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ['aria-selected', 'aria-checked', 'aria-current', 'open', 'hidden', 'title', 'value'],
};

/** Milliseconds between a change and the look at it, when the page was calm. */
const calm = 30;
/** A page that changes without pause is looked at so seldom that looking takes less than 1/150 of the time. */
const restraint = 150;

export interface Watch {
  /** Looks soon, as after a change. */
  nudge(): void;
}

/**
 * Calls `look` shortly after the page changed, many changes at once. While a look is due nothing is observed, so that a busy page
 * pays for one callback per look. Stops for good when `signal` aborts.
 */
export function watch(look: () => void, signal: AbortSignal): Watch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cost = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const observer = new MutationObserver(() => due());

  function due() {
    observer.disconnect();
    if (timer !== undefined || signal.aborted) return;
    const busy = performance.now() - lookedAt < 1000;
    timer = setTimeout(run, busy ? Math.max(calm, cost * restraint) : calm);
  }

  function run() {
    timer = undefined;
    if (signal.aborted) return;
    const start = performance.now();
    look();
    lookedAt = performance.now();
    cost = lookedAt - start;
    if (!signal.aborted) observer.observe(document.documentElement, mutations);
  }

  for (const type of ['input', 'change', 'click', 'keyup'] as const) {
    document.addEventListener(type, due, { capture: true, passive: true, signal });
  }
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  run();
  return { nudge: due };
}

/** How long a page may be quiet, and how long it may take, until it is taken for a page that is not ours; milliseconds. */
export const patience = { quiet: 2000, most: 10_000 } as const;

/** Looks until `found` says yes, or the page has been quiet, or time is up; then observes nothing. */
export function seek(found: () => boolean, signal: AbortSignal, gaveUp: () => void): void {
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  const end = () => {
    stop.abort();
    if (!signal.aborted) gaveUp();
  };
  const most = setTimeout(end, patience.most);
  let quiet = setTimeout(end, patience.quiet);
  both.addEventListener('abort', () => {
    clearTimeout(most);
    clearTimeout(quiet);
  });
  watch(() => {
    clearTimeout(quiet);
    if (found()) stop.abort();
    else if (!both.aborted) quiet = setTimeout(end, patience.quiet);
  }, both);
}
