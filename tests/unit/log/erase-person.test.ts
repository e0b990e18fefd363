import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { projectAll } from '@/lib/domain/grant/projection';
import type { AccountRow } from '@/lib/domain/log/account-list';
import type { AnyEntry, Draft } from '@/lib/domain/log/entry';
import { defaultSettings } from '@/lib/domain/values/settings';
import { backUp } from '@/lib/log/backup';
import { erasePerson } from '@/lib/log/erase-person';
import { importAccounts, previewAccounts } from '@/lib/log/import-accounts';
import { restoreFile } from '@/lib/log/restore';
import { db } from '@/lib/storage/db';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { saveSettings } from '@/lib/storage/settings';
import { stored } from '@/lib/storage/stored-values';
import { fakeBrowser } from '../../support/fake-browser';
import { aSigner, signed } from '../../support/signed-log';
import { verifyChain } from '../../support/verify-chain';
import { aStage, form, popupPage, robin, type Stage, startGrant, uuid } from '../background/stage';
import { chainOf, started } from '../exports/sample-log';

const saved = vi.hoisted(() => ({ files: [] as Blob[] }));
vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));
vi.mock('@/lib/log/save-file', async (original) => ({
  ...(await original<typeof import('@/lib/log/save-file')>()),
  saveFile: (file: Blob) => void saved.files.push(file),
}));

const { local, session } = fakeBrowser.storage;
const grace = { email: 'grace@partner.example', name: 'Grace Hopper' };
const linus = 'linus@partner.example';
const [ofGrace, ofLinus] = [uuid(501), uuid(502)] as const;
let stage: Stage;

beforeEach(async () => {
  saved.files.length = 0;
  stage = await aStage();
  await wipeDatabase();
  await local.clear();
  await session.clear();
  await saveSettings({ identity: robin });
  connect();
  await startGrant(stage, ofGrace, { email: grace.email, reason: 'Grace Hopper reads the funnels' });
  await stage.ledger.change(ofGrace, null, () => ({
    ok: true,
    drafts: [
      {
        type: 'step.confirmed',
        grant: ofGrace,
        basis: 'confirmed',
        data: { generation: 'members', step: 'ticket', text: 'She is on the ticket.', reaches: null },
      },
    ],
  }));
  await startGrant(stage, ofLinus, { email: linus, ticket: 'IAM-2', reason: 'Reads the funnels' });
});

/** What the background answers, as over the wire. */
function connect(): void {
  fakeBrowser.runtime.sendMessage.mockImplementation((message) =>
    stage.router.handle(JSON.parse(JSON.stringify(message)), popupPage),
  );
}

async function wipeDatabase(): Promise<void> {
  for (const table of db.tables) await table.clear();
}

/** Another machine, or a profile that is gone. */
async function wipeAll(): Promise<void> {
  await wipeDatabase();
  await local.clear();
  stage.restart();
}

const backup = async (): Promise<string> => {
  expect(await backUp(db)).toMatchObject({ ok: true });
  return (await saved.files.at(-1)?.text()) ?? '';
};
const take = (text: string) => restoreFile(db, new File([text], 'log.jsonl'), () => {});
const jsonl = (entries: readonly AnyEntry[]) => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
const entries = () => db.entries.orderBy('seq').toArray();

/** Every text that is stored, in and beside the database. */
async function everything(): Promise<string> {
  const tables = await Promise.all(db.tables.filter(({ name }) => name !== 'keys').map((table) => table.toArray()));
  return JSON.stringify([tables, await local.get(null), await session.get(null)]);
}

async function expectForgotten(): Promise<void> {
  const all = await everything();
  expect(all).not.toContain(grace.email);
  expect(all).not.toContain(grace.name);
  expect(all).not.toContain('She is on the ticket.');
  expect(verifyChain(await entries())).toMatchObject({ ok: true });
  const rebuilt = [...projectAll(await entries()).values()].map(storedGrant);
  expect(new Set(await db.grants.toArray())).toEqual(new Set(rebuilt));
}

const expectLinusKnown = async () => expect((await db.grants.get(ofLinus))?.email).toBe(linus);

