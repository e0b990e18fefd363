import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectAll } from '@/lib/domain/grant/projection';
import { auditFile } from '@/lib/domain/log/audit-file';
import { signatureChecker } from '@/lib/domain/log/checkpoint';
import type { AnyEntry } from '@/lib/domain/log/entry';
import type { Head } from '@/lib/domain/log/head';
import { conflicts } from '@/lib/storage/conflicts';
import { GrantbookDb } from '@/lib/storage/db';
import { deviceSigner } from '@/lib/storage/device-key';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { type Ledger, openLedger } from '@/lib/storage/ledger';
import { mergeEntries } from '@/lib/storage/merge';
import { restoreEntries } from '@/lib/storage/restore';
import { verifyChain } from '../../support/verify-chain';
import { ada, chainOf, started, story, storyGrant, uuid } from '../exports/sample-log';

const now = new Date('2026-11-21T12:00:00.000Z');
let db: GrantbookDb;
let other: GrantbookDb;
let made = 0;

beforeEach(() => {
  db = new GrantbookDb(`keeping-${++made}`);
  other = new GrantbookDb(`keeping-other-${made}`);
});
afterEach(async () => {
  db.close();
  other.close();
  await Promise.all([Dexie.delete(db.name), Dexie.delete(other.name)]);
});

function ledgerOf(database: GrantbookDb, head: Head | null = null, told: Head[] = []): Ledger {
  let saved = head;
  return openLedger({
    db: database,
    now: () => now,
    uuid: () => uuid(70_000 + ++made),
    salt: () => new Uint8Array(16).fill(++made % 256),
    actor: async () => ada,
    readHead: async () => saved,
    saveHead: async (next) => {
      saved = next;
    },
    lost: async (gone) => {
      told.push(gone);
    },
  });
}

const log = (database: GrantbookDb) => database.entries.orderBy('seq').toArray();
const bytes = (entries: readonly AnyEntry[]) => entries.map((entry) => JSON.stringify(entry));
async function expectRebuilt(database: GrantbookDb) {
  const rebuilt = [...projectAll(await log(database)).values()].map(storedGrant);
  expect(new Set(await database.grants.toArray())).toEqual(new Set(rebuilt));
}
const begun = async (database: GrantbookDb) => {
  const written = await restoreEntries(database, chainOf(story.slice(0, 9)));
  expect(written).toEqual({ ok: true, added: 9, left: 0 });
};
const audit = async (database: GrantbookDb) =>
  auditFile(bytes(await log(database)), { checkSignature: signatureChecker(crypto.subtle) });

describe('checkpoint', () => {
  test('signs the log as it stands with a key that cannot be read', async () => {
    await begun(db);
    const signer = await deviceSigner(db);

    expect(await ledgerOf(db).checkpoint(signer)).toMatchObject({ ok: true, entry: { seq: 10, data: { entries: 9 } } });
    expect(await audit(db)).toMatchObject({ ok: true, count: 10, signed: 9, key: signer.key });
    const stored = await db.keys.get('device');
    await expect(crypto.subtle.exportKey('pkcs8', stored?.privateKey as CryptoKey)).rejects.toThrow();
    expect((await deviceSigner(db)).key).toBe(signer.key);
  });

  test('of an empty log there is none', async () => {
    expect(await ledgerOf(db).checkpoint(await deviceSigner(db))).toBeNull();
  });

  test.each([
    ['before any checkpoint', false],
    ['since the last one', true],
  ])('signs nothing where an entry was changed %s', async (_when, isSigned) => {
    await begun(db);
    const signer = await deviceSigner(db);
    if (isSigned) await ledgerOf(db).checkpoint(signer);
    await ledgerOf(db).append([{ type: 'invitation.resent', grant: uuid(900), basis: 'confirmed', data: {} }]);
    const last = (await log(db)).at(-1) as AnyEntry;
    await db.entries.put({ ...last, at: '2026-01-01T00:00:00.000Z' });
    const before = await log(db);

    const signed = await ledgerOf(db).checkpoint(signer);

    expect(signed).toEqual({
      ok: false,
      message: `Nothing was signed: the log was changed. Entry ${last.seq} was changed: its hash does not match what it says.`,
    });
    expect(await log(db)).toEqual(before);
  });

  test('on another device begins a new log that names the last entry of the old', async () => {
    await begun(db);
    await ledgerOf(db).checkpoint(await deviceSigner(db));
    await restoreEntries(other, await log(db));

    const head = { seq: 10, hash: (await log(db)).at(-1)?.hash ?? '' };
    const signed = await ledgerOf(other, head).checkpoint(await deviceSigner(other));

    expect(signed).toMatchObject({ ok: true, entry: { seq: 12 } });
    expect((await log(other))[10]).toMatchObject({ type: 'log.created', data: { previous: head.hash } });
    expect(await audit(other)).toMatchObject({ ok: true, signed: 11 });
  });

  test('after a loss names it first, and the loss is told', async () => {
    const told: Head[] = [];
    await begun(db);
    const gone = { seq: 40, hash: 'ab'.repeat(32) };

    const signed = await ledgerOf(db, gone, told).checkpoint(await deviceSigner(db));

    expect(signed).toMatchObject({ ok: true, entry: { seq: 42 } });
    expect((await log(db))[9]).toMatchObject({ type: 'log.created', data: { previous: gone.hash } });
    expect(told).toEqual([gone]);
  });
});

