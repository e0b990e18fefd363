import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KeyForm } from '@/lib/domain/grant/key-record';
import { reveal } from '@/lib/domain/log/chain';
import type { Entry } from '@/lib/domain/log/entry';
import { db } from '@/lib/storage/db';
import { saveSettings } from '@/lib/storage/settings';
import { stored } from '@/lib/storage/stored-values';
import { checklistFor } from '@/lib/vendors/registry';
import { verifyChain } from '../../support/verify-chain';
import { email } from '../messaging/samples';
import {
  arrive,
  aStage,
  form,
  log,
  popup,
  robin,
  type Stage,
  showPage,
  startGrant,
  tab,
  tellFacts,
  types,
  uuid,
} from './stage';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const kim = uuid(900);
const lee = uuid(901);
const key = `ghp_${'a1B2c3D4e5'.repeat(4)}`;
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
  explain: (grant: string, step: string, reason: string) =>
    stage.handlers['step.confirm']({ grant, step, reason }, guide(grant)),
  documentKey: (grant: string, step: string, where: string) =>
    stage.handlers['key.document']({ grant, step, where }, guide(grant)),
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
    await startGrant(stage, lee, { email: 'lee@northwind.example' });
    await steps.confirm(lee, 'confirm-access');

    expect((await db.grants.get(lee))?.milestones.active).toMatchObject({ basis: 'confirmed' });
  });

  test.each(['watch-pending', 'confirm-access'])('%s against a row that says Pending takes a reason', async (step) => {
    const milestone = step === 'watch-pending' ? 'accepted' : 'active';
    const before = await types();

    expect(await steps.confirm(kim, step)).toEqual({
      ok: false,
      message: 'The page shows “Pending”. Say why the step is done all the same.',
    });
    expect(await types()).toEqual(before);
    expect((await db.grants.get(kim))?.milestones).not.toHaveProperty(milestone);

    expect(await steps.explain(kim, step, 'They joined: seen on a call')).toEqual({ ok: true });
    expect((await types()).slice(-2)).toEqual(['contradiction.explained', 'step.confirmed']);
    expect((await db.grants.get(kim))?.milestones[milestone]).toMatchObject({ basis: 'confirmed' });
  });

  test('a tick does not close the step of a key; its record does, or the place where it is documented', async () => {
    await steps.settleKeys(kim, true);

    expect(await steps.confirm(kim, 'document-token')).toMatchObject({ ok: false });
    expect((await db.grants.get(kim))?.confirmed).not.toHaveProperty('document-token');

    expect(await steps.documentKey(kim, 'document-token', 'Vault, path ci')).toEqual({ ok: true });
    expect((await types()).slice(-2)).toEqual(['key.documented', 'step.confirmed']);
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
      expect(verifyChain(await log()).ok).toBe(true);
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

    const reply = await steps.recordKey(kim, keyStep(), { ...filled, name: key });

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
    ['a reason that holds a key', key, /looks like an API key/],
  ])('refuse %s', async (_what, reason, message) => {
    expect(await steps.remove(kim, reason)).toMatchObject({ ok: false, message: expect.stringMatching(message) });
    expect(await types()).not.toContain('removal.started');
  });

  test('refuse a grant that is not in the log', async () => {
    expect(await steps.remove(uuid(999), 'The project has ended')).toEqual(notInLog);
  });
});

