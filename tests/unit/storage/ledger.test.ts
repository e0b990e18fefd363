import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Decision, decideConfirm, decideReopen, decideStart } from '@/lib/domain/grant/decide';
import type { NewGrant } from '@/lib/domain/grant/new-grant';
import { projectAll } from '@/lib/domain/grant/projection';
import { actorOf } from '@/lib/domain/log/chain';
import type { AnyEntry, Draft } from '@/lib/domain/log/entry';
import type { Head } from '@/lib/domain/log/head';
import { GrantbookDb } from '@/lib/storage/db';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { type Ledger, type LedgerContext, openLedger } from '@/lib/storage/ledger';
import { verifyChain } from '../../support/verify-chain';
import { uuid } from '../exports/sample-log';

const form: NewGrant = {
  ticket: 'IAM-1234',
  vendor: 'rudderstack',
  email: 'kim.sato@northwind.example',
  purpose: 'look',
  scope: ['Production'],
  accessEnds: null,
  approvedBy: 'Dana Whitfield',
  reason: 'Checks event delivery',
};
const robin = { name: 'Robin Vale', email: 'robin@example.com' };
const exported: Draft = {
  type: 'log.exported',
  grant: null,
  basis: 'recorded',
  data: { format: 'json-lines', entries: 1, head: '0'.repeat(64) },
};

let db: GrantbookDb;
let head: Head | null;
let heads: Head[];
let made = 0;

/** A ledger as the background opens it; another call is the background started anew. */
function open(change: Partial<LedgerContext> = {}): Ledger {
  return openLedger({
    db,
    now: () => new Date('2026-11-21T12:00:00.000Z'),
    uuid: () => uuid(++made),
    salt: () => new Uint8Array(16).fill(++made % 256),
    actor: async () => robin,
    readHead: async () => head,
    saveHead: async (next) => {
      head = next;
      heads.push(next);
    },
    ...change,
  });
}

const start = (ledger: Ledger, id: string, change: Partial<NewGrant> = {}) => {
  const grant = { ...form, ...change };
  return ledger.change(id, grant, ({ grant: existing, open }) => decideStart(existing, id, grant, open));
};
const step = (name: string) => ({ generation: 'members', step: name, text: `Do ${name}.`, reaches: null });
const confirm = (ledger: Ledger, id: string, name: string) =>
  ledger.change(id, null, ({ grant }) => decideConfirm(grant, step(name)));
const reopen = (ledger: Ledger, id: string, name: string) =>
  ledger.change(id, null, ({ grant }) => decideReopen(grant, 'members', name));

const entries = () => db.entries.orderBy('seq').toArray();
const types = (list: readonly AnyEntry[]) => list.map(({ type }) => type);
const drafts = (...list: Draft[]): Decision => ({ ok: true, drafts: list });

