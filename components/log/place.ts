/** What the log page shows beside the table, as its address says: a grant, an entry, or nothing. */
export type Place = { grant: string } | { entry: number } | null;

/** Reads the fragment of the address: `#grant=<id>`, `#entry=<seq>`; anything else is no place. */
export function placeOf(hash: string): Place {
  const [, kind, value] = /^#(grant|entry)=([\w-]{1,64})$/.exec(hash) ?? [];
  if (kind === 'grant' && value) return { grant: value };
  if (kind === 'entry' && value && /^[1-9]\d{0,9}$/.test(value)) return { entry: Number(value) };
  return null;
}

/** The fragment that leads to a place. */
export function hashOfPlace(place: Place): string {
  if (place === null) return '';
  return 'grant' in place ? `#grant=${place.grant}` : `#entry=${place.entry}`;
}
