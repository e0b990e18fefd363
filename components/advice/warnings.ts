import { advise, type RoleModel, type RoleWarning, roleNamed, warnOfRole } from '@/lib/domain/advice';
import { checkEmail, sameEmail } from '@/lib/domain/email';
import type { InviteForm } from '@/lib/domain/facts';
import type { Grant } from '@/lib/domain/grant';

/** An exception that was logged for the role in question. */
export interface LoggedException {
  recommended: string;
  chosen: string;
  justification: string | null;
}

/** What is wrong with what the vendor's page shows about a grant, if anything. */
export interface PageWarnings {
  /** Another role than the recommended one, for which nothing was justified. */
  role: RoleWarning | null;
  /** Where it was seen: still to be sent, or already on the list. */
  where: 'form' | 'list';
  /** The same, once it was justified. */
  justified: LoggedException | null;
  /** Why the address in the invite form is not the grant's, in words. */
  email: string | null;
}

/** Compares the open invite form, else the role on the list, with what is recommended. */
export function warningsOf(grant: Grant, form: InviteForm | null, model: RoleModel): PageWarnings {
  const advice = advise(model, grant.purpose);
  const shown = form ? form.roles : rolesOf(grant, model);
  // A role that merely gives less is what many forms open with: it counts once the form is filled in for this person.
  const filled = !form || form.emails.some((one) => sameEmail(one, grant.email ?? ''));
  const counts = (warning: RoleWarning | null) => warning !== null && (filled || warning.excess.length > 0);
  const role = advice
    ? (shown.map((each) => warnOfRole(model, advice.organization, model.roles, each)).find(counts) ?? null)
    : null;
  const justified = role ? (grant.exceptions.find(({ chosen }) => sameWords(chosen, role.chosen)) ?? null) : null;
  return {
    role: justified ? null : role,
    where: form ? 'form' : 'list',
    justified,
    email: form ? warnOfEmail(form.emails, grant.email) : null,
  };
}

const sameWords = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The log keeps several roles as one text; a role whose own name has a comma stays whole. */
function rolesOf({ role }: Grant, model: RoleModel): string[] {
  if (role === null || role.trim() === '') return [];
  return roleNamed(model.roles, role) ? [role] : role.split(', ');
}

/** Silent while an address is being typed. */
function warnOfEmail(typed: readonly string[], email: string | null): string | null {
  if (email === null) return null;
  const others = typed.filter((one) => checkEmail(one).ok && !sameEmail(one, email) && !email.startsWith(one));
  if (others.length === 0) return null;
  return typed.some((one) => sameEmail(one, email))
    ? `The form also names ${others.join(' and ')}. This grant is for ${email} alone.`
    : `The form names ${others.join(' and ')}. This grant is for ${email}: compare it with the ticket before you send.`;
}
