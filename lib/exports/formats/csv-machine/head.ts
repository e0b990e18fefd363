import type { FormatHead } from '@/lib/exports/export-format';

export const head: FormatHead = {
  label: 'CSV (machine)',
  order: 20,
  opensIn: 'program',
  hint: 'The same rows with every value exactly as logged, for scripts and imports; do not open it in a spreadsheet.',
  extension: 'machine.csv',
  mime: 'text/csv;charset=utf-8',
  holds: 'grants',
  bytes: { perGrant: 610 },
  columns: true,
};