/** What the popup sends, before there is any grant. */
describe('from pages of ours', () => {
  const start = (id: string, change: Parameters<typeof form>[0] = {}) =>
    stage.handlers['grant.start']({ id, form: form(change) }, popup);

  beforeEach(async () => {
    stage = await aStage();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  describe('grant.start', () => {
    test('logs the grant under the name of the admin, and makes it the one to be guided', async () => {
      expect(await start(kim, { ticket: 'iam-1234' })).toEqual({ ok: true, grant: kim });

      const [, entry] = await log();
      expect(entry && reveal(entry as Entry)).toMatchObject({
        ticket: 'IAM-1234',
        email,
        approvedBy: 'Dana Whitfield',
      });
      expect((await db.grants.get(kim))?.grantedBy).toEqual(robin);
      expect(await stored.chosenGrants.at('rudderstack').read()).toBe(kim);
    });

    test('opens the guide in tabs of the vendor that are open already', async () => {
      await arrive(stage);
      const sent = showPage();

      await start(kim);

      expect(sent).toMatchObject([{ command: 'guide.show', payload: { guidance: { grant: kim, email } } }]);
      expect((await stored.tabs.at(tab).read())?.grant).toBe(kim);
    });

    test('starts once, however often and however fast it is sent', async () => {
      const replies = await Promise.all([start(kim), start(kim), start(kim)]);
      stage.restart();
      replies.push(await start(kim));

      expect(replies).toEqual(Array.from({ length: 4 }, () => ({ ok: true, grant: kim })));
      expect(await types()).toEqual(['log.created', 'grant.started']);
    });

    test('links a second open grant for the same person to the first', async () => {
      await start(kim);
      await start(lee, { email: ` KIM.sato@northwind.example`, ticket: 'IAM-9' });

      expect((await db.grants.get(lee))?.sameAs).toBe(kim);
    });

    test.each<[string, Parameters<typeof form>[0], string, RegExp]>([
      ['a ticket that misses the pattern', { ticket: '12' }, 'ticket', /is not a ticket number/],
      ['no vendor', { vendor: 'other' }, 'vendor', /Choose the vendor/],
      ['a name that every object has as vendor', { vendor: 'constructor' }, 'vendor', /Choose the vendor/],
      ['a purpose of another vendor', { purpose: 'support' }, 'purpose', /Choose what the access is for/],
      ['an e-mail with a typo', { email: 'kim@gmial.com' }, 'email', /Did you mean kim@gmail.com/],
      ['an end in the past', { temporary: true, accessEnds: '2020-01-01' }, 'accessEnds', /is in the past/],
      ['no approver', { approvedBy: ' ' }, 'approvedBy', /Enter who approved/],
      ['a key in the reason', { reason: key }, 'reason', /looks like an API key/],
    ])('says beside the field what is wrong with %s, and writes nothing', async (_what, change, field, message) => {
      const reply = await start(kim, change);

      expect(reply).toMatchObject({ ok: false, errors: { [field]: expect.stringMatching(message) } });
      expect(await log()).toEqual([]);
    });

    test('goes by the pattern of the organization, also where that cannot be used', async () => {
      await saveSettings({ ticketPattern: 'REQ-\\d+' });
      expect(await start(kim)).toMatchObject({ errors: { ticket: expect.stringContaining('REQ-\\d+') } });

      await saveSettings({ ticketPattern: '[' });
      expect(await start(kim)).toMatchObject({ errors: { ticket: expect.stringContaining('cannot be used') } });
    });

    test('goes by the day of the admin', async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(2027, 5, 30, 23, 59) });
      expect(await start(kim, { temporary: true, accessEnds: '2027-06-30' })).toMatchObject({ ok: true });

      vi.setSystemTime(new Date(2027, 6, 1, 0, 0));
      expect(await start(lee, { temporary: true, accessEnds: '2027-06-30' })).toMatchObject({ ok: false });
    });

    test('asks first who the admin is', async () => {
      await saveSettings({ identity: null });

      expect(await start(kim)).toMatchObject({
        ok: false,
        errors: { ticket: expect.stringMatching(/^Say who you are/) },
      });
      expect(await log()).toEqual([]);
    });

    test('keeps hostile names as text, without what makes them read otherwise', async () => {
      await start(kim, { approvedBy: '=HYPERLINK("x") <img src=x> \u202etxt', scope: ['<b>', '__proto__'] });

      expect(await db.grants.get(kim)).toMatchObject({
        approvedBy: '=HYPERLINK("x") <img src=x> txt',
        scope: ['<b>', '__proto__'],
      });
    });
  });

  describe('commands on a grant', () => {
    beforeEach(async () => {
      await startGrant(stage, kim);
    });

    test('show its guides anew', async () => {
      const shown = vi.spyOn(stage.frames, 'show');
      await stage.handlers['step.confirm']({ grant: kim, step: 'check-rights' }, popup);
      await stage.handlers['step.reopen']({ grant: kim, step: 'check-rights' }, popup);
      await stage.handlers['keys.settle']({ grant: kim, needed: true }, popup);

      expect(shown.mock.lastCall).toEqual([new Set([kim])]);
      expect((await types()).slice(2)).toEqual(['step.confirmed', 'step.reopened', 'keys.settled']);
    });

    test('that are refused say so, in words', async () => {
      expect(await stage.handlers['step.confirm']({ grant: kim, step: 'x' }, popup)).toMatchObject({ ok: false });
      expect(await stage.handlers['step.confirm']({ grant: lee, step: 'check-rights' }, popup)).toMatchObject({
        ok: false,
      });
    });

    test('removal.start and removal.stop open and close its guide in the vendor’s tabs', async () => {
      await stage.handlers['step.confirm']({ grant: kim, step: 'confirm-access' }, popup);
      await arrive(stage);
      const sent = showPage();

      await stage.handlers['removal.start']({ grant: kim, reason: 'The project has ended' }, popup);
      await stage.handlers['removal.stop']({ grant: kim }, popup);

      expect(sent.map((one) => (one.command === 'guide.show' ? one.payload.guidance?.grant : one))).toEqual([
        kim,
        undefined,
      ]);
    });
  });
});