/** The chain holds, reaches the remembered head, and the grants are what its entries say. */
async function expectSound() {
  const log = await entries();
  const rebuilt = [...projectAll(log).values()];

  expect(verifyChain(log, head ?? undefined)).toMatchObject({
    ok: true,
    count: log.length,
    head: log.at(-1)?.hash ?? null,
  });
  expect(await db.grants.orderBy('id').toArray()).toEqual(
    rebuilt.map(storedGrant).sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
}

beforeEach(() => {
  db = new GrantbookDb(`test-${++made}`);
  head = null;
  heads = [];
});

afterEach(async () => {
  await db.delete();
});

describe('change', () => {
  test('begins the log, appends what was decided and answers with the grant', async () => {
    const written = await start(open(), uuid(900));

    expect(written).toMatchObject({ ok: true, grant: { id: uuid(900), ticket: 'IAM-1234', email: form.email } });
    expect(await entries()).toMatchObject([
      { seq: 1, type: 'log.created', grant: null, data: { reason: 'The log begins here.', previous: null } },
      { seq: 2, type: 'grant.started', grant: uuid(900) },
    ]);
    await expectSound();
  });

  test('names who acts and when', async () => {
    await start(open(), uuid(900));

    const [, entry] = await entries();
    expect(entry && actorOf(entry)).toEqual(robin);
    expect(entry?.at).toBe('2026-11-21T12:00:00.000Z');
  });

  test('serialises commands that come together', async () => {
    const ledger = open();

    const written = await Promise.all(Array.from({ length: 20 }, (_, i) => start(ledger, uuid(900 + i))));

    expect(written.every(({ ok }) => ok)).toBe(true);
    expect((await entries()).map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
    expect(types(await entries()).filter((type) => type === 'log.created')).toHaveLength(1);
    await expectSound();
  });

  test('serialises two backgrounds, the old one and the one that is starting', async () => {
    const [old, young] = [open(), open()];

    await Promise.all([start(old, uuid(900)), start(young, uuid(901)), start(old, uuid(902)), start(young, uuid(900))]);

    expect(types(await entries())).toEqual(['log.created', 'grant.started', 'grant.started', 'grant.started']);
    await expectSound();
  });

  test('writes a repeated command once, one after the other or together', async () => {
    const ledger = open();

    await Promise.all([start(ledger, uuid(900)), start(ledger, uuid(900)), start(open(), uuid(900))]);
    const again = await start(ledger, uuid(900), { ticket: 'IAM-9' });
    await Promise.all([confirm(ledger, uuid(900), 'check'), confirm(ledger, uuid(900), 'check')]);

    expect(again).toMatchObject({ ok: true, grant: { ticket: 'IAM-1234' }, entries: [] });
    expect(types(await entries())).toEqual(['log.created', 'grant.started', 'step.confirmed']);
    await expectSound();
  });

  test('decides on what stands inside the transaction: the grant, and other open grants of the person named', async () => {
    const ledger = open();
    await start(ledger, uuid(900));
    await start(ledger, uuid(901), { vendor: 'logrocket' });
    await start(ledger, uuid(902), { ticket: 'IAM-99' });
    await start(ledger, uuid(904), { email: 'lee@northwind.example' });
    await ledger.change(uuid(903), null, () =>
      drafts(
        { type: 'grant.started', grant: uuid(903), basis: 'recorded', data: { ...form, sameAs: null } },
        { type: 'step.confirmed', grant: uuid(903), basis: 'confirmed', data: { ...step('done'), reaches: 'active' } },
      ),
    );
    const decide = vi.fn(() => drafts());

    await ledger.change(uuid(900), { ...form, vendor: 'rudderstack' }, decide);
    await ledger.change(uuid(900), null, decide);
    await ledger.change(uuid(999), { ...form, vendor: 'logrocket' }, decide);

    expect(decide.mock.calls).toMatchObject([
      [{ grant: { id: uuid(900) }, open: [{ id: uuid(902) }] }],
      [{ grant: { id: uuid(900) }, open: [] }],
      [{ grant: undefined, open: [{ id: uuid(901) }] }],
    ]);
  });

  test('links the second open grant for a person to the first', async () => {
    const ledger = open();

    const [, second] = await Promise.all([start(ledger, uuid(900)), start(ledger, uuid(901))]);

    expect(second).toMatchObject({ ok: true, grant: { sameAs: uuid(900) } });
  });

  test.each<[string, (ledger: Ledger) => Promise<unknown>]>([
    ['a refusal', (ledger) => ledger.change(uuid(900), null, () => ({ ok: false, message: 'No.' }))],
    ['a decision that there is nothing to write', (ledger) => ledger.change(uuid(900), null, () => drafts())],
  ])('writes nothing at all on %s', async (_what, act) => {
    await act(open());

    expect(await entries()).toEqual([]);
    expect(heads).toEqual([]);
  });

  const starting: Draft = {
    type: 'grant.started',
    grant: uuid(950),
    basis: 'recorded',
    data: { ...form, sameAs: null },
  };

  test.each<[string, () => Decision]>([
    [
      'a decision that fails',
      () => {
        throw new Error('boom');
      },
    ],
    ['an entry about a grant that is no UUID', () => drafts({ ...starting, grant: 'IAM-1234' } as Draft)],
    [
      'an entry about a grant in capitals',
      () => drafts({ ...starting, grant: uuid(950).replace('000', 'ABC') } as Draft),
    ],
    ['an entry with a field too many', () => drafts({ ...starting, data: { ...starting.data, note: 'x' } } as Draft)],
    [
      'an entry with a field missing',
      () =>
        drafts(starting, {
          type: 'step.reopened',
          grant: uuid(950),
          basis: 'confirmed',
          data: { generation: '', step: 'constructor', corrects: undefined as unknown as number },
        }),
    ],
    [
      'an export of a log without a head',
      () => drafts(starting, { ...exported, data: { ...exported.data, head: '' } } as Draft),
    ],
  ])('writes nothing of %s, and goes on', async (_what, decide) => {
    const ledger = open();
    await start(ledger, uuid(900));
    const before = await entries();

    await expect(ledger.change(uuid(950), null, decide)).rejects.toThrow();

    expect(await entries()).toEqual(before);
    expect(await db.grants.get(uuid(950))).toBeUndefined();
    await confirm(ledger, uuid(900), 'check');
    await expectSound();
  });

  test('writes no entry where the grant cannot be written, and no grant where an entry cannot', async () => {
    const ledger = open();
    await start(ledger, uuid(900));
    const before = [await entries(), await db.grants.toArray()];
    const fail = () => {
      throw new Error('a fault of ours');
    };
    const full = () => {
      throw new DOMException('Encountered full disk.', 'QuotaExceededError');
    };
    const noSpace = { ok: false, message: expect.stringMatching(/^The disk is full.* Nothing was written\./) };

    db.grants.hook('updating', fail);
    await expect(confirm(ledger, uuid(900), 'check')).rejects.toThrow();
    db.grants.hook('updating').unsubscribe(fail);
    db.entries.hook('creating', full);
    expect(await confirm(ledger, uuid(900), 'check')).toEqual(noSpace);
    db.entries.hook('creating').unsubscribe(full);
    db.grants.hook('updating', full);
    expect(await confirm(ledger, uuid(900), 'check')).toEqual(noSpace);
    db.grants.hook('updating').unsubscribe(full);

    expect([await entries(), await db.grants.toArray()]).toEqual(before);
    await confirm(ledger, uuid(900), 'check');
    expect(await entries()).toHaveLength(3);
    await expectSound();
  });

  test('names Grantbook where it cannot be read who acts', async () => {
    await start(open({ actor: () => Promise.reject(new Error('storage')) }), uuid(900));

    const [, entry] = await entries();
    expect(entry && actorOf(entry)).toEqual({ name: 'Grantbook', email: '' });
  });

  test.each<[string, Partial<LedgerContext>]>([
    ['it cannot be read who acts', { actor: () => Promise.reject(new Error('storage')) }],
    ['nobody said who they are', { actor: async () => null }],
  ])('refuses what an admin says where %s, and writes what was seen', async (_what, context) => {
    await start(open(), uuid(900));
    const ledger = open(context);
    const seen: Draft = {
      type: 'role.seen',
      grant: uuid(900),
      basis: 'observed',
      data: { generation: 'members', page: 'team', url: 'https://app.rudderstack.com/', role: 'Admin', previous: '' },
    };
    const imported: Draft = { type: 'keys.settled', grant: uuid(900), basis: 'confirmed', data: { needed: true } };

    expect(await confirm(ledger, uuid(900), 'check')).toEqual({
      ok: false,
      message: expect.stringMatching(/^Nothing was written: Grantbook cannot read who you are/),
    });
    expect(await ledger.append([imported])).toMatchObject({ ok: false });
    expect(await ledger.change(uuid(900), null, () => drafts(seen))).toMatchObject({ ok: true });

    const [, , entry] = await entries();
    expect(entry && [entry.type, actorOf(entry).name]).toEqual(['role.seen', 'Grantbook']);
    await expectSound();
  });

  test('writes nothing where the remembered head cannot be read', async () => {
    await expect(start(open({ readHead: () => Promise.reject(new Error('storage')) }), uuid(900))).rejects.toThrow();

    expect(await entries()).toEqual([]);
  });

  test('stays sound under any commands that come together, with the background killed in between', async () => {
    const command = fc.record({
      grant: fc.constantFrom(uuid(900), uuid(901), uuid(902)),
      act: fc.constantFrom('start', 'confirm', 'reopen', 'export', 'restart'),
      name: fc.constantFrom('check', 'send', 'constructor'),
    });

    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 12 }), async (commands) => {
        db = new GrantbookDb(`test-${++made}`);
        head = null;
        let ledger = open();

        await Promise.all(
          commands.map(({ grant, act, name }) => {
            if (act === 'restart') ledger = open();
            if (act === 'start') return start(ledger, grant);
            if (act === 'confirm') return confirm(ledger, grant, name);
            if (act === 'reopen') return reopen(ledger, grant, name);
            return ledger.append([exported]);
          }),
        );

        await expectSound();
        await db.delete();
      }),
      { numRuns: 25 },
    );
  }, 30_000);
});

