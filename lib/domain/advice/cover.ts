/** Something that can be given on its own, with everything that comes along. */
export interface Giver {
  key: string;
  gives: ReadonlySet<string>;
}

/** Givers that cover what is open, and what they give beyond it. */
export interface Cover {
  keys: readonly string[];
  excess: number;
}

/**
 * After so many steps the best that was found by then is taken: covering everything with the fewest of dozens of groups
 * that overlap is hard, and the form must not stop. Needs and boxes alone take as many steps as there are needs.
 */
const mostSteps = 2000;

/**
 * Finds the givers that cover `open` with the least weight beyond it, and of those the fewest; exact within
 * `mostSteps`. What no giver gives is left out. `weigh`: what it costs to hold a permission, 0 where it is needed or
 * held anyway.
 */
export function leastCover(
  open: readonly string[],
  held: ReadonlySet<string>,
  givers: readonly Giver[],
  weigh: (id: string) => number,
): Cover {
  const wanted = new Set(open);
  const useful = givers
    .map(({ key, gives }) => {
      const covers = [...gives].filter((id) => wanted.has(id)).length;
      return { key, gives, covers, costs: weightOf(gives, held, weigh) };
    })
    // A good cover that is found early leaves little to look for.
    .sort((a, b) => a.costs - b.costs || b.covers - a.covers);
  const widest = Math.max(1, ...useful.map(({ covers }) => covers));
  const choices = new Map(open.map((id) => [id, useful.filter(({ gives }) => gives.has(id))]));
  const count = (id: string) => choices.get(id)?.length ?? 0;
  let best: Cover | null = null;
  let steps = 0;

  function search(rest: readonly string[], has: ReadonlySet<string>, keys: readonly string[], excess: number): void {
    const fewest = keys.length + Math.ceil(rest.length / widest);
    if (best && (excess > best.excess || (excess === best.excess && fewest >= best.keys.length))) return;
    const [id] = rest;
    if (id === undefined) {
      best = { keys, excess };
      return;
    }
    for (const { key, gives } of choices.get(id) ?? []) {
      steps += 1;
      if (best && steps > mostSteps) return;
      search(
        rest.filter((one) => !gives.has(one)),
        new Set([...has, ...gives]),
        [...keys, key],
        excess + weightOf(gives, has, weigh),
      );
    }
  }

  // What the fewest can give is decided first: most often only one can.
  const order = open.filter((id) => count(id) > 0).sort((a, b) => count(a) - count(b));
  search(order, held, [], 0);
  return best ?? { keys: [], excess: 0 };
}

/** Adds up what it costs to be given something on top of what is held. */
function weightOf(gives: ReadonlySet<string>, has: ReadonlySet<string>, weigh: (id: string) => number): number {
  let weight = 0;
  for (const id of gives) if (!has.has(id)) weight += weigh(id);
  return weight;
}
