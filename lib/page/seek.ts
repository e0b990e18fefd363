import { observe } from './dom';

/**
 * Milliseconds for which a page may be quiet until it is taken for one that is not ours, and for which it is looked at
 * all the same.
 */
export const patience = { quiet: 2000, most: 10_000 } as const;

/**
 * Milliseconds from a change to the look at it: soon on a page that rests between its changes, ever later on one that
 * does not.
 */
const delays = [30, 80, 250, 800] as const;
/** Milliseconds without a change after which a page counts as resting. */
const rest = 100;

/**
 * Looks until `found` says yes or time is up; then observes nothing. While a look is due nothing is observed either, so
 * that a page pays for one callback per look, however often it changes. `lacks` is told whenever the page has been
 * quiet: what mounts only after its data came may say nothing for seconds, so looking goes on. `soon`: so much is there
 * that the rest may be loading.
 */
export function seek(found: () => boolean | 'soon', signal: AbortSignal, lacks: (isOver: boolean) => void): void {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let due: ReturnType<typeof setTimeout> | undefined;
  let step = -1;
  let lookedAt = 0;

  const observer = new MutationObserver(() => {
    observer.disconnect();
    step = performance.now() - lookedAt < rest ? Math.min(step + 1, delays.length - 1) : 0;
    due = setTimeout(look, delays[step]);
  });
  const stop = () => {
    observer.disconnect();
    for (const timer of [quiet, due, most]) clearTimeout(timer);
  };
  const most = setTimeout(() => {
    stop();
    lacks(true);
  }, patience.most);

  function look() {
    clearTimeout(quiet);
    const answer = found();
    if (signal.aborted) return;
    if (answer === true) return stop();
    if (!answer) quiet = setTimeout(() => lacks(false), patience.quiet);
    lookedAt = performance.now();
    observe(observer);
  }

  signal.addEventListener('abort', stop);
  look();
}
