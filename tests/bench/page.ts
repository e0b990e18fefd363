import { sha256 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';
import { countDueToday } from '@/lib/background/due-grants';
import { advise, noConditions } from '@/lib/domain/advice';
import type { Grant } from '@/lib/domain/grant/grant';
import type { RosterRow } from '@/lib/domain/grant/page-facts';
import { project } from '@/lib/domain/grant/projection';
import { type Seal, seal } from '@/lib/domain/log/chain';
import type { AnyEntry, Draft } from '@/lib/domain/log/entry';
import { compareRoster } from '@/lib/domain/review/findings';
import { verifyLog } from '@/lib/log/verify';
import { GrantbookDb } from '@/lib/storage/db';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { openLedger } from '@/lib/storage/ledger';
import { vendors } from '@/lib/vendors/registry';
import { typicalDrafts } from '../support/typical-drafts';
import { exportIds, timeExport } from './export-page';
import { median } from './line';

const actor = { name: 'Dana Whitfield', email: 'dana.whitfield@acme.example' };
const uuid = (index: number) => `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
const draftsOf = (index: number) => typicalDrafts(uuid(index + 1), index);

/** A log of so many grants, handed over a thousand grants at a time. */
function* logOf(
  grants: number,
  drafts: (index: number) => readonly Draft[] = draftsOf,
): Generator<{ entries: AnyEntry[]; grants: Grant[] }> {
  let last: Seal['last'] = null;
  let count = 0;
  const salt = () => crypto.getRandomValues(new Uint8Array(16));
  const write = (draft: Draft): AnyEntry => {
    count += 1;
    const now = new Date(Date.UTC(2025, 0, 1) + count * 60_000);
    const entry = seal(draft, { last, now, actor, uuid: () => uuid(0xf0_0000_0000 + count), salt });
    last = { seq: entry.seq, hash: entry.hash };
    return entry;
  };
  let entries = [
    write({
      type: 'log.created',
      grant: null,
      basis: 'recorded',
      data: { log: uuid(0), reason: 'Bench.', previous: null },
    }),
  ];
  let done: Grant[] = [];
  for (let index = 0; index < grants; index += 1) {
    let grant: Grant | undefined;
    for (const draft of drafts(index)) {
      const entry = write(draft);
      entries.push(entry);
      grant = project(grant, entry);
    }
    if (grant) done.push(grant);
    if (done.length < 1000 && index + 1 < grants) continue;
    yield { entries, grants: done };
    entries = [];
    done = [];
  }
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Rounds before anything is measured: the first ones compile. */
const rounds = 20;

/** What the bench asks of a page of the extension's origin. Times are in ms. */
const bench = {
  /** Fills the extension's own database. */
  async fill(grants: number): Promise<{ entries: number }> {
    const db = new GrantbookDb();
    let entries = 0;
    for (const part of logOf(grants)) {
      await db.transaction('rw', [db.entries, db.grants, db.chains], async () => {
        await db.entries.bulkAdd(part.entries);
        await db.grants.bulkAdd(part.grants.map(storedGrant));
        if (entries === 0) await db.chains.put({ from: 1, log: uuid(0), previous: null, key: null });
      });
      entries += part.entries.length;
    }
    db.close();
    return { entries };
  },

  /** Fills the extension's own database with open grants of one vendor, and with closed ones beside them. */
  async fillClosed(open: number, closed: number): Promise<void> {
    const db = new GrantbookDb();
    const seen = { generation: 'members', page: 'members', url: 'https://app.rudderstack.com/settings' };
    const found = { basis: 'observed', data: { ...seen, role: 'Read-Only', words: 'Active' } } as const;
    for (const part of logOf(open + closed, (index) => {
      const id = uuid(index + 1);
      const [started] = typicalDrafts(id, index) as [Extract<Draft, { type: 'grant.started' }>];
      const start = { ...started, data: { ...started.data, vendor: 'rudderstack', accessEnds: null } };
      if (index < open) return [start, { ...found, type: 'invitation.seen', grant: id }];
      const gone = { type: 'removal.seen', grant: id, basis: 'observed', data: { ...seen, roster: 1 } } as const;
      return [start, { ...found, type: 'acceptance.seen', grant: id }, gone];
    }))
      await db.transaction('rw', [db.entries, db.grants, db.chains], async () => {
        await db.entries.bulkAdd(part.entries);
        await db.grants.bulkAdd(part.grants.map(storedGrant));
        await db.chains.put({ from: 1, log: uuid(0), previous: null, key: null });
      });
    db.close();
  },

  /** What the badge counts; the median of so many times. */
  async badge(times: number): Promise<number> {
    const taken: number[] = [];
    for (let round = 0; round < times; round += 1) taken.push(await timed(() => countDueToday(new Date())));
    return median(taken);
  },

  /**
   * One entry after another through the ledger, against the same rows put into raw IndexedDB with the same durability. `start`: each
   * entry starts a grant, which also looks for open grants of the person; otherwise each confirms a step of a grant that is there.
   * `bare`: what the ledger asks of the database, asked by hand: one grant and the last entry are read, both rows written with all their indexes.
   */
  async append(times: number, start: boolean): Promise<{ measured: number; bare: number; yardstick: number }> {
    const db = new GrantbookDb();
    let head: { seq: number; hash: string } | null = null;
    const ledger = openLedger({
      db,
      now: () => new Date(),
      uuid: () => crypto.randomUUID(),
      salt: () => crypto.getRandomValues(new Uint8Array(16)),
      actor: async () => actor,
      readHead: async () => head,
      saveHead: async (next) => {
        head = next;
      },
    });
    const [starting, , confirming] = draftsOf(9_999_999) as [Draft, Draft, Draft];
    const grants = start ? [] : await db.grants.limit(times + rounds).primaryKeys();
    const raw = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('bench-raw', 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore('rows', { keyPath: 'seq' });
        for (const { name, schema } of [db.entries, db.grants]) {
          const copy = opening.result.createObjectStore(name, { keyPath: schema.primKey.keyPath ?? null });
          for (const { name: index, keyPath, unique } of schema.indexes)
            copy.createIndex(index, keyPath ?? '', { unique: Boolean(unique) });
        }
      };
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const put = (row: object) =>
      new Promise<void>((resolve, reject) => {
        const writing = raw.transaction('rows', 'readwrite', { durability: 'strict' });
        writing.objectStore('rows').put(row);
        writing.oncomplete = () => resolve();
        writing.onerror = () => reject(writing.error);
      });
    const write = (entry: object, grant: object, id: string) =>
      new Promise<void>((resolve, reject) => {
        const writing = raw.transaction(['entries', 'grants'], 'readwrite', { durability: 'strict' });
        const entries = writing.objectStore('entries');
        writing.objectStore('grants').get(id);
        entries.openCursor(null, 'prev').onsuccess = () => {
          entries.add(entry);
          writing.objectStore('grants').put(grant);
        };
        writing.oncomplete = () => resolve();
        writing.onerror = () => reject(writing.error);
      });
    const measured: number[] = [];
    const bare: number[] = [];
    const yardstick: number[] = [];
    // In turn: what else the machine does meets both.
    for (let index = 0; index < times + rounds; index += 1) {
      const grant = grants[index % Math.max(1, grants.length)] ?? crypto.randomUUID();
      const decided = { ok: true as const, drafts: [{ ...(start ? starting : confirming), grant }] };
      const email = `person${index}@partner${index % 97}.example`;
      measured.push(
        await timed(() => ledger.change(grant, start ? { vendor: 'rudderstack', email } : null, () => decided)),
      );
      const row = (await db.entries.orderBy('seq').last()) ?? {};
      yardstick.push(await timed(() => put(row)));
      const changed = (await db.grants.get(grant)) ?? { id: grant };
      bare.push(await timed(() => write(row, changed, grant)));
    }
    db.close();
    raw.close();
    indexedDB.deleteDatabase('bench-raw');
    const middle = (taken: number[]) => median(taken.slice(rounds));
    return { measured: middle(measured), bare: middle(bare), yardstick: middle(yardstick) };
  },

  /** `Verify log` over entries in memory, against SHA-256 of the same bytes. */
  async verify(entries: number): Promise<{ measured: number; yardstick: number }> {
    const log = [...logOf(Math.ceil(entries / 8))].flatMap((part) => part.entries).slice(0, entries);
    const bytes = log.flatMap(({ hash: _hash, personal, ...chained }) => [
      new TextEncoder().encode(canonicalize(chained)),
      ...Object.values(personal).map(({ salt, value }) => new TextEncoder().encode(salt.slice(0, 16) + value)),
    ]);
    const head = log.at(-1) ?? null;
    const read = async (after: number, limit: number) => log.slice(after, after + limit);
    const verifying = async () => {
      const verdict = await verifyLog({ head, read }, () => {}, new AbortController().signal);
      if (!verdict.ok) throw new Error(verdict.message);
    };
    const hashing = () => {
      for (const part of bytes) sha256(part);
    };
    // The first round compiles.
    await verifying();
    hashing();
    return { measured: await timed(verifying), yardstick: await timed(hashing) };
  },

  exportIds: async () => exportIds,
  timeExport,

  /** `advise` on the model with the most permissions, for every other one of them, against writing that model as JSON. */
  advise(times: number): { permissions: number; measured: number; yardstick: number } {
    const models = vendors.flatMap(({ generations }) => generations.map(({ model }) => model));
    const model = models.reduce((most, each) => (each.permissions.length > most.permissions.length ? each : most));
    const plan = 'enterprise';
    const need = model.permissions.filter(({ inScope }, at) => inScope && at % 2 === 0).map(({ id }) => id);
    const middle = (work: () => unknown) => {
      const took = Array.from({ length: times }, () => {
        const start = performance.now();
        for (let turn = 0; turn < 10; turn += 1) work();
        return (performance.now() - start) / 10;
      });
      return took.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
    };
    return {
      permissions: model.permissions.length,
      measured: middle(() => advise(need, model, { ...noConditions, plan })),
      yardstick: middle(() => JSON.stringify(model)),
    };
  },

  /**
   * A complete list of so many members against every grant of the log, as the review does it, against one look into a `Map` per member.
   * Nine in ten of them are in the log; `read`: gathering the grants before.
   */
  async compare(members: number): Promise<{ read: number; findings: number; measured: number; yardstick: number }> {
    const db = new GrantbookDb();
    let grants: Grant[] = [];
    const read = await timed(async () => {
      grants = await db.grants.toArray();
    });
    db.close();
    const theirs = grants.filter(({ vendor }) => vendor === 'rudderstack');
    const rows = Array.from({ length: members }, (_, index): RosterRow => {
      const known = index % 10 === 0 ? undefined : theirs[Math.floor((index * theirs.length) / members)]?.email;
      const email = known ?? `stranger${index}@elsewhere.example`;
      const roles = [index % 50 ? 'Member' : 'Admin'];
      return { email, name: `Person ${index}`, roles, status: 'active', words: 'Active', access: null };
    });
    const roster = { rows, seen: members, claimed: members, complete: true, hidden: [] };
    const byEmail = new Map(grants.map((grant) => [grant.email, grant]));
    let findings = 0;
    const comparing = () => {
      findings = compareRoster({ vendor: 'rudderstack', roster }, grants, new Date()).length;
    };
    const looking = () => {
      let found = 0;
      for (const { email } of rows) if (byEmail.has(email)) found += 1;
      return found;
    };
    const middle = async (work: () => unknown) => {
      const times: number[] = [];
      for (let round = 0; round < 9; round += 1) times.push(await timed(work));
      return times.sort((a, b) => a - b)[4] ?? 0;
    };
    return { read, measured: await middle(comparing), yardstick: await middle(looking), findings };
  },

  /** Dexie reading 100 rows: the yardstick of the log page. */
  async read100(): Promise<number> {
    const db = new GrantbookDb();
    await db.open();
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1)
      times.push(await timed(() => db.grants.orderBy('last.seq').reverse().limit(100).toArray()));
    db.close();
    return times.sort((a, b) => a - b)[2] ?? 0;
  },
};
Object.assign(globalThis, { bench });
export type Bench = typeof bench;
