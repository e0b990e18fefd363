import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetTab, grantFor, guidanceFor, guideEverywhere, speaksFor, tabAbout } from '@/lib/background/vendor-tabs';
import type { OriginOf } from '@/lib/messaging/commands';
import { db } from '@/lib/storage/db';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { stored } from '@/lib/storage/stored-values';
import type { TabState } from '@/lib/storage/tab-state';
import { fakeBrowser } from '../../support/fake-browser';
import { aGrant, mark } from '../../support/grants';
import { aRoster, facts, membersUrl, tabPage } from '../messaging/samples';
import { aStage, popup, showPage, uuid } from './stage';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const when = '2026-11-20T09:00:00.000Z';
const grant = (id: number, seq: number, change: Parameters<typeof aGrant>[0] = {}) =>
  aGrant({ id: uuid(id), started: mark(seq, when, 'recorded'), ...change });
const state = (change: Partial<TabState> = {}): TabState => ({
  page: tabPage(),
  grant: null,
  facts: null,
  at: 1000,
  ...change,
});

beforeEach(async () => {
  await aStage();
});

describe('speaksFor', () => {
  test.each<[string, string, string | undefined, boolean]>([
    ['app.rudderstack.com', membersUrl, 'rudderstack', true],
    ['app.rudderstack.com', membersUrl, undefined, true],
    ['app.rudderstack.com', membersUrl, 'logrocket', false],
    ['app.rudderstack.com', 'https://app.logrocket.com/', undefined, false],
    ['app.rudderstack.com', 'https://app.logrocket.com/', 'logrocket', false],
    ['app.logrocket.com', 'https://app.logrocket.com/', 'logrocket', true],
    ['app.rudderstack.com', 'https://app.rudderstack.com:8443/', 'rudderstack', false],
    ['evil.example', 'https://evil.example/', undefined, false],
    ['', membersUrl, 'rudderstack', false],
  ])('%s of %s, as %s: %s', (host, url, vendor, allowed) => {
    expect(speaksFor(host, url, vendor)).toBe(allowed);
  });
});

describe('grantFor', () => {
  test.each([
    ['the one that was started last', [grant(1, 2), grant(2, 9), grant(3, 5)], null, uuid(2)],
    ['the one that the admin chose', [grant(1, 2), grant(2, 9)], uuid(1), uuid(1)],
    [
      'not one that was chosen and is settled',
      [grant(1, 2, { milestones: { active: mark(3, when) } }), grant(2, 9)],
      uuid(1),
      uuid(2),
    ],
    [
      'one that is being taken away',
      [grant(1, 2, { milestones: { active: mark(3, when) }, removal: mark(4, when) })],
      null,
      uuid(1),
    ],
    ['not one that was removed', [grant(1, 2, { milestones: { removed: mark(3, when) } })], null, undefined],
    ['not one of a person who was forgotten', [grant(1, 2, { email: null })], uuid(1), undefined],
    ['not one of another vendor', [grant(1, 2, { vendor: 'logrocket' })], uuid(1), undefined],
    ['none where there is none', [], null, undefined],
  ])('is %s', async (_what, grants, chosen, expected) => {
    await db.grants.bulkPut(grants.map(storedGrant));
    if (chosen) await stored.chosenGrants.at('rudderstack').write(chosen);

    expect((await grantFor('rudderstack'))?.id).toBe(expected);
  });
});

describe('guidanceFor', () => {
  test('makes another key each time', async () => {
    await db.grants.put(storedGrant(grant(1, 2)));

    const [one, other] = [await guidanceFor(7, 'rudderstack'), await guidanceFor(7, 'rudderstack')];

    expect(one).toMatchObject({
      grant: uuid(1),
      guidance: { grant: uuid(1), email: grant(1, 2).email, landmark: null },
    });
    expect(one.guidance?.key).not.toBe(other.guidance?.key);
  });

  test('guides nothing where there is no grant', async () => {
    expect(await guidanceFor(7, 'rudderstack')).toEqual({ guidance: null, grant: null });
  });
});

