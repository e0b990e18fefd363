import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { KeyForm } from '@/lib/domain/grant/key-record';
import { reveal, verify } from '@/lib/domain/log/chain';
import type { Entry } from '@/lib/domain/log/entry';
import { db } from '@/lib/storage/db';
import { saveSettings } from '@/lib/storage/settings';
import { checklistFor } from '@/lib/vendors/registry';
import { arrive, aStage, log, type Stage, showPage, startGrant, tab, tellFacts, types, uuid } from './stage';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const kim = uuid(900);
const gone = { ok: false, message: 'This step is not part of the checklist any more.' };
const notInLog = { ok: false, message: 'This grant is not in the log any more.' };
const filled: KeyForm = {
  name: 'Kim - CI',
  owner: 'Kim Sato',
  purpose: 'CI',
  scope: '',
  permissions: 'Read',
  expires: '',
  rotateDays: '90',
};

let stage: Stage;

/** The commands, as the guide in the tab sends them. */
const guide = (grant: string) => ({ from: 'guide', tab, grant }) as const;
const steps = {
  confirm: (grant: string, step: string) => stage.handlers['step.confirm']({ grant, step }, guide(grant)),
  reopen: (grant: string, step: string) => stage.handlers['step.reopen']({ grant, step }, guide(grant)),
  settleKeys: (grant: string, needed: boolean) => stage.handlers['keys.settle']({ grant, needed }, guide(grant)),
  recordKey: (grant: string, step: string, form: KeyForm) =>
    stage.handlers['key.record']({ grant, step, form }, guide(grant)),
  remove: (grant: string, reason: string) => stage.handlers['removal.start']({ grant, reason }, guide(grant)),
  keep: (grant: string) => stage.handlers['removal.stop']({ grant }, guide(grant)),
};

beforeEach(async () => {
  stage = await aStage();
  await startGrant(stage, kim);
  showPage();
  await arrive(stage);
  await tellFacts(stage, kim);
});

test('a step that is taken back before any page was seen names the generation under which it was confirmed', async () => {
  const early = uuid(901);
  await startGrant(stage, early, { email: 'early@northwind.example' });
  const grant = await db.grants.get(early);
  const step = grant && checklistFor(grant)?.stages[0]?.steps[0]?.id;
  expect(grant?.generation).toBeNull();

  await steps.confirm(early, step ?? '');
  await steps.reopen(early, step ?? '');

  const said = (await log()).slice(-2).map(({ type, data }) => [type, (data as { generation: string }).generation]);
  expect(said).toEqual([
    ['step.confirmed', expect.stringMatching(/./)],
    ['step.reopened', said[0]?.[1]],
  ]);
});

describe('confirm', () => {
  test('logs the step with the words that the admin saw, filled in', async () => {
    expect(await steps.confirm(kim, 'check-workspace')).toEqual({ ok: true });

    const entry = (await log()).at(-1);
    expect(entry).toMatchObject({ type: 'step.confirmed', basis: 'confirmed', data: { generation: 'members' } });
    expect(entry && reveal(entry as Entry)).toMatchObject({ text: expect.stringContaining('IAM-1234') });
    expect((entry && JSON.stringify({ ...entry, personal: {} }))?.includes('IAM-1234')).toBe(false);
  });

  test('logs it once', async () => {
    await Promise.all([steps.confirm(kim, 'check-rights'), steps.confirm(kim, 'check-rights')]);

    expect((await types()).filter((type) => type === 'step.confirmed')).toHaveLength(1);
  });

  test('reaches what the step reaches', async () => {
    await steps.confirm(kim, 'confirm-access');

    expect((await db.grants.get(kim))?.milestones.active).toMatchObject({ basis: 'confirmed' });
  });

  test.each([
    ['a step that there is not', kim, 'no-such-step'],
    ['a name that every object has', kim, 'constructor'],
    ['a grant that is not in the log', uuid(999), 'check-rights'],
    ['a step that does not apply without SSO', kim, 'sso-provision'],
    ['a step of the removal, while nothing is removed', kim, 'removal-confirmed'],
  ])('refuses %s', async (_what, grant, step) => {
    const before = await log();

    expect(await steps.confirm(grant, step)).toEqual(gone);

    expect(await log()).toEqual(before);
  });

  test('follows what the options say', async () => {
    await saveSettings({ vendors: { rudderstack: { plan: '', sso: true, scope: [] } } });

    expect(await steps.confirm(kim, 'sso-provision')).toEqual({ ok: true });
  });
});

