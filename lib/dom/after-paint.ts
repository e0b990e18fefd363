// How long a page that is not painted, as in a tab behind others, is waited for, ms.
const patience = 200;

/** Resolves when the browser has painted what was rendered: what comes next does not hold it up. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, patience);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
