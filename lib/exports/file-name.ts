import { dateOf } from '@/lib/domain/calendar';

/** What the name of an exported file says: whose log, from when to when, and its kind. */
export interface FileNameParts {
  /** The admin's name, or e-mail address where no name is known. */
  who: string;
  /** The moments of the first and the last entry. */
  from: Date;
  to: Date;
  extension: string;
}

/** Letters, marks and digits of any script, lower-case, joined by hyphens: what every file system takes. At most 40 characters. */
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
export function exportFileName({ who, from, to, extension }: FileNameParts): string {
  return `grantbook-log_${slug(who) || 'unnamed'}_${dateOf(from)}_${dateOf(to)}.${extension}`;
}
