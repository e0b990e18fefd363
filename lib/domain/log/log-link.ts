/** What the log page shows beside the table, as its address says: a grant, an entry, or nothing. */
export type Place = { grant: string; log?: string } | { entry: number } | null;

/** Reads the fragment of the address: `#grant=<id>`, `#grant=<id>@<log>` in a merged log, `#entry=<seq>`; anything else is no place. */
export function placeOf(hash: string): Place {
  const [, kind, value, log] = /^#(grant|entry)=([\w-]{1,64})(?:@([\w-]{1,64}))?$/.exec(hash) ?? [];
  if (kind === 'grant' && value) return log === undefined ? { grant: value } : { grant: value, log };
  if (kind === 'entry' && value && log === undefined && /^[1-9]\d{0,9}$/.test(value)) return { entry: Number(value) };
  return null;
}

/** The fragment that leads to a place. */
export function hashOfPlace(place: Place): string {
  if (place === null) return '';
  if ('entry' in place) return `#entry=${place.entry}`;
  return `#grant=${place.grant}${place.log === undefined ? '' : `@${place.log}`}`;
}
