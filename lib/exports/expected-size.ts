import type { ExportFormat, Selection } from './export-format';

/** Holds what is known of an export before it is made. */
export interface Expected {
  format: Pick<ExportFormat, 'bytes' | 'columns'>;
  /** Counts the grants that the log holds. */
  grants: number;
  entries: number;
  selection: Selection;
  personal: boolean;
  columns: readonly string[] | null;
}

/**
 * The size of a file, bytes, to two digits. `atMost`: what is chosen leaves out part of it, and nobody knows yet how
 * much.
 */
export interface ExpectedSize {
  bytes: number;
  atMost: boolean;
}

/**
 * About how large a file will be; null of an empty log. The grants of a view are taken to have as many entries as
 * others.
 */
export function expectedSize({ format, grants, entries, selection, personal, columns }: Expected): ExpectedSize | null {
  if (entries === 0) return null;
  const { fixed = 0, perGrant = 0, perEntry = 0, atMost = false } = format.bytes;
  const part = grants === 0 ? 1 : partOf(selection, grants);
  const bytes = fixed + part * (grants * perGrant + entries * perEntry);
  return {
    bytes: Number(bytes.toPrecision(2)),
    atMost: atMost || selection.what === 'dates' || !personal || (format.columns === true && columns !== null),
  };
}

/** Returns which part of the grants is selected, from 0 to 1. */
function partOf(selection: Selection, grants: number): number {
  switch (selection.what) {
    case 'everything':
    case 'dates':
      return 1;
    case 'view':
      return selection.grants.length / grants;
    case 'grant':
      return 1 / grants;
  }
}
