import type { FormatHead } from '@/lib/exports/export-format';

export const head: FormatHead = {
  label: 'Access record (Markdown)',
  order: 60,
  opensIn: 'tracker',
  hint: 'The same record as Markdown, to paste into a tracker or a wiki that renders it.',
  extension: 'md',
  mime: 'text/markdown;charset=utf-8',
  holds: 'grants',
  bytes: { perGrant: 900 },
  paste: true,
};