describe('restoring', () => {
  test('puts a log back byte for byte, with its grants and chains', async () => {
    const backup = bytes(chainOf(story));

    const taken = await restoreEntries(
      db,
      backup.map((line) => JSON.parse(line)),
    );

    expect(taken).toEqual({ ok: true, added: story.length, left: 0 });
    expect(bytes(await log(db))).toEqual(backup);
    expect(await db.chains.toArray()).toMatchObject([{ from: 1, log: uuid(1) }]);
    await expectRebuilt(db);
  });

  test('adds what is missing, bit by bit, and leaves what is there', async () => {
    const backup = chainOf(story);

    for (const part of [backup.slice(0, 5), backup.slice(3, 9), backup.slice(0, 9), backup.slice(9)]) {
      expect(await restoreEntries(db, part)).toMatchObject({ ok: true });
    }

    expect(bytes(await log(db))).toEqual(bytes(backup));
    await expectRebuilt(db);
  });

  const backup = chainOf(story);
  test.each<[string, unknown[], RegExp]>([
    ['of a log that went another way', chainOf(story, new Date('2026-01-01')), /Entry 1 is not the one/],
    [
      'with a changed entry',
      backup.with(10, { ...backup[10], at: '2026-01-01T00:00:00.000Z' } as never),
      /Entry 11 was/,
    ],
    ['with a gap', backup.toSpliced(10, 1), /Entry 11 is missing/],
    ['that does not reach what is here', backup.slice(12), /Entry 10 is missing/],
    ['with something else in it', [...backup, 'x'], /no entry of a log/],
  ])('refuses a file %s, and nothing is removed or half-done', async (_what, file, message) => {
    await begun(db);
    const before = [await log(db), await db.grants.toArray()];

    const taken = await restoreEntries(db, file);

    expect(taken).toEqual({ ok: false, message: expect.stringMatching(message) });
    expect([await log(db), await db.grants.toArray()]).toEqual(before);
  });
});

describe('merging', () => {
  const theirs = chainOf([
    { ...story[0], data: { log: uuid(2), reason: 'The log begins here.', previous: null } } as never,
    { type: 'grant.started', grant: uuid(800), basis: 'recorded', data: started },
    { type: 'grant.started', grant: uuid(801), basis: 'recorded', data: { ...started, ticket: 'IAM-2' } },
  ]);

  test('keeps the other log apart and as it is, twice the same as once, and goes on with a longer export', async () => {
    await begun(db);
    const ours = bytes(await log(db));

    expect(await mergeEntries(db, uuid(2), theirs.slice(0, 2), now)).toEqual({ ok: true, added: 2, left: 0 });
    expect(await mergeEntries(db, uuid(2), theirs, now)).toEqual({ ok: true, added: 1, left: 0 });
    expect(await mergeEntries(db, uuid(2), theirs, now)).toEqual({ ok: true, added: 0, left: 0 });

    const kept = (await db.otherEntries.toArray()).map(({ entry }) => entry);
    expect(bytes(kept)).toEqual(bytes(theirs));
    expect(verifyChain(kept)).toMatchObject({ ok: true, count: 3 });
    expect(bytes(await log(db))).toEqual(ours);
    expect(await db.otherLogs.toArray()).toMatchObject([{ log: uuid(2), owner: ada.name, entries: 3 }]);
  });

  test('shows the grants that both hold', async () => {
    await begun(db);
    await mergeEntries(db, uuid(2), theirs, now);

    expect(await conflicts(db)).toEqual([
      {
        ticket: 'IAM-1234',
        email: started.email,
        vendor: 'logrocket',
        ours: storyGrant,
        theirs: uuid(800),
        log: uuid(2),
      },
    ]);
  });

  test.each<[string, unknown[], string, RegExp]>([
    ['a forged log', theirs.with(1, { ...theirs[1], offset: '+03:00' } as never), uuid(2), /Entry 2 was changed/],
    ['a log without its beginning', theirs.slice(1), uuid(2), /Entry 1 is missing/],
    ['a log under another id', theirs, uuid(3), /beginning of a log/],
    ['our own log', chainOf(story), uuid(1), /own log/],
  ])('refuses %s', async (_what, file, id, message) => {
    await begun(db);

    expect(await mergeEntries(db, id, file, now)).toEqual({ ok: false, message: expect.stringMatching(message) });
    expect(await db.otherEntries.count()).toBe(0);
  });
});

