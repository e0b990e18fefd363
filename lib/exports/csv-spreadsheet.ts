import { writeGrantsCsv } from './csv';
import { disarm, keepText } from './disarm';
import type { ExportFormat } from './export-format';
import { labels } from './labels';

/** Excel takes a file without it for the local 8-bit code page. */
const byteOrderMark = '\uFEFF';

export const csvSpreadsheet: ExportFormat = {
  id: 'csv-spreadsheet',
  label: labels['csv-spreadsheet'],
  hint: 'One row per grant for Excel, LibreOffice or Google Sheets; anything that would run as a formula is made plain text.',
  extension: 'csv',
  mime: 'text/csv;charset=utf-8',
  holds: 'grants',
  bytes: { perGrant: 610 },
  columns: true,
  async *write(source) {
    yield byteOrderMark;
    yield* writeGrantsCsv(source, (text) => keepText(disarm(text)));
  },
};
