/** Writes a number with its noun: `1 entry`, `2,000 entries`. `many`: left out where an `s` makes it. */
export function quantity(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
