import Papa from 'papaparse';
import { batches } from './batches';
import type { ExportSource } from './export-format';
import { columnsFor } from './grant-columns';

/** Rows written as one chunk: some 200 kB of text. */
const rowsPerChunk = 500;

/** Rows as RFC 4180: quotes where they are needed, CRLF after each row. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(rows as string[][], { newline: '\r\n' })}\r\n`;
}

/** A table as RFC 4180, in chunks: a header line, then one row per item, or none where `row` answers null. */
export async function* csvTable<T>(
  headers: readonly string[],
  items: AsyncIterable<T>,
  row: (item: T) => readonly string[] | null,
): AsyncGenerator<string> {
  yield csvLines([headers]);
  for await (const batch of batches(items, rowsPerChunk)) {
    const rows = batch.flatMap((item) => {
      const cells = row(item);
      return cells ? [cells.map((cell) => cell.toWellFormed())] : [];
    });
    if (rows.length > 0) yield csvLines(rows);
  }
}

/** The grants in the chosen columns. `cell` is applied to every cell that is not written by Grantbook itself. */
export function writeGrantsCsv(source: ExportSource, cell: (text: string) => string): AsyncGenerator<string> {
  const columns = columnsFor(source.columns);
  return csvTable(
    columns.map(({ header }) => header),
    source.grants(),
    (grant) =>
      columns.map(({ text, ours }) => {
        const value = String(text(grant, source) ?? '');
        return ours ? value : cell(value.toWellFormed());
      }),
  );
}
