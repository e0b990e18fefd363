import { type Cells, missingColumns } from '@/lib/domain/log/account-list';
import { csvRows } from '@/lib/domain/values/csv-rows';
import { armed } from '@/lib/exports/disarm';

// What separates cells: a comma, or what spreadsheets write where a comma is part of a number.
const separators = [',', ';', '\t', '|'] as const;

/**
 * Returns the text of a file as spreadsheets save it: UTF-8, UTF-16 with its mark, or else the letters of Western
 * Windows.
 */
function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * Returns a row by the headers of its table; of two columns with one name the first counts. Our own quotes come off.
 */
function byHeader(headers: readonly string[], row: readonly string[]): Cells {
  const cells = new Map<string, string | readonly string[]>();
  for (const [at, header] of headers.entries()) if (!cells.has(header)) cells.set(header, armed(row[at] ?? ''));
  if (row.length > headers.length) cells.set('__beyond', row.slice(headers.length));
  return Object.fromEntries(cells);
}

/**
 * Reads a CSV list by its headers, blank rows included, so that rows count as in a spreadsheet; or says what is wrong
 * with it as a whole.
 */
export async function readAccountFile(
  file: Blob,
): Promise<{ ok: true; rows: readonly Cells[] } | { ok: false; message: string }> {
  // Some spreadsheets say in a line of its own what separates the cells.
  const text = textOf(await file.arrayBuffer()).replace(/^sep=.\r?\n/i, '');
  const missing = separators.map((separator) => missingColumns(csvRows(text, separator, 1).rows[0] ?? []));
  const least = Math.min(...missing.map(({ length }) => length));
  const best = missing.findIndex(({ length }) => length === least);
  if (least > 0) return { ok: false, message: `The list has no column ${missing[best]?.join(' and no column ')}.` };

  const { rows, badQuote } = csvRows(text, separators[best] ?? ',');
  // What follows a quote that is not closed would be read as one cell, and rows be lost without a word.
  if (badQuote !== undefined) {
    return {
      ok: false,
      message: `A quotation mark in row ${badQuote} does not close where its cell ends. Correct it, then choose the list again.`,
    };
  }
  const [headers = [], ...table] = rows;
  return { ok: true, rows: table.map((row) => byHeader(headers, row)) };
}
