import * as z from 'zod/mini';
import { Refinement } from '@/lib/domain/advice/need';
import { Text } from '@/lib/domain/values/bounded';
import { checkEndDate, type DateOnly } from '@/lib/domain/values/calendar';
import { checkEmail } from '@/lib/domain/values/email';
import { looksLikeSecret, secretMessage } from '@/lib/domain/values/secret';
import { plainText } from '@/lib/domain/values/text';
import { checkTicket } from '@/lib/domain/values/ticket';

/** The form `New grant` while it is being filled in, exactly as typed. */
export const GrantForm = z.object({
  ticket: Text,
  vendor: Text,
  email: Text,
  purpose: Text,
  /** Permissions ticked beyond the purpose, and those of it that were unticked. */
  refine: z.optional(z.nullable(Refinement)),
  scope: z.array(Text),
  temporary: z.boolean(),
  accessEnds: Text,
  approvedBy: Text,
  reason: Text,
});
export type GrantForm = z.infer<typeof GrantForm>;

/** A grant that is being filled in. */
export const GrantDraft = z.object({
  /** The id that the grant will have: sent again after a failure, it still starts one grant. */
  id: z.uuid(),
  form: GrantForm,
  /** Text of the field that adds to the scope. */
  adding: z.string(),
  /** Tells whether the form was on screen when it was saved. */
  open: z.boolean(),
});
export type GrantDraft = z.infer<typeof GrantDraft>;

export const emptyGrantForm: GrantForm = {
  ticket: '',
  vendor: '',
  email: '',
  purpose: '',
  scope: [],
  temporary: false,
  accessEnds: '',
  approvedBy: '',
  reason: '',
};

/** A filled-in form, read and found good. */
export interface NewGrant {
  ticket: string;
  vendor: string;
  email: string;
  purpose: string;
  refine?: Refinement;
  scope: string[];
  accessEnds: DateOnly | null;
  approvedBy: string;
  reason: string;
}

export type FieldErrors = Partial<Record<keyof GrantForm, string>>;

/**
 * Holds what the form is checked against: today's date, the ticket pattern, who asks, and which vendors and purposes
 * there are.
 */
export interface FormRules {
  today: DateOnly;
  ticketPattern: string;
  vendors: readonly { id: string; purposes: readonly { id: string }[] }[];
}

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Reads the form. Either a grant that can be started, or one sentence for each field that is not right yet. */
export function checkGrantForm(
  form: GrantForm,
  rules: FormRules,
): { ok: true; value: NewGrant } | { ok: false; errors: FieldErrors } {
  const errors: FieldErrors = {};
  const ticket = checkTicket(form.ticket, rules.ticketPattern);
  if (!ticket.ok) errors.ticket = ticket.message;
  const email = checkEmail(form.email);
  if (!email.ok) errors.email = email.message;
  const vendor = rules.vendors.find(({ id }) => id === form.vendor);
  if (!vendor) errors.vendor = 'Choose the vendor.';
  if (!vendor?.purposes.some(({ id }) => id === form.purpose))
    errors.purpose = 'Choose what the access is for: the role follows from it.';
  const ends = form.temporary ? checkEndDate(form.accessEnds, rules.today) : null;
  if (ends && !ends.ok) errors.accessEnds = ends.message;
  const approvedBy = plainText(form.approvedBy, 200);
  if (approvedBy === '') errors.approvedBy = 'Enter who approved this on the ticket.';
  const reason = plainText(form.reason, 2000);
  if (reason === '') errors.reason = 'Enter the business reason: auditors ask for it first.';
  const scope = form.scope
    .map((name) => plainText(name, 100))
    .filter((name, at, all) => name !== '' && all.findIndex((other) => sameName(other, name)) === at);
  for (const field of ['ticket', 'email', 'approvedBy', 'reason'] as const) {
    if (looksLikeSecret(form[field])) errors[field] = secretMessage;
  }
  if (scope.some(looksLikeSecret)) errors.scope = secretMessage;

  if (Object.keys(errors).length > 0 || !ticket.ok || !email.ok) return { ok: false, errors };
  return {
    ok: true,
    value: {
      ticket: ticket.value,
      vendor: form.vendor,
      email: email.value,
      purpose: form.purpose,
      ...(form.refine ? { refine: form.refine } : {}),
      scope,
      accessEnds: ends?.ok ? ends.value : null,
      approvedBy,
      reason,
    },
  };
}
