import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { AnyEntry } from '@/lib/domain/log/entry';
import { type CommandName, commands } from '@/lib/messaging/commands';
import { db } from '@/lib/storage/db';
import { saveLoss } from '@/lib/storage/loss';
import { stored } from '@/lib/storage/stored-values';
import { wholeLog } from '../../support/covers';
import { verifyChain } from '../../support/verify-chain';
import { chainOf, started } from '../exports/sample-log';
import { aStage, log, popupPage, type Stage, startGrant, uuid } from './stage';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const grant = uuid(520);
let stage: Stage;

beforeEach(async () => {
  stage = await aStage();
  for (const table of db.tables) await table.clear();
  await startGrant(stage, grant);
});

/** As over the wire: request and reply are what the protocol says. */
async function ask(command: CommandName, payload: unknown): Promise<{ ok: boolean; message?: string }> {
  const reply = await stage.router.handle(JSON.parse(JSON.stringify({ command, payload })), popupPage);
  return commands[command].reply.parse(JSON.parse(JSON.stringify(reply))) as { ok: boolean };
}
const types = async () => (await log()).map(({ type }) => type);

describe('log.exported', () => {
  const covers = wholeLog();
  const exported = { format: 'json-lines', entries: 2, head: 'cd'.repeat(32), covers };

  test('stands in the log, and counts as an export of everything', async () => {
    expect(await ask('log.exported', exported)).toEqual({ ok: true });

    expect((await log()).at(-1)).toMatchObject({ type: 'log.exported', basis: 'recorded', data: exported });
    expect(await stored.lastExport.read()).toMatchObject({ entries: 2 });
  });

  test('of a part of the log stands in it, and is no backup', async () => {
    await ask('log.exported', { ...exported, covers: { ...covers, what: 'view' } });

    expect((await types()).at(-1)).toBe('log.exported');
    expect(await stored.lastExport.read()).toBeNull();
  });
});

describe('log.checkpoint', () => {
  test('signs what the log says', async () => {
    const before = (await log()).at(-1);

    expect(await ask('log.checkpoint', {})).toEqual({ ok: true });

    const data = { entries: before?.seq, head: before?.hash };
    expect((await log()).at(-1)).toMatchObject({ type: 'log.checkpoint', data });
  });

  test('writes nothing where there is no log', async () => {
    for (const table of db.tables) await table.clear();
    const { fakeBrowser } = await import('../../support/fake-browser');
    await fakeBrowser.storage.local.remove('head');

    expect(await ask('log.checkpoint', {})).toEqual({ ok: true });

    expect(await log()).toEqual([]);
  });
});

describe('log.restore', () => {
  async function lose(): Promise<AnyEntry[]> {
    const entries = await log();
    await Promise.all([db.entries.clear(), db.grants.clear(), db.chains.clear()]);
    return entries;
  }

  test('puts back what is missing, and settles the loss once the remembered entry is there', async () => {
    const entries = await lose();
    const head = entries.at(-1) as AnyEntry;
    await saveLoss({ kind: 'emptied', head: { seq: head.seq, hash: head.hash }, found: 0, at: head.at });

    const part = await ask('log.restore', { entries: entries.slice(0, 1) });
    const afterPart = [await stored.loss.read(), await stored.head.read()];
    const rest = await ask('log.restore', { entries });

    expect([part, rest]).toEqual([
      { ok: true, added: 1, left: 0 },
      { ok: true, added: 1, left: 0 },
    ]);
    expect(afterPart).toMatchObject([{ kind: 'emptied' }, { seq: head.seq, hash: head.hash }]);
    expect(await stored.loss.read()).toBeNull();
    expect(await log()).toEqual(entries);
    expect(await db.grants.get(grant)).toBeDefined();
  });

  test('refuses what does not verify, in words, and stores nothing', async () => {
    const [first, second] = await lose();

    const reply = await ask('log.restore', { entries: [first, { ...second, at: '2020-01-01T00:00:00.000Z' }] });

    expect(reply).toEqual({ ok: false, message: expect.stringContaining('Entry 2 was changed') });
    expect(await log()).toEqual([]);
  });

  test('refuses a full disk in words, and nothing is half-written', async () => {
    const entries = await lose();
    vi.spyOn(db.grants, 'bulkPut').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));

    const reply = await ask('log.restore', { entries });

    expect(reply).toEqual({ ok: false, message: expect.stringMatching(/^The disk is full/) });
    expect(await log()).toEqual([]);
  });
});

