import * as z from 'zod/mini';
import { Text } from '@/lib/domain/values/bounded';
import { checkEndDate, type DateOnly } from '@/lib/domain/values/calendar';
import { looksLikeSecret, secretMessage } from '@/lib/domain/values/secret';
import { plainText } from '@/lib/domain/values/text';

/** The form about an API key or token while it is filled in, exactly as typed. */
export const KeyForm = z.object({
  name: Text,
  owner: Text,
  purpose: Text,
  scope: Text,
  permissions: Text,
  expires: Text,
  rotateDays: Text,
});
export type KeyForm = z.infer<typeof KeyForm>;

/** A key as it is logged: everything that an IAM tracker asks for, and never the key. */
export interface KeyRecord {
  name: string;
  owner: string;
  purpose: string;
  scope: string;
  permissions: string;
  expires: DateOnly | null;
  rotateDays: number | null;
}

export type KeyErrors = Partial<Record<keyof KeyForm, string>>;

/**
 * Composes the clear name that the procedure asks for: who, what for and where, such as `Collaborator - Source Maps -
 * Production`. Parts that are empty are left out.
 */
export function keyName(who: string, purpose: string, scope: string): string {
  return [who, purpose, scope]
    .map((part) => plainText(part, 60))
    .filter((part) => part !== '')
    .join(' - ');
}

/**
 * Reads the form; one sentence for each field that is not right. Anything that looks like the key itself is refused.
 */
export function checkKey(
  form: KeyForm,
  today: DateOnly,
): { ok: true; value: KeyRecord } | { ok: false; errors: KeyErrors } {
  const errors: KeyErrors = {};
  const texts = { name: 'name of the key', owner: 'person who answers for it', purpose: 'purpose' } as const;
  for (const [field, what] of Object.entries(texts) as [keyof typeof texts, string][]) {
    if (plainText(form[field]) === '') errors[field] = `Enter the ${what}.`;
  }
  if (form.permissions.trim() === '') errors.permissions = 'Choose what the key may do.';
  const expires = form.expires === '' ? null : checkEndDate(form.expires, today);
  if (expires && !expires.ok) errors.expires = expires.message;
  const rotateDays = form.rotateDays.trim() === '' ? null : Number(form.rotateDays);
  if (rotateDays !== null && !(Number.isInteger(rotateDays) && rotateDays >= 1 && rotateDays <= 3650)) {
    errors.rotateDays = 'Enter a number of days from 1 to 3650, or nothing.';
  }
  for (const field of ['name', 'owner', 'purpose', 'scope', 'permissions'] as const) {
    if (looksLikeSecret(form[field])) errors[field] = secretMessage;
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    value: {
      name: plainText(form.name),
      owner: plainText(form.owner),
      purpose: plainText(form.purpose),
      scope: plainText(form.scope),
      permissions: plainText(form.permissions, 100),
      expires: expires?.ok ? expires.value : null,
      rotateDays,
    },
  };
}
