import type { RosterRow } from '@/lib/domain/grant/page-facts';
import { plainText } from '@/lib/domain/values/text';
import type { RosterWords } from '@/lib/vendors/vendor';
import { parts } from './table';
import { namesOf, normal } from './text';

/** Returns whether a text is one of these words. */
export const is = (text: string, names: ReadonlySet<string>) => names.has(normal(text));

/** Matches a text that says when and by whom: `Invited 2 days ago`, `Joined on 3 Feb 2026`, `Expires in 2 days`. */
const whenWords = new Set(
  'on in at by via since until for from a an the than to as just less about over last next expires expire am pm utc gmt'.split(
    ' ',
  ),
);
const times =
  /^(?:\d.*|ago|today|tomorrow|yesterday|never|now|h|s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|hrs?|hours?|days?|weeks?|months?|years?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*day|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|january|february|march|april|june|july|august|september|october|november|december)$/;
/** Matches a text that says for what an invitation waits. */
const whatFor = /^(?:acceptance|response|confirmation|users?|members?|invitees?)$/;
const tokensOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Returns whether a text is a date, an age or a number and nothing else: no word that could be a status. Who it was by
 * does not count.
 */
export function isWhen(text: string): boolean {
  const tokens = tokensOf(text.replace(/(^|\s)by\s.*$/i, ' by 0'));
  return (
    tokens.every((token) => times.test(token) || whenWords.has(token)) &&
    tokens.some((token) => /^\d|^(?:ago|today|tomorrow|yesterday|never|now)$/.test(token))
  );
}

/** Returns whether a text begins with one of these words, and the rest says only when, by whom or what it waits for. */
const begins = (text: string, names: ReadonlySet<string>) =>
  text.split(/\s+/).some((_, at, all) => {
    const rest = all.slice(at + 1).join(' ');
    const tokens = tokensOf(rest);
    return (
      is(all.slice(0, at + 1).join(''), names) &&
      (tokens.length === 0 || isWhen(rest) || (tokens.length === 1 && whatFor.test(tokens[0] ?? '')))
    );
  });

/** `Accepted: no`: what is denied is not said. */
const denial = /^(.+?)\s*[:=]\s*(?:no|not yet|never|false|none|n\/a|[-–—✗✘×])$/i;

type Said = Pick<RosterRow, 'status' | 'words'>;

/** Reads the status that texts name: by a word that stands alone, else by the words that one begins with. */
export function statusIn(texts: readonly string[], known: RosterWords): Said | null {
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
    const words = said.find((text) => fits(text, namesOf(known[status])));
    if (words) return { status, words: plainText(words, 100) };
  }
  return null;
}

/**
 * Reads what a heading says of every row under it: lists of invitations are called active, open or outstanding as well.
 */
export function statusUnder(heading: string, known: RosterWords): Said | null {
  const said = heading.replace(/[\d().,:\s]+$/, '').trim();
  const words = plainText(said, 100);
  if (/\b(?:expired|lapsed)\b.*\binvit/i.test(said)) return { status: 'expired', words };
  if (/\baccepted\b.*\binvit/i.test(said)) return { status: 'active', words };
  if (
    /^(?:(?:pending|open|active|outstanding|sent|unaccepted|current|your|team|user|member)\s+)*invit(?:es?|ations?|ed)(?:\s+(?:sent|pending|users?|members?|people))?$/i.test(
      said,
    )
  )
    return { status: 'pending', words };
  return statusIn([said], known);
}
