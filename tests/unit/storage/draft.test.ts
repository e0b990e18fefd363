import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyGrantForm, type GrantDraft } from '@/lib/domain/grant/new-grant';
import { saveDraft } from '@/lib/storage/draft';
import { stored } from '@/lib/storage/stored-values';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const { local } = fakeBrowser.storage;

beforeEach(resetFakeBrowser);

const draft: GrantDraft = {
  id: '5f0c9a1e-6a0b-4c53-9a41-0d9f3a6b7c01',
  form: { ...emptyGrantForm, ticket: 'iam-12', vendor: 'rudderstack', scope: ['Acme'], reason: '<b>as typed' },
  adding: 'Half a na',
  open: true,
};

describe('the draft', () => {
  test('comes back as it was typed', async () => {
    await saveDraft(draft);

    expect(await stored.draft.read()).toEqual(draft);
  });

  test('is not lost where somebody pasted more than a message carries', async () => {
    await saveDraft({ ...draft, form: { ...draft.form, reason: 'x'.repeat(6000) } });

    expect((await stored.draft.read())?.form.reason).toBe('x'.repeat(5000));
  });

  test('is gone when it was cleared', async () => {
    await saveDraft(draft);

    await saveDraft(null);

    expect(await stored.draft.read()).toBeNull();
  });

  test.each([
    ['nothing', undefined],
    ['something else', 'a string'],
    ['a draft of another shape', { id: draft.id, form: { ticket: 'IAM-1' } }],
    ['a field of the wrong kind', { ...draft, form: { ...draft.form, scope: 'Acme' } }],
  ])('is none where %s was stored', async (_what, value) => {
    await local.set({ draft: value });

    expect(await stored.draft.read()).toBeNull();
  });

  test('never holds a secret, not even for a moment', async () => {
    const secret = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a';

    await saveDraft({
      ...draft,
      adding: secret,
      form: { ...draft.form, reason: `Uses key ${secret}`, approvedBy: secret, scope: ['Acme', secret] },
    });

    expect(JSON.stringify(await local.get())).not.toContain(secret);
    expect((await stored.draft.read())?.form).toMatchObject({ ticket: 'iam-12', scope: ['Acme'], reason: '' });
  });
});
