import type { FormatHead } from '@/lib/exports/export-format';

export const head: FormatHead = {
  label: 'OCSF',
  order: 120,
  opensIn: 'program',
  hint: 'Every entry as an event of the Open Cybersecurity Schema Framework, one per line, for a SIEM or a data lake.',
  extension: 'ocsf.jsonl',
  mime: 'application/jsonl;charset=utf-8',
  holds: 'entries',
  bytes: { perEntry: 1410 },
  variants: {
    label: 'OCSF version',
    options: [
      { id: '1.8.0', label: '1.8.0: User Access Management and Account Change' },
      { id: '1.9.0', label: '1.9.0: User Management' },
    ],
  },
};
