/**
 * Makes a queue that runs tasks one after the other. What reads a value, changes it and writes it back must not be overtaken by
 * another that does: the later write would undo the earlier one. A task that fails stops no other.
 */
export function inTurn(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task);
    last = next.catch(() => {});
    return next;
  };
}
