import type { Grant } from '@/lib/domain/grant/grant';
import type { InviteForm } from '@/lib/domain/grant/page-facts';
import { checkEmail, sameEmail } from '@/lib/domain/values/email';
import type { Advice } from './advice';
import { type RoleWarning, rolesIn, warnOfRoles } from './compare';
import type { AdviceConditions, RoleModel } from './model';

/** An exception that was logged for the role in question. */
export interface LoggedException {
  recommended: string;
  chosen: string;
  justification: string | null;
}

/** Says what is wrong with what the vendor's page shows about a grant, if anything. */
export interface PageWarnings {
  /** Other roles than the recommended one, for which nothing was justified. */
  role: RoleWarning | null;
  /** Tells where it was seen: still to be sent, or already on the list. */
  where: 'form' | 'list';
  /** The same, once it was justified. */
  justified: LoggedException | null;
  /** Says in words what is wrong with the addresses in the invite form. */
  email: string | null;
}

/** A field of the vendor's form that deserves a look. */
export const warnableFields = ['email', 'role'] as const;
export type WarnedField = (typeof warnableFields)[number];

export const isWarnedField = (text: string): text is WarnedField => warnableFields.some((field) => field === text);

/** Compares the open invite form, else the role on the list, with what is recommended. */
export function warningsOf(
  grant: Pick<Grant, 'email' | 'role' | 'exceptions'>,
  form: InviteForm | null,
  model: RoleModel,
  advice: Advice | null,
  { outside }: Pick<AdviceConditions, 'outside'>,
): PageWarnings {
  // A picker of several roles writes them as one text, as the log does.
  const shown = (form ? form.roles : [grant.role ?? '']).flatMap((text) => rolesIn(model.roles, text));
  const filled = !form || form.emails.some((one) => sameEmail(one, grant.email ?? ''));
  const found = advice ? warnOfRoles(model, advice.organization, model.roles, shown) : null;
  // A role that merely gives less is what many forms open with: it counts once the form is filled in for this person.
  const role = found && (filled || found.excess.length > 0) ? found : null;
  const justified = role ? (grant.exceptions.find(({ chosen }) => sameWords(chosen, role.chosen)) ?? null) : null;
  return {
    role: justified ? null : role,
    where: form ? 'form' : 'list',
    justified,
    email: form ? warnOfEmails(form.emails, grant.email, outside) : null,
  };
}

/** Lists the fields of the open form that the warnings are about. */
export function warnedFields({ role, email, where }: PageWarnings): WarnedField[] {
  return where === 'form' ? [...(email ? (['email'] as const) : []), ...(role ? (['role'] as const) : [])] : [];
}

const sameWords = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Silent while an address is being typed. */
function warnOfEmails(typed: readonly string[], email: string | null, outside: boolean): string | null {
  if (email === null) return null;
  const others = typed.filter((one) => checkEmail(one).ok && !sameEmail(one, email) && !email.startsWith(one));
  const named = typed.some((one) => sameEmail(one, email));
  if (others.length > 0 && named) {
    return `The form names ${others.length + 1} addresses: ${others.join(' and ')} too. This grant is for ${email} alone.`;
  }
  if (others.length > 0) {
    return `The form names ${others.join(' and ')}. This grant is for ${email}: compare it with the ticket before you send.`;
  }
  return named && outside
    ? `${email} is not of the domain that signs in through SSO: an invitation may lead nowhere. Agree first on how they sign in.`
    : null;
}
