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
 * The givers that cover `open` with the least weight beyond it, and of those the fewest; exact. What no giver gives is left out.
 * `weigh`: what it costs to hold a permission, 0 where it is needed or held anyway.
 */
export function leastCover(
  open: readonly string[],
  held: ReadonlySet<string>,
  givers: readonly Giver[],
  weigh: (id: string) => number,
): Cover {
  const wanted = open.filter((id) => givers.some(({ gives }) => gives.has(id)));
  let best: Cover | null = null;

  function search(rest: readonly string[], has: ReadonlySet<string>, keys: readonly string[], excess: number): void {
    if (best && (excess > best.excess || (excess === best.excess && keys.length >= best.keys.length))) return;
    if (rest.length === 0) {
      best = { keys, excess };
      return;
    }
    const choices = rest.map((id) => givers.filter(({ gives }) => gives.has(id)));
    // What the fewest can give is settled first: most often only one can.
    for (const { key, gives } of choices.reduce((few, each) => (each.length < few.length ? each : few))) {
      let more = 0;
      for (const id of gives) if (!has.has(id)) more += weigh(id);
      search(
        rest.filter((id) => !gives.has(id)),
        new Set([...has, ...gives]),
        [...keys, key],
        excess + more,
      );
    }
  }

  search(wanted, held, [], 0);
  return best ?? { keys: [], excess: 0 };
}
