import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createRosters, type Rosters, type ToldRoster } from '@/lib/background/rosters';
import type { Roster, RosterRow } from '@/lib/domain/grant/page-facts';
import { reveal } from '@/lib/domain/log/chain';
import type { Entry } from '@/lib/domain/log/entry';
import { db } from '@/lib/storage/db';
import { saveSettings } from '@/lib/storage/settings';
import { stored } from '@/lib/storage/stored-values';
import { verifyChain } from '../../support/verify-chain';
import { aRoster, aRow, facts, membersUrl } from '../messaging/samples';
import { arrive, aStage, log, type Stage, showPage, startGrant, tab, tellFacts, types, uuid } from './stage';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const kim = uuid(900);
const lee = aRow({ email: 'lee@northwind.example', name: 'Lee', status: 'active', words: 'Active' });
const half = (rows: RosterRow[]): Roster => ({
  ...aRoster(rows),
  claimed: 9,
  complete: false,
  hidden: ['further pages'],
});
const told = (roster: Roster, change: Partial<ToldRoster> = {}): ToldRoster => ({
  page: facts().recognition,
  url: membersUrl,
  roster,
  ...change,
});

let stage: Stage;
let rosters: Rosters;

beforeEach(async () => {
  stage = await aStage();
  rosters = createRosters(stage.ledger);
});

/** An invitation that the page showed. */
async function invited(): Promise<void> {
  await startGrant(stage, kim);
  showPage();
  await arrive(stage);
  await tellFacts(stage, kim);
}
const lists = async () =>
  (await log()).filter(({ type }) => type === 'roster.read') as Extract<Entry, { type: 'roster.read' }>[];

