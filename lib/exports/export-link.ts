/** An export that a link elsewhere leads to. */
export interface ExportPreset {
  format: string;
  what: 'everything' | 'grant';
}

/** Links to the export of a format: the log page with its dialog open, for one grant or for everything. */
export function exportLink(format: string, grant: string | null = null): string {
  return `log.html?export=${encodeURIComponent(format)}${grant === null ? '' : `#grant=${grant}`}`;
}

/** Reads the export that an address asks for; null where it asks for none, or for a format that is none. */
export function presetOf(search: string, hash: string, formats: readonly string[]): ExportPreset | null {
  const format = new URLSearchParams(search).get('export');
  if (format === null || !formats.includes(format)) return null;
  return { format, what: /^#grant=./.test(hash) ? 'grant' : 'everything' };
}

/** Tells whether an address asks for an export at all. */
export const isExportLink = (search: string): boolean => new URLSearchParams(search).has('export');
