import type { FormatHead } from '@/lib/exports/export-format';

export const head: FormatHead = {
  label: 'CSV (spreadsheet)',
  order: 10,
  opensIn: 'spreadsheet',
  hint: 'One row per grant for Excel, LibreOffice or Google Sheets; anything that would run as a formula is made plain text.',
  extension: 'csv',
  mime: 'text/csv;charset=utf-8',
  holds: 'grants',
  bytes: { perGrant: 610 },
  columns: true,
};