describe('take', () => {
  test('logs a list that was asked for: what was seen of what, where, and by which words', async () => {
    const taken = await rosters.take(tab, told(half([lee]), { url: `${membersUrl}?q=lee#top` }), true);

    const [entry] = await lists();
    expect(taken?.entry).toBe(entry?.seq);
    expect(entry).toMatchObject({ basis: 'observed', grant: null });
    expect(entry?.data).toMatchObject({
      vendor: 'rudderstack',
      generation: 'members',
      page: 'members',
      url: membersUrl,
      seen: 1,
      claimed: 9,
      complete: false,
      pages: 1,
      hidden: ['further pages'],
      pack: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(verifyChain(await log())).toMatchObject({ ok: true });
  });

  test('keeps everybody on it out of the chain, and beside it', async () => {
    const hidden = ['the search “Lee Park”', 'further pages'];
    await rosters.take(tab, told({ ...half([lee]), hidden }), true);

    const [entry] = await lists();
    const chained = JSON.stringify({ ...entry, personal: {} });
    expect(chained).not.toMatch(/lee|park|northwind/i);
    expect(entry?.data.hidden).toEqual(['the search “…”', 'further pages']);
    expect(entry && reveal(entry).rows).toContain('lee@northwind.example');
  });

  test.each<[string, Roster, boolean, boolean]>([
    ['that nobody asked for is not logged', aRoster([lee]), false, false],
    ['that every visit is to log is', aRoster([lee]), true, true],
    ['that was half read is not, on a visit', half([lee]), true, false],
  ])('a list %s', async (_what, roster, readOnVisit, logged) => {
    await saveSettings({ readOnVisit });

    const taken = await rosters.take(tab, told(roster), false);

    expect(await lists()).toHaveLength(logged ? 1 : 0);
    expect(taken?.entry !== null).toBe(logged);
    expect(await stored.rosters.at(tab).read()).toMatchObject({ roster: { seen: roster.seen } });
  });

  test('a list that was logged in part is logged again once it is complete, and points at its last entry', async () => {
    const first = await rosters.take(tab, told(half([lee])), true);
    const more = await rosters.take(tab, told(half([lee, aRow()])), false);
    const all = await rosters.take(tab, told(aRoster([lee, aRow()])), false);

    expect((await lists()).map(({ data }) => data.seen)).toEqual([1, 2]);
    expect(more?.entry).toBe(first?.entry);
    expect(all?.entry).toBeGreaterThan(first?.entry ?? 0);
  });

  test('moves invitations on by what it shows, without being asked', async () => {
    await invited();

    await rosters.take(tab, told(aRoster([lee, aRow({ status: 'active', words: 'Active' })])), false);

    expect((await types()).slice(-1)).toEqual(['acceptance.seen']);
  });

  test('logs a list that proves somebody gone, and points at it', async () => {
    await invited();

    await rosters.take(tab, told(aRoster([lee])), false);

    expect((await types()).slice(-2)).toEqual(['roster.read', 'invitation.gone']);
    const [list] = await lists();
    expect((await log()).at(-1)?.data).toMatchObject({ roster: list?.seq });
    expect((await db.grants.get(kim))?.gone).toBeDefined();
  });

  test('takes the word of the admin, and of nobody else, for a list without a total', async () => {
    await invited();
    const open = { ...aRoster([lee]), claimed: null, complete: false };

    const taken = await rosters.take(tab, told({ ...open, confirmed: true }), true);
    expect((await types()).at(-1)).toBe('roster.read');
    expect(await rosters.confirm(taken?.entry ?? 0)).toBe(true);
    expect(await rosters.confirm(taken?.entry ?? 0)).toBe(false);

    const [list, gone] = (await log()).slice(-2);
    expect(list).toMatchObject({ type: 'roster.read', data: { complete: false, confirmed: true } });
    expect(gone).toMatchObject({ type: 'invitation.gone', basis: 'confirmed', data: { roster: list?.seq } });
    expect(verifyChain(await log())).toMatchObject({ ok: true });
  });

  test('does not take it for a list that hides rows, or that names a total', async () => {
    for (const roster of [half([lee]), { ...aRoster([lee]), claimed: null, complete: false, hidden: ['a filter'] }]) {
      const taken = await rosters.take(tab, told(roster), true);

      expect(await rosters.confirm(taken?.entry ?? 0)).toBe(false);
    }
  });

  test('concludes nobody gone from a list that was half read', async () => {
    await invited();
    const before = (await types()).length;

    await rosters.take(tab, told(half([lee])), true);

    expect((await types()).slice(before)).toEqual(['roster.read']);
  });

  test('says the same only once', async () => {
    await invited();
    const list = told(aRoster([aRow({ status: 'active', words: 'Active' })]));

    await Promise.all([rosters.take(tab, list, false), rosters.take(tab, list, false), rosters.take(8, list, false)]);

    expect((await types()).filter((type) => type === 'acceptance.seen')).toHaveLength(1);
  });

  test('takes no list of something else than the members', async () => {
    const page = { ...facts().recognition, page: 'connections' };

    expect(await rosters.take(tab, told(aRoster(), { page }), true)).toBeNull();
    expect(await log()).toEqual([]);
  });
});

describe('isWanted', () => {
  test('where somebody waits for what the list shows, or every visit is logged', async () => {
    expect(await rosters.isWanted('rudderstack')).toBe(false);
    await invited();
    expect(await rosters.isWanted('rudderstack')).toBe(true);
    expect(await rosters.isWanted('logrocket')).toBe(false);
    await saveSettings({ readOnVisit: true });

    expect(await rosters.isWanted('logrocket')).toBe(true);
  });
});

describe('fromLog', () => {
  test('is the list as it was read', async () => {
    const taken = await rosters.take(tab, told(aRoster([lee, aRow()])), true);

    const list = await rosters.fromLog(taken?.entry ?? 0);

    expect(list).toMatchObject({ entry: taken?.entry, lists: 'everybody', url: membersUrl });
    expect(list?.roster).toMatchObject({ seen: 2, claimed: 2, complete: true });
    expect(list?.roster.rows.map(({ email }) => email).sort()).toEqual([aRow().email, 'lee@northwind.example']);
  });

  test('holds what was read on since, in an entry of its own, once', async () => {
    const taken = await rosters.take(tab, told(half([lee])), true);
    await rosters.take(tab, told(half([lee, aRow()])), false);

    const [one, other] = await Promise.all([rosters.fromLog(taken?.entry ?? 0), rosters.fromLog(taken?.entry ?? 0)]);

    const [first, second, ...more] = await lists();
    expect([first?.data.seen, second?.data.seen, more]).toEqual([1, 2, []]);
    expect(one).toMatchObject({ entry: second?.seq, roster: { seen: 2, complete: false } });
    expect(other).toMatchObject({ entry: first?.seq });
    expect(await stored.rosters.at(tab).read()).toMatchObject({ entry: second?.seq });
  });

  test('is none of another kind, of no number, and whose rows were forgotten', async () => {
    const taken = await rosters.take(tab, told(aRoster([lee])), true);
    const seq = taken?.entry ?? 0;
    expect(await rosters.fromLog(seq + 1)).toBeNull();
    expect(await rosters.fromLog(1)).toBeNull();

    await db.entries.where('seq').equals(seq).modify({ personal: {} });

    expect(await rosters.fromLog(seq)).toBeNull();
  });
});
