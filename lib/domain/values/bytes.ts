const units = [
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
] as const;

/** Bytes in words: `61 kB`, `8.7 MB`, `10.7 GB`. */
export function bytesText(bytes: number): string {
  const [of, unit] = units.find(([from]) => bytes >= from) ?? [1, 'bytes'];
  return `${(bytes / of).toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`;
}
