import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { genesis, reveal } from '@/lib/domain/log/chain';
import type { Entry } from '@/lib/domain/log/entry';
import { db } from '@/lib/storage/db';
import { saveSettings } from '@/lib/storage/settings';
import { stored } from '@/lib/storage/stored-values';
import { wholeLog } from '../../support/covers';
import { fakeBrowser } from '../../support/fake-browser';
import { aRoster, email, facts, membersUrl, tabPage, vendorTab } from '../messaging/samples';
import {
  arrive,
  aStage,
  form,
  log,
  popup,
  popupPage,
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

let stage: Stage;

const start = (id: string, change: Parameters<typeof form>[0] = {}) =>
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

describe('grant.start', () => {
  test('logs the grant under the name of the admin, and makes it the one to be guided', async () => {
    expect(await start(kim, { ticket: 'iam-1234' })).toEqual({ ok: true, grant: kim });

    const [, entry] = await log();
    expect(entry && reveal(entry as Entry)).toMatchObject({ ticket: 'IAM-1234', email, approvedBy: 'Dana Whitfield' });
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

  test('guide.choose turns the vendor’s tabs to it', async () => {
    await startGrant(stage, lee, { email: 'lee@northwind.example' });
    await arrive(stage);
    const sent = showPage();

    expect(await stage.handlers['guide.choose']({ chosen: kim }, popup)).toEqual({ ok: true });

    expect(sent).toMatchObject([{ command: 'guide.show', payload: { guidance: { grant: kim } } }]);
  });

  test('guide.choose refuses a grant that is not in the log', async () => {
    expect(await stage.handlers['guide.choose']({ chosen: lee }, popup)).toEqual({
      ok: false,
      message: 'This grant is not in the log any more.',
    });
    expect(await stored.chosenGrants.at('rudderstack').read()).toBe(kim);
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

describe('what is about the vendor’s tab', () => {
  beforeEach(async () => {
    await startGrant(stage, kim);
    await arrive(stage);
    fakeBrowser.tabs.query.mockResolvedValue([{ id: tab }]);
  });

  const { recognition } = facts();
  const read = { page: recognition, url: membersUrl, roster: aRoster() };

  test('tab.page is what the active tab shows, or nothing', async () => {
    expect(await stage.handlers['tab.page']({}, popup)).toEqual(vendorTab({ grant: kim }));

    await tellFacts(stage, kim);
    expect(await stage.handlers['tab.page']({}, popup)).toEqual(vendorTab({ grant: kim, facts: facts() }));

    fakeBrowser.tabs.query.mockResolvedValue([{ id: 99 }]);
    expect(await stage.handlers['tab.page']({}, popup)).toBeNull();
  });

  test('tab.page looks at a page that was recognised and guides nothing', async () => {
    const quiet = facts({ rows: [] });
    const sent = showPage({ 'page.look': { facts: quiet } });

    expect(await stage.handlers['tab.page']({}, popup)).toEqual(vendorTab({ grant: kim, facts: quiet }));
    await stored.tabs.at(tab).write({ page: tabPage({ recognised: null }), grant: null, facts: null, at: 1 });
    expect(await stage.handlers['tab.page']({}, popup)).toEqual(vendorTab({ recognised: null }));

    expect(sent).toEqual([{ command: 'page.look', payload: {} }]);
  });

  test('role.describe keeps what a role gives, also where no page is at hand', async () => {
    const role = { grant: kim, kind: 'role' as const, name: 'Campaign manager', gives: ['view'] };

    expect(await stage.handlers['role.describe'](role, popup)).toEqual({ ok: true });
    fakeBrowser.tabs.query.mockResolvedValue([{ id: 99 }]);
    expect(await stage.handlers['role.describe']({ ...role, name: 'Analyst' }, popup)).toEqual({ ok: true });

    expect((await stored.described.read()).map(({ name }) => name)).toEqual(['Campaign manager', 'Analyst']);
  });

  test('roster.read is the member list, kept for the tab', async () => {
    showPage({ 'roster.read': read });

    expect(await stage.handlers['roster.read']({}, popup)).toMatchObject({ ok: true, ...read });

    const [logged] = await db.entries.where('type').equals('roster.read').toArray();
    expect(logged).toMatchObject({ basis: 'observed', grant: null, data: { seen: 1, claimed: 1, complete: true } });
    expect(await stored.rosters.at(tab).read()).toMatchObject(read);
  });

  test.each<[string, unknown, RegExp]>([
    ['does not answer', null, /does not show a member list that Grantbook knows/],
    ['answers with nonsense', { roster: 'x' }, /does not show a member list that Grantbook knows/],
    ['shows no list yet', { ...read, roster: null }, /No member list can be seen on this page yet/],
    [
      'tells of another vendor',
      { ...read, page: { ...recognition, vendor: 'logrocket' } },
      /does not show a member list/,
    ],
    ['tells of another address', { ...read, url: 'https://evil.example/' }, /does not show a member list/],
  ])('roster.read says so where the page %s', async (_what, answer, message) => {
    showPage({ 'roster.read': answer });

    const reply = await stage.handlers['roster.read']({}, popup);

    expect(reply).toMatchObject({ ok: false, message: expect.stringMatching(message) });
    expect(await stored.rosters.at(tab).read()).toBeNull();
  });

  test('landmark.show and landmark.pick say whether the element was found', async () => {
    showPage({ 'landmark.show': { found: true }, 'landmark.pick': { found: true } });
    expect(await stage.handlers['landmark.show']({ landmark: 'invite-button' }, popup)).toEqual({ ok: true });
    expect(await stage.handlers['landmark.pick']({ landmark: 'invite-button' }, popup)).toEqual({ ok: true });

    showPage({ 'landmark.show': { found: false }, 'landmark.pick': 'nonsense' });
    expect(await stage.handlers['landmark.show']({ landmark: 'invite-button' }, popup)).toMatchObject({ ok: false });
    expect(await stage.handlers['landmark.pick']({ landmark: 'invite-button' }, popup)).toMatchObject({ ok: false });
  });

  test('page.report is what the page says of itself', async () => {
    showPage({ 'page.report': { outline: ['app.rudderstack.com', 'button Invite Kim'], people: ['Kim'] } });
    expect(await stage.handlers['page.report']({}, popup)).toEqual({
      ok: true,
      report: 'app.rudderstack.com\nbutton Invite ‹name›',
    });

    showPage({ 'page.report': null });
    expect(await stage.handlers['page.report']({}, popup)).toMatchObject({ ok: false });
  });

  test('page.assume remembers the page for its address, and tells the tab', async () => {
    const sent = showPage();

    expect(await stage.handlers['page.assume']({ page: { generation: 'members', page: 'members' } }, popup)).toEqual({
      ok: true,
    });

    expect(sent).toMatchObject([
      {
        command: 'packs.use',
        payload: { packs: { assumed: { '/settings/members': { generation: 'members', page: 'members' } } } },
      },
    ]);
  });

  test('is refused in words where there is no vendor tab', async () => {
    fakeBrowser.tabs.query.mockResolvedValue([{ id: 99 }]);

    for (const reply of [
      await stage.handlers['roster.read']({}, popup),
      await stage.handlers['landmark.show']({ landmark: 'a' }, popup),
      await stage.handlers['landmark.pick']({ landmark: 'a' }, popup),
      await stage.handlers['page.report']({}, popup),
      await stage.handlers['page.assume']({ page: null }, popup),
    ])
      expect(reply).toMatchObject({ ok: false, message: expect.stringMatching(/\w+ .*\.$/) });
  });
});

describe('log.exported and refused.count', () => {
  test('log what was exported, up to which entry', async () => {
    await startGrant(stage, kim);
    const head = (await log()).at(-1)?.hash ?? genesis;

    const covers = wholeLog({ grants: 0 });

    expect(await stage.handlers['log.exported']({ format: 'json-lines', entries: 2, head, covers }, popup)).toEqual({
      ok: true,
    });

    expect((await log()).at(-1)).toMatchObject({
      type: 'log.exported',
      data: { format: 'json-lines', entries: 2, head, covers },
    });
  });

  test('say how many messages were refused', async () => {
    for (const command of ['log.erase', 'constructor', 'page.packs'])
      await stage.router.handle({ command, payload: {} }, popupPage);

    expect(await stage.handlers['refused.count']({}, popup)).toEqual({ count: 3 });
  });
});