describe('what was forgotten does not come back', () => {
  test('with an older backup over the log as it is', async () => {
    const older = await backup();
    await erasePerson(grace, false);

    expect(await take(older)).toEqual({ ok: true, message: 'Everything in this file is here already.' });

    await expectForgotten();
    await expectLinusKnown();
  });

  test('with an older backup after the database was lost', async () => {
    const older = await backup();
    await erasePerson(grace, false);
    await wipeDatabase();

    const outcome = await take(older);

    expect(outcome).toMatchObject({ ok: true });
    expect(outcome.message).toMatch(/\d values of people who were forgotten were left out/);
    await expectForgotten();
    await expectLinusKnown();
  });

  test('with an older backup and then a newer one, where nothing else is left', async () => {
    const older = await backup();
    await erasePerson(grace, false);
    const newer = await backup();
    await wipeAll();

    await take(older);
    expect(await everything()).toContain(grace.email);
    const outcome = await take(newer);

    // The newer one went another way than the log that was restored; what both hold is the same all the same.
    expect(outcome.message).toMatch(/values of people who were forgotten were left out/);
    await expectForgotten();
    await expectLinusKnown();
  });

  test('and a newer backup comes back byte for byte, with what was written since', async () => {
    await erasePerson(grace, false);
    await stage.ledger.change(ofGrace, null, () => ({
      ok: true,
      drafts: [{ type: 'removal.started', grant: ofGrace, basis: 'confirmed', data: { reason: 'The project ended' } }],
    }));
    const newer = await backup();
    const before = jsonl(await entries());
    await wipeAll();

    expect(await take(newer)).toMatchObject({ ok: true });

    expect(jsonl((await entries()).slice(0, -1))).toBe(before);
  });

  test('with another admin’s log, in this browser', async () => {
    await erasePerson(grace, false);
    const created: Draft = {
      type: 'log.created',
      grant: null,
      basis: 'recorded',
      data: { log: uuid(2), reason: 'Theirs.', previous: null },
    };
    const theirs = await signed(
      chainOf([
        created,
        {
          type: 'grant.started',
          grant: uuid(800),
          basis: 'recorded',
          data: { ...started, email: grace.email, reason: 'Grace Hopper reads' },
        },
        {
          type: 'grant.started',
          grant: uuid(801),
          basis: 'recorded',
          data: { ...started, email: linus, ticket: 'IAM-77' },
        },
      ]),
      await aSigner(),
    );

    const outcome = await take(jsonl(theirs));

    expect(outcome.message).toMatch(/were forgotten were left out/);
    await expectForgotten();
    expect(await db.otherGrants.get([uuid(2), uuid(800)])).toMatchObject({ email: null, reason: null });
    expect(await db.otherGrants.get([uuid(2), uuid(801)])).toMatchObject({ email: linus });
  });

  test('with another admin’s older export, once they forgot it themselves', async () => {
    const mine = await backup();
    await erasePerson(grace, false);
    const newer = await backup();
    await wipeAll();
    stage = await aStage();
    connect();
    await startGrant(stage, uuid(900), { email: 'ada@partner.example', ticket: 'IAM-9' });
    await take(mine);
    expect(await everything()).toContain(grace.email);

    await take(newer);

    const all = await everything();
    expect(all).not.toContain(grace.email);
    expect(all).not.toContain('She is on the ticket.');
    expect(all).toContain(linus);
  });

  test('with a copy of this log that went another way', async () => {
    const early = await backup();
    await startGrant(stage, uuid(503), { email: 'ada@partner.example', ticket: 'IAM-3' });
    const first = await backup();
    await wipeAll();
    await take(early);
    await saveSettings({ identity: robin });
    await startGrant(stage, uuid(504), { email: 'alan@partner.example', ticket: 'IAM-4' });
    await stage.ledger.forget({ person: grace }, 'asked');

    const outcome = await take(first);

    expect(outcome.message).toMatch(/says something else than this log/);
    expect(await everything()).not.toContain(grace.email);
    expect(await everything()).not.toContain('She is on the ticket.');
  });
});

