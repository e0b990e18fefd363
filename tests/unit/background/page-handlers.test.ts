import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CommandName } from '@/lib/messaging/commands';
import type { Sender } from '@/lib/messaging/router';
import { frameKeys } from '@/lib/storage/frame-keys';
import { stored } from '@/lib/storage/stored-values';
import { fakeBrowser } from '../../support/fake-browser';
import { aRoster, aRow, email, facts, membersUrl, tabPage } from '../messaging/samples';
import {
  arrive,
  aStage,
  contentScript,
  log,
  type Stage,
  showPage,
  startGrant,
  tab,
  tellFacts,
  types,
  uuid,
  vendorPage,
} from './stage';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const kim = uuid(900);
const teamUrl = 'https://app.logrocket.com/r/settings/team';
const team = { vendor: 'logrocket', generation: 'organization-team', page: 'team', evidence: [], missing: [] };
const logrocketPage: Sender = { ...contentScript, url: teamUrl, tab: { id: 8 } };

let stage: Stage;

/** As the browser delivers it: through the router, which refuses and counts. */
const ask = (command: CommandName, payload: unknown, sender: Sender = contentScript) =>
  stage.router.handle({ command, payload }, sender);

beforeEach(async () => {
  stage = await aStage();
});

describe('page.changed', () => {
  test('opens the guide of the open grant, with a key that is good in this tab', async () => {
    await startGrant(stage, kim);

    const guidance = await arrive(stage);

    expect(guidance).toEqual({
      key: expect.any(String),
      grant: kim,
      email,
      landmark: null,
      place: null,
      style: expect.stringContaining('.ring'),
    });
    expect(await stored.tabs.at(tab).read()).toMatchObject({ page: tabPage(), grant: kim, facts: null });
    expect(await frameKeys.claim(guidance?.key ?? '', tab, 'x')).toEqual({ grant: kim });
  });

  test.each([
    ['there is no grant', async () => {}],
    ['the only grant is at another vendor', () => startGrant(stage, kim, { vendor: 'logrocket', purpose: 'support' })],
  ])('opens none where %s', async (_what, given) => {
    await given();

    expect(await arrive(stage)).toBeNull();
    expect(await stored.tabs.at(tab).read()).toMatchObject({ page: tabPage(), grant: null });
  });

  test('opens none on a page that is not ours, and keeps what was nearly met', async () => {
    await startGrant(stage, kim);
    const nearest = { name: 'Members', found: ['Members'], missing: ['Invite member'] };

    expect(await arrive(stage, { recognised: null, nearest })).toBeNull();
    expect((await stored.tabs.at(tab).read())?.page).toMatchObject({ recognised: null, nearest });
  });

  test.each([
    ['the page of another vendor', { page: tabPage({ recognised: team }) }, contentScript],
    ['the page of no vendor', { page: tabPage({ recognised: { ...team, vendor: 'constructor' } }) }, contentScript],
    ['an address at another vendor', { page: tabPage({ url: teamUrl }) }, contentScript],
    ['an address somewhere else', { page: tabPage({ url: 'https://evil.example/settings/members' }) }, contentScript],
    ['its vendor’s page at another vendor', { page: tabPage() }, logrocketPage],
  ])('is refused and counted where a page tells of %s', async (_what, payload, sender) => {
    await startGrant(stage, kim);

    expect(await ask('page.changed', payload, sender)).toBeUndefined();

    expect(stage.router.refused()).toBe(1);
    expect(await stored.tabs.all()).toEqual([]);
  });
});

