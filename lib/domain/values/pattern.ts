/** The longest pattern, and the longest text that one is held against, in characters. */
export const longestPattern = 200;
export const longestMatched = 100;

/** Repeats without an end that an alternative may hold: each multiplies the ways in which an engine can try a text. */
const mostRepeats = 3;
const longestRepeat = 100;

/** Holds what was read of one group so far. */
interface Group {
  /** Tells whether a part of it repeats, or is one of several. */
  branches: boolean;
}

/**
 * Says in a clause why a regular expression is not taken: only literals, classes, repeats and alternatives are, and
 * nothing repeats that itself repeats or branches, so that no text makes an engine try for long. Null where it is fine.
 */
export function patternFault(source: string): string | null {
  if (source.length > longestPattern) return `it is longer than ${longestPattern} characters`;
  const open: Group[] = [{ branches: false }];
  const top = () => open.at(-1) as Group;
  let repeats = 0;
  /** The group that ended just now; null after anything else that can repeat, undefined where nothing can. */
  let last: Group | null | undefined;

  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at);
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(rest)?.[0];
    if (quantifier !== undefined) {
      const isOptional = quantifier.startsWith('?');
      const fault = quantifierFault(quantifier);
      if (fault !== null) return fault;
      if (!isOptional && last?.branches) return 'a part repeats that itself repeats or has alternatives';
      if (!isOptional && !/^\{\d+\}/.test(quantifier)) repeats += 1;
      if (repeats > mostRepeats) return `it repeats more than ${mostRepeats} parts`;
      top().branches = true;
      last = undefined;
      at += quantifier.length;
    } else if (/^\((?!\?)|^\(\?:/.test(rest)) {
      open.push({ branches: false });
      last = undefined;
      at += rest.startsWith('(?') ? 3 : 1;
    } else if (rest.startsWith('(')) {
      return 'it looks around or names a group';
    } else if (rest.startsWith(')')) {
      last = open.pop();
      if (last?.branches && open.length > 0) top().branches = true;
      at += 1;
    } else if (rest.startsWith('|')) {
      top().branches = true;
      // Alternatives of the whole are tried one after the other: their repeats do not multiply.
      if (open.length === 1) repeats = 0;
      last = undefined;
      at += 1;
    } else if (/^\\(?:[1-9]|[kpPxuc])/.test(rest)) {
      return 'it refers to something by a number, a name or a code';
    } else {
      const one = /^(?:\\.|\[(?:\\.|[^\]\\])*\]|.)/.exec(rest)?.[0] ?? rest;
      last = null;
      at += one.length;
    }
  }
  return null;
}

function quantifierFault(quantifier: string): string | null {
  const counts = quantifier.match(/\d+/g)?.map(Number) ?? [];
  return counts.some((count) => count > longestRepeat) ? `it repeats a part more than ${longestRepeat} times` : null;
}
