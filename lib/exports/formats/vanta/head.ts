import type { FormatHead } from '@/lib/exports/export-format';
import { vendorInfos } from '@/lib/vendors/hosts';

export const head: FormatHead = {
  label: 'Vanta access file',
  order: 90,
  opensIn: 'program',
  hint: 'The accounts of one vendor in the columns that Vanta’s Access File uploader takes; whether each is appropriate is left to the reviewer.',
  extension: 'vanta.csv',
  mime: 'text/csv;charset=utf-8',
  holds: 'grants',
  bytes: { perGrant: 95, atMost: true },
  variants: { label: 'Vendor', options: vendorInfos.map(({ id, name }) => ({ id, label: name })) },
};