describe('page.facts', () => {
  beforeEach(async () => {
    await startGrant(stage, kim);
    await arrive(stage);
  });

  test('are logged, kept for the guide, and shown', async () => {
    const shown = vi.spyOn(stage.frames, 'show');
    showPage();

    expect(await tellFacts(stage, kim)).toEqual({ ok: true });

    expect(await types()).toEqual(['log.created', 'grant.started', 'page.seen', 'invitation.seen']);
    expect((await stored.tabs.at(tab).read())?.facts).toEqual({ ...facts(), readAt: expect.any(String) });
    expect(shown.mock.calls).toEqual([[new Set([kim])]]);
  });

  test('are shown to the guide also where they prove nothing', async () => {
    expect(await tellFacts(stage, kim, facts({ rows: [], notices: ['Seats are used up'] }))).toEqual({ ok: true });

    expect((await stored.tabs.at(tab).read())?.facts?.notices).toEqual(['Seats are used up']);
    expect(await types()).toEqual(['log.created', 'grant.started']);
  });

  test('keep what an invite wizard held while its later steps show no address', async () => {
    const form = { emails: [email], roles: ['Member'] };
    const landmarks = { 'next-button': true };
    await tellFacts(stage, kim, facts({ rows: [], form, landmarks }));

    await tellFacts(stage, kim, facts({ rows: [], landmarks }));

    expect((await stored.tabs.at(tab).read())?.facts).toMatchObject({ form: null, wizard: form });
  });

  test('of another grant than the tab guides are not taken', async () => {
    showPage();
    const other = uuid(901);

    expect(await tellFacts(stage, other)).toEqual({ ok: false, message: 'This page guides another grant.' });
    expect(await tellFacts(stage, kim, facts(), { ...vendorPage, tab: 99 })).toMatchObject({ ok: false });

    expect((await stored.tabs.at(tab).read())?.facts).toBeNull();
    expect(await types()).toEqual(['log.created', 'grant.started']);
  });

  test.each([
    ['another vendor’s page', facts({ recognition: team }), contentScript],
    ['an address at another vendor', facts({ url: teamUrl }), contentScript],
    ['its own page, from another vendor’s', facts(), { ...logrocketPage, tab: { id: tab } }],
  ])('are refused and counted where they are of %s', async (_what, page, sender) => {
    showPage({ 'page.look': { facts: page } });

    expect(await ask('page.facts', { grant: kim, facts: page }, sender)).toBeUndefined();

    expect(stage.router.refused()).toBe(1);
    expect(await types()).toEqual(['log.created', 'grant.started']);
  });

  test('told in one breath with the page are facts of that page', async () => {
    const url = `${membersUrl}?page=2`;
    showPage({ 'page.look': { facts: facts({ url }) } });

    await Promise.all([arrive(stage, { url }), tellFacts(stage, kim, facts({ url }))]);

    expect(await stored.tabs.at(tab).read()).toMatchObject({ page: { url }, grant: kim, facts: { url } });
  });

  test('do not bring back a page that the tab has left', async () => {
    showPage();

    await Promise.all([tellFacts(stage, kim), arrive(stage, { url: `${membersUrl}/audit`, recognised: null })]);

    expect(await stored.tabs.at(tab).read()).toMatchObject({ page: { recognised: null }, grant: null, facts: null });
  });

  test('told twice at once are logged once', async () => {
    showPage();

    await Promise.all([tellFacts(stage, kim), tellFacts(stage, kim), tellFacts(stage, kim)]);

    expect(await types()).toEqual(['log.created', 'grant.started', 'page.seen', 'invitation.seen']);
  });

  test('told again after the worker was killed are logged once', async () => {
    showPage();
    await tellFacts(stage, kim);
    stage.restart();

    await tellFacts(stage, kim);

    expect(await log()).toHaveLength(4);
  });
});

describe('page.packs', () => {
  test('are those of the sender’s vendor', async () => {
    const { packs } = await stage.handlers['page.packs']({}, vendorPage);

    expect(new Set(packs.map(({ vendor }) => vendor))).toEqual(new Set(['rudderstack']));
  });
});

describe('landmark.picked', () => {
  const picked = {
    generation: 'members',
    page: 'members',
    landmark: 'invite-button',
    role: 'button',
    name: 'Add \u202epeople',
  } as const;

  test('is kept for the vendor that lives at the sender’s host, and goes out with the packs', async () => {
    const { packs } = await stage.handlers['landmark.picked'](picked, vendorPage);

    expect(await stored.corrections.read()).toMatchObject([{ ...picked, name: 'Add people', vendor: 'rudderstack' }]);
    const page = packs.find(({ generation }) => generation === 'members')?.pages.find(({ id }) => id === 'members');
    expect(page?.landmarks['invite-button']).toEqual({ find: 'control', role: 'button', words: ['Add people'] });
  });

  test.each([
    ['generation', 'organization-team'],
    ['generation', 'constructor'],
    ['page', 'team'],
    ['landmark', 'pay-button'],
    ['landmark', 'constructor'],
    ['landmark', '__proto__'],
  ])('is refused and counted where the vendor has no %s %s', async (field, name) => {
    expect(await ask('landmark.picked', { ...picked, [field]: name })).toBeUndefined();

    expect(stage.router.refused()).toBe(1);
    expect(await stored.corrections.read()).toEqual([]);
  });
});

describe('roster.seen', () => {
  const seen = {
    page: facts().recognition,
    url: membersUrl,
    roster: aRoster([aRow(), aRow({ email: 'lee@b.example' })]),
  };

  test('is kept for the tab', async () => {
    expect(await ask('roster.seen', seen)).toEqual({ ok: true });

    expect(await stored.rosters.at(tab).read()).toMatchObject(seen);
  });

  test.each([
    ['another vendor’s page', { ...seen, page: team }],
    ['another address', { ...seen, url: teamUrl }],
  ])('is refused and counted where it is of %s', async (_what, payload) => {
    expect(await ask('roster.seen', payload)).toBeUndefined();

    expect(stage.router.refused()).toBe(1);
    expect(await stored.rosters.at(tab).read()).toBeNull();
  });
});

describe('guide.placed', () => {
  test('is kept for the vendor whose page the tab shows', async () => {
    await arrive(stage);

    await ask('guide.placed', { corner: 'top-left', height: 300 });

    expect((await stored.guidePlaces.read()).rudderstack).toEqual({ corner: 'top-left', height: 300 });
  });

  test('is kept for nobody where the tab shows no page of ours', async () => {
    await ask('guide.placed', { corner: 'top-left', height: 300 });

    expect(await fakeBrowser.storage.local.get('guidePlaces')).toEqual({});
  });
});
