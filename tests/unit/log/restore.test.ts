import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { auditFile, fileVerdictWords } from '@/lib/domain/log/audit-file';
import { signatureChecker } from '@/lib/domain/log/checkpoint';
import type { AnyEntry, Draft } from '@/lib/domain/log/entry';
import { defaultSettings } from '@/lib/domain/values/settings';
import { backUp } from '@/lib/log/backup';
import { restoreFile } from '@/lib/log/restore';
import { saveRescued } from '@/lib/log/save-rescued';
import { db } from '@/lib/storage/db';
import { saveSettings } from '@/lib/storage/settings';
import { stored } from '@/lib/storage/stored-values';
import { fakeBrowser } from '../../support/fake-browser';
import { aSigner, extended, signed } from '../../support/signed-log';
import { aStage, popupPage, type Stage, startGrant, uuid } from '../background/stage';
import { chainOf, started } from '../exports/sample-log';

const saved = vi.hoisted(() => ({ files: [] as Blob[] }));
vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));
vi.mock('@/lib/log/save-file', async (original) => ({
  ...(await original<typeof import('@/lib/log/save-file')>()),
  saveFile: (file: Blob) => void saved.files.push(file),
}));

const { local } = fakeBrowser.storage;
const grants = [uuid(501), uuid(502)] as const;
let stage: Stage;

/** What the background answers, as over the wire. */
function connect(): void {
  fakeBrowser.runtime.sendMessage.mockImplementation((message) =>
    stage.router.handle(JSON.parse(JSON.stringify(message)), popupPage),
  );
}

beforeEach(async () => {
  saved.files.length = 0;
  stage = await aStage();
  for (const table of db.tables) await table.clear();
  await local.clear();
  await saveSettings({ identity: { name: 'Robin Vale', email: 'robin@example.com' } });
  connect();
});

/** Everything is gone: the database, and what is kept outside of it. */
async function wipe(): Promise<void> {
  for (const table of db.tables) await table.clear();
  await local.clear();
  stage.restart();
}

/** Another admin's export, as it is merged. */
async function theirs(log = uuid(2)): Promise<AnyEntry[]> {
  const created: Draft = {
    type: 'log.created',
    grant: null,
    basis: 'recorded',
    data: { log, reason: 'The log begins here.', previous: null },
  };
  const entries = chainOf([
    created,
    { type: 'grant.started', grant: uuid(800), basis: 'recorded', data: started },
    { type: 'grant.started', grant: uuid(801), basis: 'recorded', data: { ...started, ticket: 'IAM-77' } },
  ]);
  return signed(entries, await aSigner());
}

const fileOf = (text: string) => new File([text], 'log.jsonl');
const jsonl = (entries: readonly AnyEntry[]) => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
const take = (text: string) => restoreFile(db, fileOf(text), () => {});
const backup = async (): Promise<string> => {
  expect(await backUp(db)).toMatchObject({ ok: true });
  return (await saved.files.at(-1)?.text()) ?? '';
};
/** What a backup adds to the log, and the log. */
const split = (text: string) => {
  const at = text.indexOf('{"backup":');
  return { log: text.slice(0, at), parts: text.slice(at) };
};
const audit = (text: string) =>
  auditFile(text.split('\n').slice(0, -1), { checkSignature: signatureChecker(crypto.subtle) });

/** A log with two grants, two merged logs, and settings of every kind. */
async function lived(): Promise<void> {
  for (const [index, id] of grants.entries()) await startGrant(stage, id, { email: `kim${index}@northwind.example` });
  await take(jsonl(await theirs()));
  await take(jsonl(await theirs(uuid(3))));
  await saveSettings({ ticketLink: 'https://jira.example/browse/{ticket}', retentionMonths: 24, readOnVisit: true });
  await local.set({
    exportColumns: ['ticket', 'grantee_email'],
    guidePlaces: { rudderstack: { corner: 'top-left', height: null } },
    draft: { id: uuid(9) },
  });
}

