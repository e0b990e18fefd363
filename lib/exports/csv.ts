import type { Grant } from '@/lib/domain/grant/grant';
import type { ExportSource } from './export-format';
import { columnsFor, type GrantColumn, type GrantTable, grantTable } from './grant-columns';

/**
 * Matches what a reader would misread without quotes: separators, line ends, and white space at the edges, which many
 * readers trim.
 */
const needsQuotes = /[",\r\n\ufeff]|^ | $/;

/**
 * Matches what most cells are: words, addresses and numbers that every reader takes as they stand. One look tells it.
 */
const plain = /^[\w#][\w@:/.+' -]*$/;

const cell = (text: string) => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Writes rows as RFC 4180: quotes where they are needed, CRLF after each row. The very text of Papa Parse (the tests
 * compare the two), in a quarter of its time: with it, a table took longer than its budget.
 */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Writes a table as RFC 4180: a header line, then one row per item; one chunk for each time that items come. */
export async function* csvTable<T>(
  headers: readonly string[],
  items: AsyncIterable<readonly T[]>,
  row: (item: T) => readonly string[],
): AsyncGenerator<string> {
  yield csvLines([headers]);
  for await (const some of items) yield csvLines(some.map((item) => row(item).map((cell) => cell.toWellFormed())));
}

/**
 * Writes one column, cell by cell. Most cells say what the one above says (the vendor, the role, who granted it), and
 * what is said again is not looked at again: a table has millions of cells.
 */
function cellWriter({ text, ours }: GrantColumn, table: GrantTable, make: (text: string) => string) {
  const theirs = (text: string) =>
    plain.test(text) && !text.endsWith(' ') ? make(text) : cell(make(text.toWellFormed()));
  let last: string | number | null = null;
  let written = '';
  return (grant: Grant): string => {
    const value = text(grant, table);
    if (value === last) return written;
    last = value;
    // No value of our own holds what would have to be quoted.
    written = ours || value === null ? String(value ?? '') : theirs(String(value));
    return written;
  };
}

/** Writes the grants in the chosen columns. `make` is applied to every cell that is not written by Grantbook itself. */
export async function* writeGrantsCsv(source: ExportSource, make: (text: string) => string): AsyncGenerator<string> {
  const columns = columnsFor(source.columns);
  const table = grantTable(source);
  const writers = columns.map((column) => cellWriter(column, table, make));
  const line = (grant: Grant) => `${writers.map((write) => write(grant)).join(',')}\r\n`;
  yield csvLines([columns.map(({ header }) => header)]);
  for await (const grants of source.grants()) yield grants.map(line).join('');
}
