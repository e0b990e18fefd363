import type { FormatHead } from '@/lib/exports/export-format';

export const head: FormatHead = {
  label: 'Jira CSV',
  order: 100,
  opensIn: 'tracker',
  hint: 'One issue per grant for Jira’s CSV importer, due when the access is to be looked at again; its dates are YYYY-MM-DD.',
  extension: 'jira.csv',
  mime: 'text/csv;charset=utf-8',
  holds: 'grants',
  bytes: { perGrant: 340 },
};
