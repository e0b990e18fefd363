import * as z from 'zod/mini';
import { browser } from '@/lib/browser';
import type { GrantForm } from '@/lib/domain/grant/new-grant';
import { looksLikeSecret } from '@/lib/domain/values/secret';

const Refinement = z.object({ add: z.array(z.string()), drop: z.array(z.string()) });

const Form = z.object({
  ticket: z.string(),
  vendor: z.string(),
  email: z.string(),
  purpose: z.string(),
  refine: z.optional(z.nullable(Refinement)),
  scope: z.array(z.string()),
  temporary: z.boolean(),
  accessEnds: z.string(),
  approvedBy: z.string(),
  reason: z.string(),
}) satisfies z.ZodMiniType<GrantForm>;

/** A grant that is being filled in. */
export const GrantDraft = z.object({
  /** The id that the grant will have: sent again after a failure, it still starts one grant. */
  id: z.uuid(),
  form: Form,
  /** What stands in the field that adds to the scope. */
  adding: z.string(),
  /** Whether the form was on screen when it was saved. */
  open: z.boolean(),
});
export type GrantDraft = z.infer<typeof GrantDraft>;

/** The draft that was kept; null where there is none, or none that can be read. */
export async function readDraft(): Promise<GrantDraft | null> {
  const { draft } = await browser.storage.local.get('draft');
  return GrantDraft.safeParse(draft).data ?? null;
}

/** Keeps a draft. Text that looks like a key or password is left out: Grantbook stores none, not even for a moment. */
export async function saveDraft(draft: GrantDraft): Promise<void> {
  await browser.storage.local.set({ draft: withoutSecrets(draft) });
}

export async function clearDraft(): Promise<void> {
  await browser.storage.local.remove('draft');
}

/** The draft with every field emptied that holds what looks like a secret. */
export function withoutSecrets({ form, adding, ...draft }: GrantDraft): GrantDraft {
  const clean = (text: string) => (looksLikeSecret(text) ? '' : text);
  return {
    ...draft,
    adding: clean(adding),
    form: {
      ...form,
      ticket: clean(form.ticket),
      email: clean(form.email),
      approvedBy: clean(form.approvedBy),
      reason: clean(form.reason),
      scope: form.scope.filter((name) => !looksLikeSecret(name)),
    },
  };
}
