import type { FormatHead } from '@/lib/exports/export-format';

export const head: FormatHead = {
  label: 'ECS',
  order: 130,
  opensIn: 'program',
  hint: 'Every entry as an event of the Elastic Common Schema, one per line, for Elastic Security and what reads its fields.',
  extension: 'ecs.jsonl',
  mime: 'application/x-ndjson;charset=utf-8',
  holds: 'entries',
  bytes: { perEntry: 1330 },
};
