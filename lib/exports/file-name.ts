import { dateOf } from '@/lib/domain/values/calendar';

/** Holds what the name of an exported file says: what is in it, whose, from when to when, and its kind. */
export interface FileNameParts {
  /** `log`, `12 grants`, or the ticket of one grant. */
  what: string;
  /** A name or e-mail address, or where no person may be named, the log. */
  who: string;
  /** The moments of the first and the last entry. */
  from: Date;
  to: Date;
  /** The variant of the format; empty where it has none. */
  variant: string;
  extension: string;
}

/**
 * Letters, marks and digits of any script, lower-case, joined by hyphens: what every file system takes. At most 40
 * characters.
 */
function slug(text: string): string {
  const bare = text
    .toWellFormed()
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return [...bare]
    .slice(0, 40)
    .join('')
    .replace(/^-+|-+$/g, '');
}

/** `grantbook-log_ada-lovelace_2026-01-03_2026-11-21.csv`; dates in the zone of this browser. */
export function exportFileName({ what, who, from, to, variant, extension }: FileNameParts): string {
  const kind = variant === '' ? extension : `${slug(variant)}.${extension}`;
  return `grantbook-${slug(what) || 'log'}_${slug(who) || 'unnamed'}_${dateOf(from)}_${dateOf(to)}.${kind}`;
}
