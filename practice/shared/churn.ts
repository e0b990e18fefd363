import { switches } from './switches.ts';

const FRAME = 20;

/**
 * Changes the DOM as often as the switch `churn` asks: nodes come and go in a feed at the foot of the page, texts and
 * attributes change in it, and classes flicker on elements of the content.
 */
export function startChurn(): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  let feed: HTMLElement | undefined;
  let owed = 0;
  let step = 0;

  function change(): void {
    if (feed === undefined) return;
    step += 1;
    const kind = step % 4;
    if (kind === 0 || feed.childElementCount < 8) {
      const line = document.createElement('span');
      line.textContent = `event ${step} `;
      feed.append(line);
    } else if (kind === 1) {
      feed.firstElementChild?.remove();
    } else if (kind === 2) {
      const line = feed.lastElementChild;
      if (line !== null) line.textContent = `track ${step} `;
    } else {
      const content = document.querySelectorAll('main *');
      content[step % Math.max(1, content.length)]?.classList.toggle('is-live');
    }
  }

  function apply(): void {
    const { churn } = switches.get();
    clearInterval(timer);
    feed?.remove();
    feed = undefined;
    if (churn === 0) return;
    feed = document.createElement('div');
    feed.className = 'live-feed';
    feed.style.cssText = 'position:fixed;left:0;bottom:0;height:14px;overflow:hidden;font:10px monospace;opacity:.35';
    document.body.append(feed);
    let last = performance.now();
    timer = setInterval(() => {
      const now = performance.now();
      owed += ((now - last) / 1000) * churn;
      last = now;
      while (owed >= 1) {
        owed -= 1;
        change();
      }
    }, FRAME);
  }

  apply();
  let before = switches.get().churn;
  switches.subscribe(() => {
    if (switches.get().churn === before) return;
    before = switches.get().churn;
    apply();
  });
}