describe('append', () => {
  test('chains entries of no grant, and begins the log where it is empty', async () => {
    const ledger = open();

    await ledger.append([exported]);
    await start(ledger, uuid(900));
    await ledger.append([exported, exported]);

    expect(types(await entries())).toEqual([
      'log.created',
      'log.exported',
      'grant.started',
      'log.exported',
      'log.exported',
    ]);
    await expectSound();
  });
});

describe('the remembered head', () => {
  test('is saved once the entries are committed, and only ever moves on', async () => {
    const seen: number[] = [];
    const ledger = open({
      saveHead: async (next) => {
        seen.push(await db.entries.count());
        head = next;
        heads.push(next);
      },
    });

    await Promise.all(Array.from({ length: 8 }, (_, i) => start(ledger, uuid(900 + i))));

    const last = (await entries()).at(-1);
    expect(head).toEqual({ seq: 9, hash: last?.hash });
    expect(heads.map(({ seq }) => seq)).toEqual([...heads.map(({ seq }) => seq)].sort((a, b) => a - b));
    expect(heads.every(({ seq }, index) => (seen[index] ?? 0) >= seq)).toBe(true);
  });

  test('is not taken back where an earlier save takes longer', async () => {
    const waits = [15, 5, 0];
    const ledger = open({
      saveHead: async (next) => {
        await new Promise((resolve) => setTimeout(resolve, waits.shift()));
        head = next;
      },
    });

    await Promise.all([start(ledger, uuid(900)), start(ledger, uuid(901)), start(ledger, uuid(902))]);

    expect(head?.seq).toBe(4);
  });

  test('that cannot be saved loses no entry and stops no later one', async () => {
    let broken = true;
    const ledger = open({
      saveHead: async (next) => {
        if (broken) throw new Error('QuotaExceededError');
        head = next;
      },
    });

    const written = await start(ledger, uuid(900));
    broken = false;
    await confirm(ledger, uuid(900), 'check');

    expect(written.ok).toBe(true);
    expect(head).toMatchObject({ seq: 3 });
    await expectSound();
  });

  test('may lag behind after a crash: the log goes on, and says nothing of a loss', async () => {
    await start(open(), uuid(900));
    void confirm(open({ saveHead: () => new Promise(() => {}) }), uuid(900), 'check');
    await vi.waitFor(async () => expect(await entries()).toHaveLength(3));
    expect(head).toMatchObject({ seq: 2 });

    await confirm(open(), uuid(900), 'send');

    expect(types(await entries())).toEqual(['log.created', 'grant.started', 'step.confirmed', 'step.confirmed']);
    await expectSound();
  });

  test('may be lost: the log goes on, and the head is remembered anew', async () => {
    await start(open(), uuid(900));
    head = null;

    await confirm(open(), uuid(900), 'check');

    expect(types(await entries())).toEqual(['log.created', 'grant.started', 'step.confirmed']);
    expect(head).toMatchObject({ seq: 3 });
    await expectSound();
  });
});

