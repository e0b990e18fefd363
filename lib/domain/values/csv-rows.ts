/**
 * The cells of a table, row by row. `badQuote`: the row, counted from 1, with a quotation mark that is not closed where
 * its cell ends.
 */
interface CsvRows {
  rows: string[][];
  badQuote?: number;
}

/**
 * Reads CSV as RFC 4180 has it, with lines of any system and empty ones kept. It stops at the first row that is not
 * well-formed.
 *
 * @param most rows to read
 */
export function csvRows(text: string, separator: string, most = Number.POSITIVE_INFINITY): CsvRows {
  const rows: string[][] = [];
  const isEnd = (char: string | undefined) =>
    char === undefined || char === separator || char === '\n' || char === '\r';
  let row: string[] = [];
  for (let at = 0; at < text.length && rows.length < most; ) {
    let cell = '';
    if (text[at] === '"') {
      for (let quoted = true; quoted; ) {
        const close = text.indexOf('"', at + 1);
        if (close === -1) return { rows, badQuote: rows.length + 1 };
        cell += text.slice(at + 1, close);
        at = close + 1;
        // Two of them stand for one.
        quoted = text[at] === '"';
        if (quoted) cell += '"';
      }
      if (!isEnd(text[at])) return { rows, badQuote: rows.length + 1 };
    } else {
      const from = at;
      while (!isEnd(text[at])) at += 1;
      cell = text.slice(from, at);
    }
    row.push(cell);
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    }
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return { rows };
}
