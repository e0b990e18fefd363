/**
 * Makes what shows changed grants anew. However many are changed while a showing runs, one more follows it. `show` is
 * called with the ids of the grants, or with null where something changed that is of every grant.
 */
export function createRefresh(
  show: (grants: ReadonlySet<string> | null) => Promise<void>,
): (grants: readonly string[] | null) => void {
  let waiting: Set<string> | null | undefined;
  let running = false;

  async function run() {
    running = true;
    while (waiting !== undefined) {
      const due = waiting;
      waiting = undefined;
      await show(due).catch(() => {});
    }
    running = false;
  }

  return (grants) => {
    waiting = grants === null || waiting === null ? null : new Set([...(waiting ?? []), ...grants]);
    if (!running) void run();
  };
}
