const mutations: MutationObserverInit = { subtree: true, childList: true, characterData: true, attributes: true };

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
 * Calls `look` shortly after the page changed, many changes at once. While a look is due nothing is observed, so that a busy page
 * pays for one callback per look. Stops for good when `signal` aborts.
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
    if (!signal.aborted) observer.observe(document.documentElement, mutations);
  }

  // What a person does is answered at once, however busy the page is.
  const act = () => due(calm);
  for (const type of ['input', 'change', 'click', 'keyup'] as const) {
    document.addEventListener(type, act, { capture: true, passive: true, signal });
  }
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  run();
  return { nudge: act };
}

/** How long a page may be quiet until it is taken for one that is not ours, and how long it is looked at all the same; milliseconds. */
export const patience = { quiet: 2000, most: 10_000 } as const;

/**
 * Looks until `found` says yes or time is up; then observes nothing. `lacks` is told whenever the page has been quiet: what mounts
 * only after its data came may say nothing for seconds, so looking goes on. `soon`: so much is there that the rest may be loading.
 */
export function seek(found: () => boolean | 'soon', signal: AbortSignal, lacks: (isOver: boolean) => void): void {
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const most = setTimeout(() => {
    stop.abort();
    lacks(true);
  }, patience.most);
  both.addEventListener('abort', () => {
    clearTimeout(most);
    clearTimeout(quiet);
  });
  watch(() => {
    clearTimeout(quiet);
    const answer = found();
    if (answer === true) stop.abort();
    else if (!answer && !both.aborted) quiet = setTimeout(() => lacks(false), patience.quiet);
  }, both);
}
