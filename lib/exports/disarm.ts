/** What a spreadsheet takes for a formula: OWASP's list with its full-width forms, after white space and invisible characters. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;

/** TAB, CR, LF, NUL and the other controls, which spreadsheets drop before they look at what follows. */
const control = /^\p{Cc}/u;

/** A formula where a spreadsheet that separates by semicolon or tab, or does not honour the quotes, would begin a new cell. */
const innerFormula = /([;\t\r\n][\s"\p{Cc}\p{Cf}]*)(?=[=+\-@＝＋－＠])/gu;

/** Text that no spreadsheet calculates: a single quote stands before whatever it would take for a formula. */
export function disarm(text: string): string {
  const inside = text.replace(innerFormula, "$1'");
  return formula.test(inside) || control.test(inside) ? `'${inside}` : inside;
}