describe('a database that was lost, rolled back or replaced', () => {
  const created = (list: AnyEntry[]) => list.filter((entry) => entry.type === 'log.created');

  async function grow(): Promise<Head> {
    const ledger = open();
    await start(ledger, uuid(900));
    for (const name of ['a', 'b', 'c']) await confirm(ledger, uuid(900), name);
    return head as unknown as Head;
  }

  test('is named by the log that begins after it', async () => {
    const old = await grow();
    await db.delete();
    db = new GrantbookDb(db.name);

    await start(open(), uuid(901));

    expect(await entries()).toMatchObject([
      {
        seq: old.seq + 1,
        prev: old.hash,
        type: 'log.created',
        data: {
          reason: `The log reached entry ${old.seq} and was gone when this one began.`,
          previous: old.hash,
          lost: { log: old.log, after: 0, upTo: old.seq },
        },
      },
      { seq: old.seq + 2, type: 'grant.started' },
    ]);
    expect(head).toMatchObject({ seq: old.seq + 2 });
    expect(verifyChain(await entries())).toMatchObject({ ok: true, count: 2, lost: [{ from: 1, to: old.seq }] });
    await expectSound();
  });

  test('is named where it was emptied under a background that goes on', async () => {
    const ledger = open();
    await start(ledger, uuid(900));
    await confirm(ledger, uuid(900), 'check');
    const old = head as unknown as Head;
    await Promise.all([db.entries.clear(), db.grants.clear()]);

    await start(ledger, uuid(901));

    expect(created(await entries())).toMatchObject([{ seq: 4, data: { previous: old.hash } }]);
    expect(head).toMatchObject({ seq: 5 });
    await expectSound();
  });

  test('is named where it was rolled back to an earlier state', async () => {
    const old = await grow();
    const early = (await entries()).slice(0, 3);
    await db.entries.where('seq').above(3).delete();
    await db.grants.bulkPut([...projectAll(early).values()].map(storedGrant));
    expect(verifyChain(await entries(), old)).toMatchObject({ ok: false, fault: 'short' });

    await confirm(open(), uuid(900), 'd');

    expect((await entries()).slice(3)).toMatchObject([
      {
        seq: 6,
        prev: old.hash,
        type: 'log.created',
        grant: null,
        data: { reason: 'The log reached entry 5 and ended at entry 3 when it went on.', previous: old.hash },
      },
      { seq: 7, type: 'step.confirmed' },
    ]);
    expect(head).toMatchObject({ seq: 7 });
    await expectSound();
  });

  test('is named where another log stands in its place', async () => {
    const old = await grow();
    const other = await entries();
    await db.delete();
    db = new GrantbookDb(db.name);
    head = null;
    for (const id of [910, 911, 912, 913, 914]) await start(open(), uuid(id));
    head = old;
    expect(other).toHaveLength(5);

    await confirm(open(), uuid(910), 'x');

    expect((await entries()).slice(6)).toMatchObject([
      {
        type: 'log.created',
        data: { reason: 'Entry 5 was not the one that was remembered when the log went on.', previous: old.hash },
      },
      { type: 'step.confirmed' },
    ]);
    await expectSound();
  });

  test('is named once, also by commands that come together', async () => {
    await grow();
    await db.entries.where('seq').above(3).delete();
    await db.grants.bulkPut([...projectAll(await entries()).values()].map(storedGrant));
    const ledger = open();

    await Promise.all(['d', 'e', 'f'].map((name) => confirm(ledger, uuid(900), name)));
    await confirm(open(), uuid(900), 'g');

    expect(created(await entries())).toHaveLength(2);
    await expectSound();
  });
});

test('keeps its data from one opening to the next, and no other copy of the database', async () => {
  await start(open(), uuid(900));
  db.close();

  const again = new GrantbookDb(db.name);

  expect(await again.entries.count()).toBe(2);
  expect(await again.grants.where({ email: form.email }).count()).toBe(1);
  again.close();
  expect((await Dexie.getDatabaseNames()).filter((name) => name === db.name)).toHaveLength(1);
  db = new GrantbookDb(db.name);
});
