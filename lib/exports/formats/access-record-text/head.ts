import type { FormatHead } from '@/lib/exports/export-format';

export const head: FormatHead = {
  label: 'Access record (text)',
  order: 50,
  opensIn: 'tracker',
  hint: 'What was given, why and by whom, as plain text to paste into the ticket, with a line that proves it against the log.',
  extension: 'txt',
  mime: 'text/plain;charset=utf-8',
  holds: 'grants',
  bytes: { perGrant: 870 },
  paste: true,
};
