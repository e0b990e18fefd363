import { type DateOnly, isDate } from '@/lib/domain/values/calendar';
import type { ExportFormat, Selection } from './export-format';

/** Holds what the admin asks for: which part of the log, in which format, and how. */
export interface ExportOrder {
  format: ExportFormat;
  selection: Selection;
  personal: boolean;
  columns: readonly string[] | null;
  variant: string;
}

/**
 * Says what became of an export: the file's name (null: it was copied), or a sentence on why there is none. `warning`:
 * done, but something is left to say.
 */
export type Exported = { ok: true; fileName: string | null; warning: string | null } | { ok: false; message: string };

/** The days between which entries are exported, as typed. */
export interface Span {
  from: DateOnly;
  to: DateOnly;
}

/** Says in a sentence what is wrong with the days; null where nothing is. */
export function spanTrouble({ from, to }: Span): string | null {
  if (!isDate(from) || !isDate(to)) return 'Enter the first and the last day.';
  return from > to ? 'The first day is after the last one.' : null;
}
