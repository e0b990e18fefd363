import type { FormatHead } from '@/lib/exports/export-format';

export const head: FormatHead = {
  label: 'iCalendar',
  order: 80,
  opensIn: 'program',
  hint: 'The days on which accesses end or are to be reviewed, for any calendar; imported again, the reminders move with the grants.',
  extension: 'ics',
  mime: 'text/calendar;charset=utf-8',
  holds: 'grants',
  bytes: { perGrant: 720, atMost: true },
};
