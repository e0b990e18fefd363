/**
 * Matches what a spreadsheet takes for a formula: OWASP’s list with its full-width forms, after white space, invisible
 * and unassigned characters.
 */
const formula = /^[\s\p{C}]*[=+\-@＝＋－＠]/u;

/** TAB, CR, LF, NUL and the other controls, which spreadsheets drop before they look at what follows. */
const control = /^\p{Cc}/u;

/**
 * A formula where a spreadsheet that separates by semicolon or tab, or does not honour the quotes, would begin a new
 * cell.
 */
const innerFormula = /([;\t\r\n][\s"\p{C}]*)(?='*[=+\-@＝＋－＠])/gu;

/** The quote that was put there. */
const innerQuote = /([;\t\r\n][\s"\p{C}]*)'(?='*[=+\-@＝＋－＠])/gu;

/**
 * Matches what most cells are: no formula at the start, and nothing that could begin another one. Told by one look,
 * since a table has millions.
 */
const harmless = /^[A-Za-z0-9#][^;\t\r\n]*$/;

/** Returns whether a quote goes before a text; before one of its own as well, so that `armed` finds each text again. */
const isArmed = (text: string) => formula.test(text) || control.test(text) || text.startsWith("'");

/** Returns a text that no spreadsheet calculates: a single quote stands before whatever it would take for a formula. */
export function disarm(text: string): string {
  if (harmless.test(text)) return text;
  const inside = text.replace(innerFormula, "$1'");
  return isArmed(inside) ? `'${inside}` : inside;
}

/** Returns the text as it was before `disarm` and `asText` put their quotes. */
export function armed(text: string): string {
  const bare = text.startsWith("'") ? text.slice(1) : null;
  const own = bare !== null && (isArmed(bare) || isConverted(bare)) ? bare : text;
  return own.replace(innerQuote, '$1');
}

/**
 * Languages in which spreadsheets are set up; each reads the months of its own, and what a file says follows whoever
 * opens it.
 */
const locales = 'en de fr es it pt nl pl sv da nb fi tr cs sk hu ro hr sl et lv lt id vi el bg ru uk'.split(' ');

/** The first letters of every month in these languages, as short as they are written. */
const monthStarts = [
  ...new Set(
    locales.flatMap((locale) =>
      (['short', 'long'] as const).flatMap((style) => {
        const name = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' });
        return Array.from({ length: 12 }, (_, at) => [...name.format(Date.UTC(2026, at, 15)).toLowerCase()])
          .filter((letters) => letters.every((letter) => /[\p{L}.]/u.test(letter)))
          .map((letters) => letters.slice(0, 3).join('').replace('.', ''));
      }),
    ),
  ),
].filter((start) => start.length > 2);

const month = `(?:${monthStarts.join('|')})\\p{L}*\\.?`;

/** Matches a number, a day or a time from its first digit on: `1:30 pm`, `5, 2026 10:30`. */
const digits = String.raw`\d[\d\s.,:/-]*(?:[ap]m)?`;

/**
 * Matches what a spreadsheet takes for a number, a date or a truth value, and then shows as something else: `0012`,
 * `1E5`, `5%`, `3-4`, `MAR-12`.
 */
const converted = new RegExp(
  [
    String.raw`[($€£¥]?\s*${digits}[%)$€£¥]?`,
    String.raw`[\d.,]+e[+-]?\d+`,
    String.raw`${month}[\s./-]*${digits}`,
    String.raw`\d{1,4}[\s./-]*${month}(?:[\s.,/-]*${digits})?`,
    'true|false',
  ]
    .map((each) => `^(?:${each})$`)
    .join('|'),
  'iu',
);

/**
 * Matches what each of these begins with: a digit, a separator, a currency, the beginning of a month or a truth value.
 */
const suspicious = new RegExp(`^\\s*(?:[\\d.,($€£¥]|true|false|${monthStarts.join('|')})`, 'iu');

const isConverted = (text: string) => suspicious.test(text) && converted.test(text.trim());

/**
 * Puts a single quote before a ticket or name that a spreadsheet would turn into a number or a date, so that it stays
 * as it is written.
 */
export function asText(text: string): string {
  return isConverted(text) ? `'${text}` : text;
}
