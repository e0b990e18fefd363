import { writeGrantsCsv } from './csv';
import type { ExportFormat } from './export-format';
import { labels } from './labels';

export const csvMachine: ExportFormat = {
  id: 'csv-machine',
  label: labels['csv-machine'],
  hint: 'The same rows with every value exactly as logged, for scripts and imports; do not open it in a spreadsheet.',
  extension: 'machine.csv',
  mime: 'text/csv;charset=utf-8',
  holds: 'grants',
  bytes: { perGrant: 610 },
  columns: true,
  write: (source) => writeGrantsCsv(source, (text) => text),
};
