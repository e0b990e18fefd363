import * as z from 'zod/mini';
import { quantity } from '@/lib/domain/values/quantity';

/** Entries that are missing from the database, by the head that is remembered outside of it. */
export const Loss = z.object({
  kind: z.enum(['emptied', 'older', 'foreign']),
  /** The last entry that is remembered. */
  head: z.object({ seq: z.int(), hash: z.string() }),
  /** Counts the entries that were found. */
  found: z.int(),
  /** Dates when it was noticed, UTC. */
  at: z.string(),
});
export type Loss = z.infer<typeof Loss>;

/**
 * Compares what is remembered with what is there; null where nothing is missing. `there`: the hash of the entry of the
 * head's number.
 */
export function lossKind(
  head: { seq: number; hash: string } | null,
  found: number,
  there: string | undefined,
): Loss['kind'] | null {
  if (head === null || there === head.hash) return null;
  if (found === 0) return 'emptied';
  return there === undefined ? 'older' : 'foreign';
}

const happened: Record<Loss['kind'], (loss: Loss) => string> = {
  emptied: ({ head }) => `The log reached entry ${head.seq}, and the database was emptied since then.`,
  older: ({ head, found }) =>
    `The log reached entry ${head.seq}, and the database ends at entry ${found}: it is an older one.`,
  foreign: ({ head }) => `Entry ${head.seq} is not the one that was written here: this is another database.`,
};

/** Puts the loss into words: what happened, and what to do about it, step by step. */
export function lossWords(loss: Loss): { what: string; todo: readonly string[] } {
  return {
    what: happened[loss.kind](loss),
    todo: [
      'Restore your last backup on the log page: what is missing is put back, and nothing that is here is removed.',
      'Without a backup, keep your last export: it proves what the log said, and its checkpoint names the entries that are gone.',
      'Tell whoever relies on this log. New entries go on in a new log that names the last one of the old.',
    ],
  };
}

/** The last export or backup: its moment (UTC), and how many entries were in it. */
export const LastExport = z.object({ at: z.string(), entries: z.int() });
export type LastExport = z.infer<typeof LastExport>;

/** Says in words where the log is stored and how often it was saved. */
export interface BackupStatus {
  /** Says how much space there is, and whether the browser may delete the data; null where it does not say. */
  storage: string | null;
  lastExport: string;
  /** Says why it is time for an export; null where it is not. */
  suggestion: string | null;
}

/** New entries, and days with a new entry, after which an export is suggested. */
export const exportAfter = { entries: 100, days: 30 } as const;

/**
 * Says in a sentence why it is time for an export; null where it is not. `since`: the moment of the first entry, where
 * none was exported.
 */
export function exportSuggestion(
  entries: number,
  last: LastExport | null,
  since: string | null,
  now: Date,
): string | null {
  const fresh = entries - (last?.entries ?? 0);
  if (fresh <= 1) return null;
  const from = last?.at ?? since;
  const days = from === null ? 0 : Math.floor((now.getTime() - Date.parse(from)) / 86_400_000);
  if (fresh < exportAfter.entries && days < exportAfter.days) return null;
  const when = last ? `the last one was made ${quantity(days, 'day')} ago` : 'none was made so far';
  return `${fresh.toLocaleString('en')} entries are not in any export; ${when}. Export the log, and keep the file elsewhere.`;
}

/** Something to see to on the log page. */
export interface LogWarning {
  tone: 'warn' | 'danger';
  title: string;
  text: string;
}

/** Lists what the log needs from the admin: a loss that was noticed, an export that is due. */
export function logWarnings(loss: Loss | null, due: string | null): LogWarning[] {
  return [
    ...(loss ? [{ tone: 'danger' as const, title: 'Part of the log is missing', text: lossWords(loss).what }] : []),
    ...(due ? [{ tone: 'warn' as const, title: 'Time for an export', text: due }] : []),
  ];
}