describe('reopen', () => {
  test('takes a confirmation back, once', async () => {
    await steps.confirm(kim, 'check-rights');
    const confirmed = (await log()).at(-1)?.seq;

    await Promise.all([steps.reopen(kim, 'check-rights'), steps.reopen(kim, 'check-rights')]);

    expect((await log()).at(-1)).toMatchObject({ type: 'step.reopened', data: { corrects: confirmed } });
    expect((await types()).filter((type) => type === 'step.reopened')).toHaveLength(1);
    expect((await db.grants.get(kim))?.confirmed).toEqual({});
  });

  test.each(['check-rights', 'no-such-step', 'constructor', '__proto__'])(
    'writes nothing of %s, which was not confirmed',
    async (step) => {
      const before = await log();

      expect(await steps.reopen(kim, step)).toEqual({ ok: true });

      expect(await log()).toEqual(before);
      expect(verify(await log()).ok).toBe(true);
    },
  );

  test('refuses a grant that is not in the log', async () => {
    expect(await steps.reopen(uuid(999), 'check-rights')).toEqual(notInLog);
  });
});

describe('settleKeys and recordKey', () => {
  const keyStep = () => {
    const { stages = [] } = checklistFor({ vendor: 'rudderstack', generation: 'members', removal: null }) ?? {};
    const step = stages.flatMap(({ steps: all }) => all).find(({ form }) => form === 'key');
    if (!step) throw new Error('the checklist records no key');
    return step.id;
  };

  test('settle whether a key is needed, once for each answer', async () => {
    for (const needed of [true, true, false, false]) await steps.settleKeys(kim, needed);

    expect((await types()).filter((type) => type === 'keys.settled')).toHaveLength(2);
    expect((await db.grants.get(kim))?.keyNeeded).toBe(false);
  });

  test('log a key with the step that asks for it, once', async () => {
    await steps.settleKeys(kim, true);

    expect(await steps.recordKey(kim, keyStep(), filled)).toEqual({ ok: true });
    await steps.recordKey(kim, keyStep(), filled);

    expect((await types()).slice(-2)).toEqual(['key.recorded', 'step.confirmed']);
    expect((await db.grants.get(kim))?.keys).toMatchObject([{ name: 'Kim - CI', rotateDays: 90 }]);
  });

  test('refuse the key itself, beside its field', async () => {
    await steps.settleKeys(kim, true);

    const reply = await steps.recordKey(kim, keyStep(), { ...filled, name: `ghp_${'a1B2c3D4e5'.repeat(4)}` });

    expect(reply).toMatchObject({ ok: false, errors: { name: expect.stringMatching(/looks like an API key/) } });
    expect(await types()).not.toContain('key.recorded');
  });

  test('refuse a step that there is not', async () => {
    expect(await steps.recordKey(kim, 'no-such-step', filled)).toMatchObject({
      ok: false,
      errors: { name: gone.message },
    });
  });
});

describe('remove and keep', () => {
  test('turn the checklist to the removal and back', async () => {
    expect(await steps.remove(kim, 'The project has ended')).toEqual({ ok: true });
    await steps.remove(kim, 'The project has ended');
    expect(await steps.confirm(kim, 'removal-record')).toEqual({ ok: true });
    await steps.keep(kim);
    await steps.keep(kim);

    expect((await types()).slice(4)).toEqual(['removal.started', 'step.confirmed', 'removal.stopped']);
    expect(await steps.confirm(kim, 'removal-record')).toEqual(gone);
  });

  test.each([
    ['no reason', ' ', 'Say why the access is removed: the auditor will read it.'],
    ['a reason that holds a key', `ghp_${'a1B2c3D4e5'.repeat(4)}`, /looks like an API key/],
  ])('refuse %s', async (_what, reason, message) => {
    expect(await steps.remove(kim, reason)).toMatchObject({ ok: false, message: expect.stringMatching(message) });
    expect(await types()).not.toContain('removal.started');
  });

  test('refuse a grant that is not in the log', async () => {
    expect(await steps.remove(uuid(999), 'The project has ended')).toEqual(notInLog);
  });
});
