/** What a spreadsheet takes for a formula: OWASP’s list with its full-width forms, after white space, invisible and unassigned characters. */
const formula = /^[\s\p{C}]*[=+\-@＝＋－＠]/u;

/** TAB, CR, LF, NUL and the other controls, which spreadsheets drop before they look at what follows. */
const control = /^\p{Cc}/u;

/** A formula where a spreadsheet that separates by semicolon or tab, or does not honour the quotes, would begin a new cell. */
const innerFormula = /([;\t\r\n][\s"\p{C}]*)(?=[=+\-@＝＋－＠])/gu;

/** What most cells are: no formula at the start, and nothing that could begin another one. Told by one look, since a table has millions. */
const harmless = /^[A-Za-z0-9#][^;\t\r\n]*$/;

/** Text that no spreadsheet calculates: a single quote stands before whatever it would take for a formula. */
export function disarm(text: string): string {
  if (harmless.test(text)) return text;
  const inside = text.replace(innerFormula, "$1'");
  return formula.test(inside) || control.test(inside) ? `'${inside}` : inside;
}

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';

/** What follows the first digit of a number, a day or a time: `1:30 pm`, `5, 2026 10:30`. */
const digits = String.raw`\d[\d\s.,:/-]*(?:[ap]m)?`;

/** What a spreadsheet takes for a number, a date or a truth value, and then shows as something else: `0012`, `1E5`, `5%`, `3-4`, `MAR-12`. */
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
  'i',
);

/** What each of these begins with: a digit, a separator, a currency, the first letter of a month or of a truth value. */
const suspicious = /^\s*[\d.,($€£¥jfmasondt]/i;

/** A ticket or name that a spreadsheet would turn into a number or a date, kept as it is written by a single quote before it. */
export function asText(text: string): string {
  return suspicious.test(text) && converted.test(text.trim()) ? `'${text}` : text;
}