describe('a list of accounts', () => {
  const list = `email,vendor,ticket\n${grace.email},rudderstack,IAM-1234\n${linus},rudderstack,IAM-2\nNew@partner.example,rudderstack,IAM-3\n`;
  const preview = async (text: string): Promise<AccountRow[]> => {
    const read = await previewAccounts(new File([text], 'list.csv'), '', defaultSettings);
    return read.ok ? read.rows : [];
  };

  test('does not bring a forgotten person back, whatever the ticket, and says so', async () => {
    await erasePerson(grace, false);

    const rows = await preview(`${list}GRACE@partner.example,logrocket,IAM-99\n`);

    const word = /This person was forgotten here/;
    expect(rows.map((row) => (row.ok ? row.account.email : row.message))).toEqual([
      expect.stringMatching(word),
      linus,
      'new@partner.example',
      expect.stringMatching(word),
    ]);
  });

  test('is not taken in where it was read before the person was forgotten', async () => {
    const rows = await preview(list);
    await erasePerson(grace, false);

    expect(await importAccounts(rows)).toMatchObject({ ok: true });

    await expectForgotten();
  });

  test('doubles nobody who is in the log, whoever logged it', async () => {
    const rows = await preview(list);

    await importAccounts(rows);
    await importAccounts(rows);

    expect((await db.grants.toArray()).map(({ email }) => email).sort()).toEqual(
      [grace.email, linus, 'new@partner.example'].sort(),
    );
  });

  test('gives accounts ids that only this browser can make', async () => {
    const rows = await preview('email,vendor,ticket\nnew@partner.example,rudderstack,IAM-3\n');
    await importAccounts(rows);
    const here = (await db.grants.where('email').equals('new@partner.example').first())?.id;
    await wipeAll();
    await saveSettings({ identity: robin });

    await importAccounts(rows);

    const there = (await db.grants.where('email').equals('new@partner.example').first())?.id;
    expect(there).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(there).not.toBe(here);
  });
});

test('a person who is given access again is known again', async () => {
  const older = await backup();
  await erasePerson(grace, false);
  await startGrant(stage, uuid(600), { email: grace.email, ticket: 'IAM-600' });
  const newer = await backup();
  await wipeDatabase();

  await take(newer);

  expect((await db.grants.get(uuid(600)))?.email).toBe(grace.email);
  expect((await db.grants.get(ofGrace))?.email).toBeNull();
  expect(await take(older)).toEqual({ ok: true, message: 'Everything in this file is here already.' });
  expect((await db.grants.get(ofGrace))?.email).toBeNull();
});

describe('outside of the log', () => {
  test('the draft, what was read of pages and what was described go too', async () => {
    await local.set({ draft: { id: uuid(7), form: form({ email: grace.email }), adding: '', open: true } });
    await session.set({ 'roster:7': { rows: [{ email: 'Grace@Partner.example' }] }, 'chosen:rudderstack': ofGrace });

    const counted = await erasePerson(grace, true);
    const done = await erasePerson(grace, false);

    expect(counted.message).toMatch(/and 2 things kept outside the log, such as a draft: this will be deleted/);
    expect(done.message).toMatch(/^Forgotten: \d+ values in 1 grant, and 2 things/);
    await expectForgotten();
    expect(Object.keys(await session.get(null))).toEqual(['chosen:rudderstack']);
  });

  test('a draft alone is found and goes', async () => {
    const person = { email: 'only@draft.example', name: '' };
    await local.set({ draft: { id: uuid(7), form: form({ email: person.email }), adding: '', open: true } });

    expect(await erasePerson(person, true)).toMatchObject({ ok: true, values: 1 });
    await erasePerson(person, false);

    expect(await local.get('draft')).toEqual({});
    expect(await erasePerson(person, true)).toMatchObject({ values: 0 });
  });

  test('an admin who forgets themselves is asked again who they are, also after a backup is restored', async () => {
    const older = await backup();

    await erasePerson({ email: robin.email, name: robin.name }, false);
    await take(older);

    expect((await stored.settings.read()).identity).toBeNull();
    expect(await everything()).not.toContain(robin.email);
    expect((await stored.head.read())?.hash).toBe((await entries()).at(-1)?.hash);
  });

  test('what is kept so that nobody comes back says nobody’s address, and is in no backup', async () => {
    await erasePerson(grace, false);

    const { forgotten } = (await local.get('forgotten')) as { forgotten: { key: string; people: string[] } };
    expect(forgotten.people).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(await backup()).not.toContain(forgotten.key);
  });
});