describe('forgetting', () => {
  const exported = { format: 'json-lines', entries: 1, head: 'ab'.repeat(32) };
  const person = { email: started.email, name: 'Grace' };
  const everything = async () =>
    JSON.stringify(await Promise.all(db.tables.filter(({ name }) => name !== 'keys').map((table) => table.toArray())));

  test('deletes a person everywhere, and the chains still verify', async () => {
    await restoreEntries(db, chainOf(story));
    await mergeEntries(
      db,
      uuid(2),
      chainOf([
        { ...story[0], data: { log: uuid(2), reason: 'The log begins here.', previous: null } } as never,
        { type: 'grant.started', grant: uuid(800), basis: 'recorded', data: started },
      ]),
      now,
    );

    const forgotten = await ledgerOf(db).forget({ person }, 'asked');

    expect(forgotten).toMatchObject({ ok: true, grants: 2 });
    expect(await everything()).not.toMatch(/grace/i);
    expect(verifyChain(await log(db))).toMatchObject({ ok: true, count: story.length + 1 });
    expect(verifyChain((await db.otherEntries.toArray()).map(({ entry }) => entry))).toMatchObject({ ok: true });
    expect((await log(db)).at(-1)).toMatchObject({ type: 'person.forgotten', data: { because: 'asked', grants: 2 } });
    await expectRebuilt(db);
    expect(await db.grants.get(storyGrant)).toMatchObject({ email: null, ticket: 'IAM-1234' });
    expect(await db.grants.get(uuid(904))).toMatchObject({ email: 'mary@partner.example' });
  });

  test('twice writes once', async () => {
    await restoreEntries(db, chainOf(story));
    const ledger = ledgerOf(db);
    await ledger.forget({ person }, 'asked');

    expect(await ledger.forget({ person }, 'asked')).toEqual({ ok: true, values: 0, grants: 0, gone: [] });
    expect(await db.entries.count()).toBe(story.length + 1);
  });

  test('an admin leaves no name behind, not even for having asked', async () => {
    await restoreEntries(db, chainOf(story));

    await ledgerOf(db).forget({ person: ada }, 'asked');

    expect(await everything()).not.toMatch(/ada@|lovelace/i);
    await expectRebuilt(db);
  });

  test('by retention deletes what belongs to the grants that are named, and no other', async () => {
    await restoreEntries(db, chainOf(story));

    const forgotten = await ledgerOf(db).forget({ grants: [storyGrant], lists: [] }, 'retention');

    expect(forgotten).toMatchObject({ ok: true, grants: 1 });
    expect(await db.grants.get(storyGrant)).toMatchObject({ email: null, reason: null, grantedBy: ada });
    expect(await db.grants.get(uuid(904))).toMatchObject({ email: 'mary@partner.example' });
  });

  test.each(Array.from(story, (_, index) => index))(
    'outlasts an older copy of the log of which the first %i entries were restored before the newer one',
    async (older) => {
      const source = new GrantbookDb(`keeping-source-${made}`);
      await restoreEntries(source, chainOf(story));
      await ledgerOf(source).forget({ person }, 'asked');
      await ledgerOf(source).append([{ type: 'log.exported', grant: null, basis: 'recorded', data: exported }]);
      const newer = await log(source);
      await source.delete();

      await restoreEntries(db, chainOf(story).slice(0, older));
      const taken = await restoreEntries(db, newer);

      expect(taken).toMatchObject({ ok: true, added: newer.length - older });
      expect(bytes(await log(db))).toEqual(bytes(newer));
      await expectRebuilt(db);
      expect(await everything()).not.toMatch(/grace/i);
    },
  );

  test('of a merged log outlasts an older copy of it, where this log is lost and restored', async () => {
    const theirs = chainOf([
      { ...story[0], data: { log: uuid(2), reason: 'The log begins here.', previous: null } } as never,
      { type: 'grant.started', grant: uuid(800), basis: 'recorded', data: started },
    ]);
    await restoreEntries(db, chainOf(story.slice(0, 1)));
    await mergeEntries(db, uuid(2), theirs, now);
    await ledgerOf(db).forget({ person }, 'asked');
    const backup = await log(db);
    await Promise.all(db.tables.map((table) => table.clear()));

    const first = await mergeEntries(db, uuid(2), theirs, now);
    const known = await everything();
    await restoreEntries(db, backup);

    expect(first).toMatchObject({ ok: true, left: 0 });
    expect(known).toMatch(/grace/i);
    expect(await everything()).not.toMatch(/grace/i);
    expect(await db.otherGrants.get([uuid(2), uuid(800)])).toMatchObject({ email: null });
  });

  test('is undone where it cannot be written down', async () => {
    await restoreEntries(db, chainOf(story));
    const before = await everything();
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    db.entries.hook('creating', full);

    expect(await ledgerOf(db).forget({ person }, 'asked')).toMatchObject({ ok: false });
    db.entries.hook('creating').unsubscribe(full);

    expect(await everything()).toBe(before);
  });
});
