import { browser } from '@/lib/browser';
import { GrantDraft } from '@/lib/domain/grant/new-grant';
import { longest } from '@/lib/domain/values/bounded';
import { looksLikeSecret } from '@/lib/domain/values/secret';

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
