import type { FormatHead } from '@/lib/exports/export-format';

export const head: FormatHead = {
  label: 'JSON Lines',
  order: 30,
  opensIn: 'program',
  hint: 'Every entry with its hash, one per line, oldest first: the whole log proves that nothing was changed or left out.',
  extension: 'jsonl',
  mime: 'application/jsonl;charset=utf-8',
  holds: 'entries',
  bytes: { perEntry: 980 },
};
