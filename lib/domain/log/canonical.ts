/** Members of objects in canonical order, by the order in which they come: entries of one kind come alike. */
const sorted = new Map<string, readonly string[]>();
/** A file can bring any names; what it brings is not kept without end. */
const mostOrders = 1000;

function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  if (keys.length < 2) return keys;
  const order = keys.join('\n');
  const known = sorted.get(order);
  // Two lists of names can join to the same text only where a name holds a line feed.
  if (known && known.length === keys.length) return known;
  const inOrder = keys.toSorted();
  if (sorted.size < mostOrders && !keys.some((key) => key.includes('\n'))) sorted.set(order, inOrder);
  return inOrder;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what JSON escapes begins with the controls
const escaped = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** Writes a string as JSON. Most hold nothing that is escaped, and are spared the call. */
const quoted = (text: string): string => (escaped.test(text) ? JSON.stringify(text) : `"${text}"`);

/**
 * Writes a value as RFC 8785 canonical JSON: members sorted by UTF-16 code units, no white space. For values that came
 * from JSON or are as plain; members that are `undefined` are left out, as JSON does. `without`: members of the value
 * itself that are left out.
 *
 * @throws for numbers that JSON does not have
 */
export function canonical(value: unknown, without: readonly string[] = []): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} is no number of JSON`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`${typeof value} is nothing that JSON has`);
  let text = '{';
  for (const key of sortedKeys(value)) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined || without.includes(key)) continue;
    text += `${text === '{' ? '' : ','}${quoted(key)}:${canonical(member)}`;
  }
  return `${text}}`;
}
