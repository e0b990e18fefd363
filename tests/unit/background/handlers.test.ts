import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { saveSettings } from '@/lib/storage/settings';
import { stored } from '@/lib/storage/stored-values';
import { aStage, form, popup, popupPage, robin, type Stage, uuid } from './stage';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const _kim = uuid(900);
const _lee = uuid(901);
const _key = `ghp_${'a1B2c3D4e5'.repeat(4)}`;

let stage: Stage;

const _start = (id: string, change: Parameters<typeof form>[0] = {}) =>
  stage.handlers['grant.start']({ id, form: form(change) }, popup);

beforeEach(async () => {
  stage = await aStage();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('identity.save', () => {
  test('keeps who the admin is, and nothing else changes', async () => {
    await saveSettings({ identity: null, ticketPattern: 'REQ-\\d+' });

    const reply = await stage.handlers['identity.save']({ name: ' Robin  Vale ', email: 'Robin@Example.com' }, popup);

    expect(reply).toEqual({ ok: true });
    expect(await stored.settings.read()).toMatchObject({ identity: robin, ticketPattern: 'REQ-\\d+' });
  });

  test('says what is wrong, and keeps what was there', async () => {
    const reply = await stage.handlers['identity.save']({ name: '', email: 'robin' }, popup);

    expect(reply).toMatchObject({ ok: false, errors: { name: expect.any(String), email: expect.any(String) } });
    expect((await stored.settings.read()).identity).toEqual(robin);
  });
});

describe('refused.count', () => {
  test('says how many messages were refused', async () => {
    for (const command of ['log.erase', 'constructor', 'page.packs'])
      await stage.router.handle({ command, payload: {} }, popupPage);

    expect(await stage.handlers['refused.count']({}, popup)).toEqual({ count: 3 });
  });
});