describe('a backup', () => {
  test('ends its log with the checkpoint, whatever a page shows while it is written', async () => {
    await lived();
    const ask = fakeBrowser.runtime.sendMessage.getMockImplementation();
    fakeBrowser.runtime.sendMessage.mockImplementation(async (message) => {
      const reply = await ask?.(message);
      await startGrant(stage, uuid(503), { email: 'late@northwind.example', ticket: 'IAM-503' });
      return reply;
    });

    const text = await backup();

    expect(JSON.parse(split(text).log.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ type: 'log.checkpoint' });
    expect(await audit(text)).toMatchObject({ ok: true });
    expect(await db.grants.get(uuid(503))).toBeDefined();
  });

  test('brings back log, merged logs and settings byte for byte after everything was wiped', async () => {
    await lived();
    const first = split(await backup());
    const before = [await db.grants.toArray(), await db.otherGrants.toArray(), await db.otherLogs.toArray()];

    await wipe();
    const outcome = await take(first.log + first.parts);
    const untouched = await stored.settings.read();
    await outcome.offer?.take(outcome.offer.values.map(({ id }) => id));
    const second = split(await backup());
    // Another key signs, as told below.
    const unsigned = (parts: string) => parts.replace(/,"signature":"[\w-]+"\}\n$/, '}\n');

    expect(outcome).toMatchObject({
      ok: true,
      message: expect.stringMatching(
        /^Restored \d+ entries\..*Merged 4 entries.*Merged 4 entries of log \w+\. They stay in that log\.$/,
      ),
    });
    expect(untouched).toEqual(defaultSettings);
    expect(outcome.offer?.isSigned).toBe(true);
    expect(unsigned(second.parts)).toBe(unsigned(first.parts));
    expect(second.log.startsWith(first.log)).toBe(true);
    // The key that signs was lost as well: the log goes on under another.
    expect(second.log.slice(first.log.length).match(/"type":"[a-z.]+"/g)).toEqual([
      '"type":"log.restored"',
      '"type":"log.created"',
      '"type":"log.checkpoint"',
    ]);
    expect([await db.grants.toArray(), await db.otherGrants.toArray(), await db.otherLogs.toArray()]).toEqual(before);
    expect(await stored.settings.read()).toMatchObject({
      ticketLink: 'https://jira.example/browse/{ticket}',
      retentionMonths: 24,
    });
    expect(await local.get('draft')).toEqual({});
  });

  test('verifies, and says what is in it', async () => {
    await lived();

    const verdict = await audit(await backup());

    expect(verdict).toMatchObject({
      ok: true,
      backup: {
        merged: [
          { log: uuid(2), entries: 4 },
          { log: uuid(3), entries: 4 },
        ],
        settings: true,
      },
    });
    expect(fileVerdictWords(verdict, () => '')).toContainEqual(
      expect.stringMatching(/^Backup with log 00000000 \(4 entries\), .*settings: as it was saved\.$/),
    );
  });

  test.each<[string, (text: string) => string, RegExp]>([
    [
      'was cut off in a merged log',
      (text) => `${text.split('\n').slice(0, -6).join('\n')}\n`,
      /is not the log that was merged/,
    ],
    ['lost its end', (text) => `${text.split('\n').slice(0, -2).join('\n')}\n`, /ends before its last line/],
    ['had its settings changed', (text) => text.replace('jira.example', 'evil.example'), /changed/],
    [
      'had a merged entry changed',
      (text) => text.replace('IAM-77', 'IAM-78'),
      /merged log 00000000: Entry 3 was changed/,
    ],
    [
      'lost a merged log',
      (text) =>
        text
          .split('\n')
          .filter((line) => !line.includes(`"backup":"merged","log":"${uuid(3)}"`))
          .join('\n'),
      /./,
    ],
    [
      'has a part of a later version',
      (text) => text.replace('"backup":"settings"', '"backup":"other"'),
      /does not know/,
    ],
    ['goes on after its end', (text) => `${text}{"backup":"settings","values":{}}\n`, /does not know/],
  ])('that %s is refused, and nothing of it is taken in', async (_what, change, message) => {
    await lived();
    const text = await backup();
    await wipe();

    const outcome = await take(change(text));

    expect(outcome).toMatchObject({ ok: false, message: expect.stringMatching(message) });
    expect(await db.entries.count()).toBe(0);
    expect(await db.otherEntries.count()).toBe(0);
    expect(await stored.settings.read()).toEqual(defaultSettings);
  });

  test('restored twice is there once, and settings that were changed since stay', async () => {
    await lived();
    const text = await backup();
    await wipe();
    await saveSettings({ retentionMonths: 6 });

    const first = await take(text);
    await first.offer?.take(first.offer.values.map(({ id }) => id));
    const again = await take(text);

    expect(again).toEqual({ ok: true, message: 'Everything in this file is here already.' });
    expect(await stored.settings.read()).toMatchObject({ retentionMonths: 6, readOnVisit: true });
    expect(await db.otherLogs.count()).toBe(2);
  });

  test('offers its settings, those that decide who acts or what is deleted apart, and takes what is chosen only', async () => {
    await lived();
    const text = await backup();
    await wipe();

    const { offer } = await take(text);
    await offer?.take(['settings.ticketLink']);

    expect(offer?.values.filter(({ isGrave }) => isGrave).map(({ id }) => id)).toEqual([
      'settings.identity',
      'settings.retentionMonths',
    ]);
    expect(await stored.settings.read()).toEqual({
      ...defaultSettings,
      ticketLink: 'https://jira.example/browse/{ticket}',
    });
  });

  test('to which a stranger added settings says that nothing signs them, and takes none', async () => {
    const name = '../domain/log/hostile/backup-settings-appended-by-a-stranger.jsonl';
    const text = readFileSync(new URL(name, import.meta.url), 'utf8');
    await wipe();

    const { ok, offer } = await take(text);

    expect(ok).toBe(true);
    expect(offer?.isSigned).toBe(false);
    // A pattern that no text gets through is not even offered.
    expect(offer?.values.map(({ id }) => id)).not.toContain('settings.ticketPattern');
    expect(await stored.settings.read()).toEqual(defaultSettings);
  });

  test('whose parts somebody else signed is refused', async () => {
    await lived();
    const text = await backup();
    await wipe();

    const outcome = await take(text.replace(/"signature":"[\w-]+"\}\n$/, `"signature":"${'A'.repeat(86)}"}\n`));

    expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining('not signed by the key of the log') });
  });

  test('of another admin is merged, and their settings are left to them', async () => {
    await lived();
    const text = await backup();
    await wipe();
    await saveSettings({ identity: { name: 'Lee Park', email: 'lee@example.com' } });
    await startGrant(stage, uuid(600));

    const outcome = await take(text);

    expect(outcome).toMatchObject({
      ok: true,
      message: expect.stringMatching(/^Merged \d+ entries of log .*They stay in that log\.$/),
    });
    expect(await db.otherLogs.count()).toBe(1);
    expect((await stored.settings.read()).ticketLink).toBe('');
    expect(await db.grants.count()).toBe(1);
  });
});

