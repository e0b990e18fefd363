import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createObserver, type Observer } from '@/lib/background/observe-page';
import type { PageFacts } from '@/lib/domain/grant/page-facts';
import { projectAll } from '@/lib/domain/grant/projection';
import { db } from '@/lib/storage/db';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { stored } from '@/lib/storage/stored-values';
import { verifyChain } from '../../support/verify-chain';
import { aRow, facts, membersUrl } from '../messaging/samples';
import { arrive, aStage, log, type Stage, showPage, startGrant, tab, types, uuid } from './stage';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const kim = uuid(900);
const begun = ['log.created', 'grant.started'];

let stage: Stage;
let observer: Observer;

const see = (page: PageFacts = facts()) => observer.observe(tab, kim, page);
const recognition = facts().recognition;

beforeEach(async () => {
  stage = await aStage();
  await startGrant(stage, kim);
  await arrive(stage);
  observer = createObserver(stage.ledger);
});

describe('observe', () => {
  test('reads the page once more, and logs what it proves with what was recommended', async () => {
    const sent = showPage();

    await see();

    expect(sent).toEqual([{ command: 'page.look', payload: {} }]);
    expect((await log()).slice(2)).toMatchObject([
      { type: 'page.seen', basis: 'observed', data: { generation: 'members', recommended: { role: 'Read-Only' } } },
      { type: 'invitation.seen', basis: 'observed', data: { role: 'Read-Only', words: 'Pending', url: membersUrl } },
    ]);
    expect(await db.grants.get(kim)).toMatchObject({ generation: 'members', role: 'Read-Only' });
  });

  test('keeps the log sound and the grant what its entries say', async () => {
    showPage();
    await see();
    const later = facts({ rows: [aRow({ status: 'active', words: 'Active', roles: ['Admin'] })] });
    showPage({ 'page.look': { facts: later } });
    await see(later);

    const entries = await log();
    expect(verifyChain(entries, (await stored.head.read()) ?? undefined)).toMatchObject({
      ok: true,
      count: entries.length,
    });
    expect(await db.grants.get(kim)).toEqual(
      [...projectAll(entries).values()].map(storedGrant).find(({ id }) => id === kim),
    );
  });

  test.each<[string, unknown]>([
    ['another address', { facts: facts({ url: `${membersUrl}?page=2` }) }],
    ['another page', { facts: facts({ recognition: { ...recognition, page: 'audit' } }) }],
    ['another generation', { facts: facts({ recognition: { ...recognition, generation: 'teammates' } }) }],
    ['another vendor', { facts: facts({ recognition: { ...recognition, vendor: 'logrocket' } }) }],
    ['another role', { facts: facts({ rows: [aRow({ roles: ['Admin'] })] }) }],
    ['another state', { facts: facts({ rows: [aRow({ status: 'active' })] }) }],
    ['another person', { facts: facts({ rows: [aRow({ email: 'lee@northwind.example' })] }) }],
    ['two rows for the person', { facts: facts({ rows: [aRow(), aRow()] }) }],
    ['no row any more', { facts: facts({ rows: [] }) }],
    ['no page of ours', { facts: null }],
    ['nonsense', { facts: { url: 'nowhere' } }],
    ['something else', 'nonsense'],
    ['nothing', null],
  ])('writes nothing where the page, read once more, shows %s', async (_what, look) => {
    showPage({ 'page.look': look });

    await see();

    expect(await types()).toEqual(begun);
  });

  test('writes nothing where the tab does not answer, and does not fail', async () => {
    showPage({ 'page.look': () => Promise.reject(new Error('Could not establish connection.')) });

    await expect(see()).resolves.toBeUndefined();

    expect(await types()).toEqual(begun);
  });

  test('disregards what has changed on the page and proves nothing', async () => {
    showPage({
      'page.look': { facts: facts({ notices: ['Invitation sent'], landmarks: {}, form: { emails: [], roles: [] } }) },
    });

    await see();

    expect(await types()).toEqual([...begun, 'page.seen', 'invitation.seen']);
  });

  test('does not read the page again where it proves nothing new', async () => {
    showPage();
    await see();
    const sent = showPage();

    await see();
    await see(facts({ rows: [] }));

    expect(sent).toEqual([]);
    expect(await log()).toHaveLength(4);
  });

  test('logs once what is told several times at once, also where the worker is killed in between', async () => {
    showPage();
    const first = see();
    stage.restart();
    observer = createObserver(stage.ledger);

    await Promise.all([first, see(), see()]);

    expect(await types()).toEqual([...begun, 'page.seen', 'invitation.seen']);
  });

  test('logs nothing that was settled while the page was read once more', async () => {
    showPage({
      'page.look': async () => {
        showPage();
        await see();
        return { facts: facts() };
      },
    });

    await see();

    expect(await types()).toEqual([...begun, 'page.seen', 'invitation.seen']);
  });

  test('says of no other page that the admin is at the right place', async () => {
    const page = facts({ recognition: { ...recognition, page: 'access-tokens' } });
    showPage({ 'page.look': { facts: page } });

    await see(page);

    expect(await types()).toEqual([...begun, 'invitation.seen']);
  });

  test('asks nobody about a grant that is not in the log', async () => {
    const sent = showPage();

    await observer.observe(tab, uuid(999), facts());

    expect(sent).toEqual([]);
    expect(await types()).toEqual(begun);
  });
});
