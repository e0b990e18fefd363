/**
 * Makes a queue that runs tasks one after the other. What reads a value, changes it and writes it back must not be
 * overtaken by another that does: the later write would undo the earlier one. A task that fails stops no other. `lock`:
 * a name under which tasks of all pages and the background wait for each other, too, where the browser has locks.
 */
export function inTurn(lock?: string): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  const locks = () => (lock === undefined ? undefined : globalThis.navigator?.locks);
  return (task) => {
    const next = last.then(() => {
      const held = locks();
      return held && lock !== undefined ? (held.request(lock, task) as ReturnType<typeof task>) : task();
    });
    last = next.catch(() => {});
    return next;
  };
}