describe('what is taken in', () => {
  test('an export of another admin is theirs also where this browser has no log yet', async () => {
    const outcome = await take(jsonl(await theirs()));

    expect(outcome).toMatchObject({ ok: true, message: expect.stringMatching(/^Merged 4 entries/) });
    expect(await db.otherGrants.count()).toBe(2);
    expect(await db.grants.count()).toBe(0);
    expect((await db.entries.toArray()).map(({ type }) => type)).toEqual(['log.created', 'log.merged']);
  });

  test.each<[string, () => Promise<void>]>([
    ['nobody said who they are', () => saveSettings({ identity: null })],
    ['its admin wrote it', () => saveSettings({ identity: { name: 'Ada', email: 'Ada@Example.com' } })],
  ])('a log is restored where this browser has none and %s', async (_what, prepare) => {
    await prepare();

    const outcome = await take(jsonl(await theirs()));

    expect(outcome).toMatchObject({ ok: true, message: expect.stringMatching(/^Restored 4 entries/) });
    expect(await db.grants.count()).toBe(2);
  });

  test('an export of another admin stays theirs, and grants that both hold are shown', async () => {
    await startGrant(stage, uuid(600), {
      vendor: 'logrocket',
      email: started.email,
      purpose: 'implementation',
      scope: ['Production'],
    });

    const outcome = await take(jsonl(await theirs()));

    expect(outcome).toMatchObject({
      ok: true,
      conflicts: [{ ticket: 'IAM-1234', email: started.email, ours: uuid(600) }],
    });
    expect((await db.entries.orderBy('seq').last())?.type).toBe('log.merged');
  });

  test('a backup that went another way is kept beside the log, which stays as it is', async () => {
    await startGrant(stage, uuid(600));
    const early = split(await backup()).log;
    await startGrant(stage, uuid(601), { email: 'lee@northwind.example' });
    const otherWay = early
      .trim()
      .split('\n')
      .map((line): AnyEntry => JSON.parse(line));
    const signer = await aSigner();
    const fork = otherWay.slice(0, 2);
    const created = fork[0] as { data: { log: string } };
    const file = await signed(
      extended(fork, { type: 'grant.started', grant: uuid(602), basis: 'recorded', data: started }),
      signer,
    );
    const before = await db.entries.toArray();

    const outcome = await take(jsonl(file));

    expect(outcome).toMatchObject({
      ok: true,
      message: expect.stringMatching(/^From entry 3 on, this file says something else/),
    });
    expect((await db.entries.toArray()).slice(0, before.length)).toEqual(before);
    expect(await db.otherLogs.get(created.data.log)).toMatchObject({ entries: file.length });
  });

  test.each([
    ['nothing', '', /holds no entries/],
    ['no log', 'hello\n', /./],
    ['an export that was cut off', `${JSON.stringify(chainOf([])[0] ?? {})}\n`, /./],
  ])('%s is refused in words', async (_what, text, message) => {
    expect(await take(text)).toMatchObject({ ok: false, message: expect.stringMatching(message) });
  });
});

test('a log that was rescued from a database that does not open is restored, and said not to be signed', async () => {
  await startGrant(stage, grants[0]);
  await startGrant(stage, grants[1], { ticket: 'IAM-2', email: 'linus@example.com' });
  const before = jsonl(await db.entries.toArray());
  await saveRescued(new Date());
  const text = (await saved.files.at(-1)?.text()) ?? '';
  await wipe();

  const outcome = await take(text);

  expect(outcome).toMatchObject({ ok: true });
  expect(outcome.message).toMatch(/^Restored 3 entries\. .*No entry is signed/);
  expect(jsonl((await db.entries.toArray()).slice(0, 3))).toBe(before);
  expect(await db.grants.count()).toBe(2);
});
