import type { GrantDraft } from '@/lib/domain/grant/new-grant';
import { longest } from '@/lib/domain/values/bounded';
import { looksLikeSecret } from '@/lib/domain/values/secret';
import { stored } from './stored-values';

/**
 * Stores the draft without text that looks like a key or password: Grantbook stores none, not even for a moment. Null
 * removes it.
 */
export async function saveDraft(draft: GrantDraft | null): Promise<void> {
  await stored.draft.write(draft && withoutSecrets(draft));
}

/** Empties every field that holds what looks like a secret. */
function withoutSecrets({ form, adding, ...draft }: GrantDraft): GrantDraft {
  const clean = (text: string) => (looksLikeSecret(text) ? '' : text.slice(0, longest));
  return {
    ...draft,
    adding: clean(adding),
    form: {
      ...form,
      ticket: clean(form.ticket),
      email: clean(form.email),
      approvedBy: clean(form.approvedBy),
      reason: clean(form.reason),
      scope: form.scope.filter((name) => !looksLikeSecret(name)).map(clean),
    },
  };
}
