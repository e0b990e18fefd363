import type { Source } from '@/lib/domain/source';

const opsblu = (page: string): Source => ({
  ref: `https://opsblu.com/documentation/analytics-platforms/logrocket/user-management/${page}`,
  checkedOn: '2026-11-21',
  kind: 'how-to',
});

/** The procedure that the project started from. */
export const addAccess = opsblu('add-user-access');

/** Its sister on taking access away. */
export const removeAccess = opsblu('remove-access');
