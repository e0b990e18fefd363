import type { Grant } from './grant';

/** The message to the collaborator as it comes with Grantbook; the admin edits it in the options. */
export const defaultMessage = `Hello,

you are invited to {vendor} under {ticket}. The invitation comes by e-mail to {email}; please accept it{within}.

Before you sign in for the first time:
- Switch on multi-factor authentication (MFA) for your account.
- Sign in through our VPN where our network policy asks for it.
- Follow our login policy: your own account only, no shared passwords.

Your access is for: {reason}{ends}

If the invitation does not arrive, look in the spam folder first, then write to me.
{admin}`;

/** Placeholders that a template may use. */
export const messagePlaceholders = ['vendor', 'ticket', 'email', 'within', 'reason', 'ends', 'admin'] as const;

/**
 * Drafts the message for one grant: the template with the grant's own words. `invitationDays`: null where the vendor
 * does not say.
 */
export function draftMessage(template: string, grant: Grant, vendor: string, invitationDays: number | null): string {
  const values: Record<(typeof messagePlaceholders)[number], string> = {
    vendor,
    ticket: grant.ticket,
    email: grant.email ?? '',
    within: invitationDays === null ? '' : ` within ${invitationDays} days`,
    reason: grant.reason ?? '',
    ends: grant.accessEnds === null ? '' : `\nIt ends on ${grant.accessEnds}.`,
    admin: grant.grantedBy.name ?? '',
  };
  return template.replace(/\{(\w+)\}/g, (whole, key: string) =>
    Object.hasOwn(values, key) ? values[key as keyof typeof values] : whole,
  );
}
