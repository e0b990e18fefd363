import type { FormatHead } from '@/lib/exports/export-format';

export const head: FormatHead = {
  label: 'ServiceNow import set',
  order: 110,
  opensIn: 'tracker',
  hint: 'One row per grant for a ServiceNow import set; coalesce on correlation_id, so that a later file updates what an earlier one made.',
  extension: 'servicenow.csv',
  mime: 'text/csv;charset=utf-8',
  holds: 'grants',
  bytes: { perGrant: 430 },
};
