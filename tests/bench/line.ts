/** One row of the table: what was measured, beside its yardstick, in ms. */
export interface Line {
  what: string;
  size: string;
  measured: number;
  yardstick: number;
  budget: string;
}

/** The one in the middle; 0 of none. */
export function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
