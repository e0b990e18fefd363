import type { Actor } from '@/lib/domain/log/chain';
import { checkEmail } from './email';
import { looksLikeSecret, secretMessage } from './secret';
import { plainText } from './text';

export type IdentityErrors = Partial<Record<keyof Actor, string>>;

/** Reads who the admin is: the *granted by* of every entry. */
export function checkIdentity(form: Actor): { ok: true; value: Actor } | { ok: false; errors: IdentityErrors } {
  const name = plainText(form.name, 100);
  const email = checkEmail(form.email);
  const errors: IdentityErrors = {
    ...(name === '' ? { name: 'Enter your name: it stands on every entry that you make.' } : {}),
    ...(looksLikeSecret(form.name) ? { name: secretMessage } : {}),
    ...(email.ok ? {} : { email: ownAddress(form.email, email.message) }),
    ...(looksLikeSecret(form.email) ? { email: secretMessage } : {}),
  };
  const good = email.ok && errors.name === undefined && errors.email === undefined;
  return good ? { ok: true, value: { name, email: email.value } } : { ok: false, errors };
}

/** Rewords a message for the admin's own address: there is no ticket to check it in. */
function ownAddress(typed: string, message: string): string {
  return typed.trim() === '' ? 'Enter your own e-mail address.' : message.replace(/: check [^:]*$/, '.');
}
