import type { FormatHead } from '@/lib/exports/export-format';

export const head: FormatHead = {
  label: 'Access record (page)',
  order: 70,
  opensIn: 'reader',
  hint: 'The same record as a page to print or to save as PDF, one sheet per grant.',
  extension: 'html',
  mime: 'text/html;charset=utf-8',
  holds: 'grants',
  bytes: { perGrant: 1550 },
};
