import type { Source } from '@/lib/domain/values/source';

const opsblu = (page: string): Source => ({
  ref: `https://opsblu.com/documentation/analytics-platforms/logrocket/user-management/${page}`,
  checkedOn: '2026-11-21',
  kind: 'how-to',
});

/** The procedure that the project started from. */
export const addAccess = opsblu('add-user-access');

/** Its sister on taking access away. */
export const removeAccess = opsblu('remove-access');

const docs = (page: string): Source => ({
  ref: `https://docs.logrocket.com/docs/${page}`,
  checkedOn: '2026-11-21',
  kind: 'vendor',
});

/** Settings › Team Members: inviting, removing, Google sign-in. */
export const userManagement = docs('user-management');

/** Built-in and custom roles. */
export const roleBasedAccess = docs('role-based-access');

/** Documents where API keys are made. */
export const auditLogApi = docs('audit-log-api');