describe('guideEverywhere', () => {
  const recognised = (vendor: string) => ({ ...facts().recognition, vendor });

  beforeEach(async () => {
    await stored.tabs.at(7).write(state({ grant: uuid(1), facts: facts() }));
    await stored.tabs.at(8).write(state({ grant: uuid(2), facts: facts() }));
    await stored.tabs.at(9).write(state({ page: tabPage({ recognised: null }) }));
    await stored.tabs.at(10).write(state({ page: tabPage({ recognised: recognised('logrocket') }) }));
  });

  test('opens the guide in every tab of the vendor, and keeps the facts of the same grant alone', async () => {
    await db.grants.put(storedGrant(grant(1, 2)));
    const sent = showPage();

    await guideEverywhere('rudderstack');

    expect(fakeBrowser.tabs.sendMessage.mock.calls.map(([tab]) => tab).sort()).toEqual([7, 8]);
    expect(sent).toMatchObject([
      { command: 'guide.show', payload: { guidance: { grant: uuid(1) } } },
      { command: 'guide.show', payload: { guidance: { grant: uuid(1) } } },
    ]);
    expect(await stored.tabs.at(7).read()).toMatchObject({ grant: uuid(1), facts: facts() });
    expect(await stored.tabs.at(8).read()).toMatchObject({ grant: uuid(1), facts: null });
    expect(await stored.tabs.at(10).read()).toMatchObject({ grant: null });
  });

  test('closes the guides where no grant is open', async () => {
    const sent = showPage();

    await guideEverywhere('rudderstack');

    expect(sent).toEqual([
      { command: 'guide.show', payload: { guidance: null } },
      { command: 'guide.show', payload: { guidance: null } },
    ]);
    expect(await stored.tabs.at(7).read()).toMatchObject({ grant: null, facts: null });
  });

  test('does not bring back a page that a tab has left meanwhile', async () => {
    await db.grants.put(storedGrant(grant(1, 2)));
    const left = state({ page: tabPage({ url: `${membersUrl}/audit`, recognised: null }), at: 2000 });

    await Promise.all([guideEverywhere('rudderstack'), stored.tabs.at(7).write(left)]);

    expect((await stored.tabs.at(7).read())?.page).toEqual(left.page);
  });

  test('bears tabs that do not answer', async () => {
    await db.grants.put(storedGrant(grant(1, 2)));

    await expect(guideEverywhere('rudderstack')).resolves.toBeUndefined();
  });
});

describe('tabAbout', () => {
  const inTab = (tab: number) => ({ from: 'ours', tab }) as const;
  const active = (id?: number) => fakeBrowser.tabs.query.mockResolvedValue(id === undefined ? [] : [{ id }]);

  beforeEach(async () => {
    await stored.tabs.at(7).write(state({ at: 1000 }));
    await stored.tabs.at(8).write(state({ at: 2000 }));
  });

  test.each<[string, OriginOf<'landmark.show'>, number | undefined, number | null]>([
    ['the popup, over a vendor tab', popup, 7, 7],
    ['the popup, over another tab', popup, 5, null],
    ['the popup, over no tab', popup, undefined, null],
    ['the side panel, over a vendor tab', popup, 8, 8],
    ['a page of ours in a tab of its own, which is the active one', inTab(5), 5, 8],
    ['a page of ours in a tab, while a vendor tab is the active one', inTab(5), 7, 7],
    ['a page of ours in a tab, while some other tab is the active one', inTab(5), 6, null],
    ['the guide, whatever tab is the active one', { from: 'guide', tab: 7, grant: uuid(1) }, 8, 7],
    ['the guide in a tab that nobody heard of', { from: 'guide', tab: 5, grant: uuid(1) }, 7, null],
  ])('of %s', async (_what, origin, tab, expected) => {
    active(tab);

    expect((await tabAbout(origin))?.tab ?? null).toBe(expected);
  });

  test('asks for the active tab of the window that was used last', async () => {
    active(7);

    await tabAbout(popup);

    expect(fakeBrowser.tabs.query).toHaveBeenCalledExactlyOnceWith({ active: true, lastFocusedWindow: true });
  });

  test('reads no member list on the way to the active tab', async () => {
    active(7);
    fakeBrowser.storage.session.get.mockClear();

    await tabAbout(popup);

    expect(fakeBrowser.storage.session.get.mock.calls).toEqual([['tab:7']]);
  });

  test('is null where no vendor tab was ever heard of', async () => {
    await Promise.all([forgetTab(7), forgetTab(8)]);
    active(5);

    expect(await tabAbout(inTab(5))).toBeNull();
  });
});

test('a tab that was closed is forgotten with the member list that was read in it', async () => {
  const list = { page: facts().recognition, url: membersUrl, roster: aRoster(), at: 1000 };
  for (const tab of [7, 8]) {
    await stored.tabs.at(tab).write({ page: tabPage(), grant: null, facts: null, at: 1000 });
    await stored.rosters.at(tab).write(list);
  }

  await forgetTab(7);

  expect(Object.keys(await fakeBrowser.storage.session.get()).sort()).toEqual(['roster:8', 'tab:8']);
});
