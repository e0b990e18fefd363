import Papa from 'papaparse';
import type { ExportSource } from './export-format';
import { grantColumns } from './grant-columns';

/** Rows written as one chunk: some 200 kB of text. */
const rowsPerChunk = 500;

const lines = (rows: readonly string[][]) => `${Papa.unparse(rows as string[][], { newline: '\r\n' })}\r\n`;

/** The grants as RFC 4180: a header line, then one row per grant, CRLF after each. `cell` is applied to every text cell. */
export async function* writeGrantsCsv(source: ExportSource, cell: (text: string) => string): AsyncGenerator<string> {
  yield lines([grantColumns.map(({ header }) => header)]);
  let rows: string[][] = [];
  for await (const grant of source.grants()) {
    rows.push(
      grantColumns.map(({ text }) => {
        const value = text(grant, source);
        return typeof value === 'string' ? cell(value.toWellFormed()) : String(value ?? '');
      }),
    );
    if (rows.length < rowsPerChunk) continue;
    yield lines(rows);
    rows = [];
  }
  if (rows.length > 0) yield lines(rows);
}
