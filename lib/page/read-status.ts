import type { RosterRow } from '@/lib/domain/grant/page-facts';
import { plainText } from '@/lib/domain/values/text';
import type { ListSigns, RosterWords } from '@/lib/vendors/vendor';
import { parts } from './table';
import { namesOf, normal, pattern } from './text';

/** Returns whether a text is one of these words. */
export const is = (text: string, names: ReadonlySet<string>) => names.has(normal(text));

const tokensOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Returns whether a text is a date, an age or a number and nothing else: no word that could be a status. Who it was by
 * does not count.
 */
export function isWhen(text: string, { time, when }: ListSigns): boolean {
  const tokens = tokensOf(text.replace(/(^|\s)by\s.*$/i, ' by 0'));
  return tokens.every((token) => pattern(when).test(token)) && tokens.some((token) => pattern(time).test(token));
}

/** Returns whether a text begins with one of these words, and the rest says only when, by whom or what it waits for. */
const begins = (text: string, names: ReadonlySet<string>, signs: ListSigns) =>
  text.split(/\s+/).some((_, at, all) => {
    const rest = all.slice(at + 1).join(' ');
    const tokens = tokensOf(rest);
    return (
      is(all.slice(0, at + 1).join(''), names) &&
      (tokens.length === 0 ||
        isWhen(rest, signs) ||
        (tokens.length === 1 && pattern(signs.awaited).test(tokens[0] ?? '')))
    );
  });

type Said = Pick<RosterRow, 'status' | 'words'>;

/** Reads the status that texts name: by a word that stands alone, else by the words that one begins with. */
export function statusIn(texts: readonly string[], known: RosterWords): Said | null {
  const { signs } = known;
  const denial = pattern(signs.denial);
  for (const [at, text] of texts.entries()) {
    const both = denial.exec(text) ?? denial.exec(`${text}: ${texts[at + 1]}`);
    const denied = both?.[1] ?? '';
    const words = plainText(both?.[0] ?? '', 100);
    if (/^(?:accepted|joined|confirmed)$/.test(normal(denied))) return { status: 'pending', words };
    if ([known.active, known.pending, known.expired].some((list) => is(denied, namesOf(list))))
      return { status: 'unknown', words };
  }
  const said = parts(texts);
  for (const [fits, status] of [
    [is, 'expired'],
    [is, 'pending'],
    [is, 'active'],
    [begins, 'expired'],
    // Whoever has joined was invited, some time by somebody.
    [begins, 'active'],
    [begins, 'pending'],
  ] as const) {
    const words = said.find((text) => fits(text, namesOf(known[status]), signs));
    if (words) return { status, words: plainText(words, 100) };
  }
  return null;
}

/**
 * Reads what a heading says of every row under it: lists of invitations are called active, open or outstanding as well.
 * `Invite members` stands over a form.
 */
export function statusUnder(heading: string, known: RosterWords): Said | null {
  const said = heading.replace(/[\d().,:\s]+$/, '').trim();
  const words = plainText(said, 100);
  for (const [status, source] of Object.entries(known.signs.under))
    if (pattern(source).test(said)) return { status: status as keyof ListSigns['under'], words };
  return statusIn([said], known);
}
