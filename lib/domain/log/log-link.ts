import type { Grant } from '@/lib/domain/grant/grant';
import type { AnyEntry } from './entry';
import type { LogOwner } from './merged-log';

/**
 * A place in the log that the log page's address leads to: a grant, of this log or of a merged one, or an entry; null
 * is none.
 */
export type LogLink = { grant: string; log?: string } | { entry: number } | null;

/**
 * Reads the fragment of the address: `#grant=<id>`, `#grant=<id>@<log>` in a merged log, `#entry=<seq>`; null for
 * anything else.
 */
export function parseLogLink(hash: string): LogLink {
  const [, kind, value, log] = /^#(grant|entry)=([\w-]{1,64})(?:@([\w-]{1,64}))?$/.exec(hash) ?? [];
  if (kind === 'grant' && value) return log === undefined ? { grant: value } : { grant: value, log };
  if (kind === 'entry' && value && log === undefined && /^[1-9]\d{0,9}$/.test(value)) return { entry: Number(value) };
  return null;
}

/** Returns the fragment that leads there; empty for none. */
export function logHash(link: LogLink): string {
  if (link === null) return '';
  if ('entry' in link) return `#entry=${link.entry}`;
  return `#grant=${link.grant}${link.log === undefined ? '' : `@${link.log}`}`;
}

/** The content of such a place, as read from the log. */
export type Opened =
  | {
      kind: 'grant';
      grant: Grant;
      /** Oldest first; null while they are read. */
      entries: readonly AnyEntry[] | null;
      /** The entry that the address leads to. */
      marked: number | null;
      /** The other admin's log that the grant stands in; left out where it is this browser's. */
      merged?: LogOwner | null;
    }
  | { kind: 'entry'; seq: number; entry: AnyEntry | null }
  | { kind: 'unknown' };