describe('log.merge and log.taken', () => {
  const theirs = chainOf([
    { type: 'log.created', grant: null, basis: 'recorded', data: { log: uuid(3), reason: 'Theirs.', previous: null } },
    { type: 'grant.started', grant: uuid(810), basis: 'recorded', data: started },
  ]);
  const merge = { log: uuid(3), apart: false, mergedAt: null, entries: theirs };

  test('keep another log beside this one, and note it once', async () => {
    const before = await types();

    expect(await ask('log.merge', merge)).toEqual({ ok: true, added: 2, left: 0 });
    expect(await ask('log.merge', merge)).toEqual({ ok: true, added: 0, left: 0 });
    await ask('log.taken', { what: 'merged', log: uuid(3), entries: 2, head: theirs.at(-1)?.hash });

    expect(await types()).toEqual([...before, 'log.merged']);
    expect(await db.otherEntries.count()).toBe(2);
    expect(verifyChain(await log())).toMatchObject({ ok: true });
  });

  test('refuse a full disk in words', async () => {
    vi.spyOn(db.otherEntries, 'bulkAdd').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));

    expect(await ask('log.merge', merge)).toEqual({ ok: false, message: expect.stringMatching(/^The disk is full/) });
    expect(await db.otherLogs.count()).toBe(0);
  });

  test('note a restored backup', async () => {
    const head = 'ef'.repeat(32);

    await ask('log.taken', { what: 'restored', log: uuid(1), entries: 7, head });

    expect((await log()).at(-1)).toMatchObject({ type: 'log.restored', data: { entries: 7, head } });
  });
});

describe('accounts.import', () => {
  const account = {
    vendor: 'rudderstack',
    ticket: 'IAM-9',
    email: 'listed@partner.example',
    role: 'Member',
    scope: [],
    since: null,
    accessEnds: null,
    approvedBy: '',
    reason: '',
  };

  test('starts a grant for each account, once, on the admin’s word', async () => {
    const accounts = [
      { id: uuid(820), account },
      { id: uuid(821), account: { ...account, email: 'other@partner.example' } },
    ];

    await ask('accounts.import', { accounts });
    await ask('accounts.import', { accounts });
    await ask('accounts.import', { accounts: [{ id: uuid(822), account }] });

    const imported = (await log()).filter(({ type }) => type === 'grant.imported');
    expect(imported).toMatchObject([
      { grant: uuid(820), basis: 'confirmed' },
      { grant: uuid(821), basis: 'confirmed' },
    ]);
    expect((await db.grants.get(uuid(820)))?.role).toBe('Member');
  });
});

describe('person.forget', () => {
  test('counts first and writes nothing, then deletes', async () => {
    const { email } = (await db.grants.get(grant)) ?? {};
    const before = await log();
    const person = { email, name: '' };

    const counted = await ask('person.forget', { ...person, dry: true });
    expect(await log()).toEqual(before);
    const deleted = await ask('person.forget', { ...person, dry: false });

    expect(counted).toEqual(deleted);
    expect(counted).toMatchObject({ ok: true, grants: 1 });
    expect((await db.grants.get(grant))?.email).toBeNull();
  });
});

test('loss.acknowledge: the admin has seen to it', async () => {
  await saveLoss({ kind: 'emptied', head: { seq: 9, hash: 'ab' }, found: 0, at: '2026-11-21T12:00:00.000Z' });

  expect(await ask('loss.acknowledge', {})).toEqual({ ok: true });

  expect(await stored.loss.read()).toBeNull();
});
