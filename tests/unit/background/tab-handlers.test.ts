import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { unreadablePage } from '@/lib/domain/grant/page-facts';
import { db } from '@/lib/storage/db';
import { stored } from '@/lib/storage/stored-values';
import { fakeBrowser } from '../../support/fake-browser';
import { aRoster, facts, membersUrl, tabPage, vendorTab } from '../messaging/samples';
import { arrive, aStage, popup, type Stage, showPage, startGrant, tab, tellFacts, uuid } from './stage';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const kim = uuid(900);
const lee = uuid(901);

let stage: Stage;

beforeEach(async () => {
  stage = await aStage();
  await startGrant(stage, kim);
});

describe('guide.choose', () => {
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
    const read = { ...facts(), readAt: expect.any(String) };
    expect(await stage.handlers['tab.page']({}, popup)).toEqual(vendorTab({ grant: kim, facts: read }));

    fakeBrowser.tabs.query.mockResolvedValue([{ id: 99 }]);
    expect(await stage.handlers['tab.page']({}, popup)).toBeNull();
  });

  test('tab.page looks at a page that was recognised and guides nothing', async () => {
    const quiet = facts({ rows: [] });
    showPage({ 'page.look': { facts: quiet } });

    expect(await stage.handlers['tab.page']({}, popup)).toEqual(vendorTab({ grant: kim, facts: quiet }));
  });

  test('tab.page asks a page that is not ours what it resembles', async () => {
    const nearest = { name: 'Members', found: ['button “Invite member”'], missing: ['heading “Members”'] };
    await stored.tabs.at(tab).write({ page: tabPage({ recognised: null }), grant: null, facts: null, at: 1 });

    showPage({ 'page.look': { facts: null, nearest } });
    expect(await stage.handlers['tab.page']({}, popup)).toEqual(vendorTab({ recognised: null, nearest }));
    showPage({});
    expect(await stage.handlers['tab.page']({}, popup)).toEqual(vendorTab({ recognised: null }));
  });

  test('roster.read says that a page cannot be read whose reader was refused', async () => {
    await arrive(stage, { isUnreadable: true });

    expect(await stage.handlers['roster.read']({}, popup)).toEqual({ ok: false, message: unreadablePage });
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
