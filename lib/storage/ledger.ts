import { type Actor, seal } from '@/lib/domain/chain';
import type { Decision } from '@/lib/domain/decide';
import type { Draft, Entry } from '@/lib/domain/entry';
import { type Grant, isOpen } from '@/lib/domain/grant';
import { project } from '@/lib/domain/projection';
import type { GrantbookDb } from './db';
import type { Head } from './head';

/** What the ledger needs from outside: the clock, randomness, who acts, and where the head is remembered. */
export interface LedgerContext {
  db: GrantbookDb;
  now: () => Date;
  uuid: () => string;
  salt: () => Uint8Array;
  actor: () => Promise<Actor>;
  readHead: () => Promise<Head | null>;
  saveHead: (head: Head) => Promise<void>;
}

/** What a decision is made on: the grant as it stands inside the transaction, and the open grants of its vendor. */
export interface Standing {
  grant: Grant | undefined;
  open: Grant[];
}

export type Written = { ok: true; grant: Grant | undefined; entries: Entry[] } | { ok: false; message: string };

/** The log's one writer. Decisions are made and entries chained inside one transaction: a repeated command writes nothing twice. */
export interface Ledger {
  /** Decides on a grant as it stands, appends what was decided and updates its projection. Acknowledged means durable. */
  change(grantId: string, vendor: string | null, decide: (standing: Standing) => Decision): Promise<Written>;
  /** Appends entries that belong to no grant. */
  append(drafts: Draft[]): Promise<void>;
}

const noActor: Actor = { name: 'Grantbook', email: '' };

export function openLedger(context: LedgerContext): Ledger {
  const { db } = context;

  /** Chains drafts after the last entry. Runs inside the caller's transaction; hashing is synchronous so that it stays open. */
  async function chain(drafts: readonly Draft[], actor: Actor, remembered: Head | null): Promise<Entry[]> {
    const last = await db.entries.orderBy('seq').last();
    const place = { now: context.now(), actor, uuid: context.uuid, salt: context.salt };
    const first: Draft[] = last ? [] : [creation(context.uuid(), remembered)];
    const entries: Entry[] = [];
    let tail = last ? { seq: last.seq, hash: last.hash } : null;
    for (const draft of [...first, ...drafts]) {
      const entry = seal(draft, { ...place, last: tail });
      entries.push(entry);
      tail = { seq: entry.seq, hash: entry.hash };
    }
    await db.entries.bulkAdd(entries);
    return entries;
  }

  let head: Promise<Head | null> = Promise.resolve(null);

  /** One after the other, and never back to an earlier entry. */
  async function remember(entries: readonly Entry[]): Promise<void> {
    const last = entries.at(-1);
    if (!last) return;
    head = head.then(async (saved) => {
      if (saved && saved.seq >= last.seq) return saved;
      const next = { seq: last.seq, hash: last.hash };
      await context.saveHead(next);
      return next;
    });
    await head;
  }

  async function surroundings(): Promise<[Actor, Head | null]> {
    return Promise.all([context.actor().catch(() => noActor), context.readHead()]);
  }

  return {
    async change(grantId, vendor, decide) {
      const [actor, remembered] = await surroundings();
      const written = await db.transaction('rw', db.entries, db.grants, async (): Promise<Written> => {
        const grant = await db.grants.get(grantId);
        const of = vendor ?? grant?.vendor;
        const open = of
          ? (await db.grants.where('vendor').equals(of).toArray()).filter((one) => isOpen(one) && one.id !== grantId)
          : [];
        const decision = decide({ grant, open });
        if (!decision.ok) return decision;
        if (decision.drafts.length === 0) return { ok: true, grant, entries: [] };
        const entries = await chain(decision.drafts, actor, remembered);
        const next = entries.filter((entry) => entry.grant === grantId).reduce(project, grant);
        if (next) await db.grants.put(next);
        return { ok: true, grant: next, entries };
      });
      if (written.ok) await remember(written.entries);
      return written;
    },

    async append(drafts) {
      const [actor, remembered] = await surroundings();
      await remember(await db.transaction('rw', db.entries, () => chain(drafts, actor, remembered)));
    },
  };
}

/** The first entry of a chain. Where a head is remembered but no entry is left, it says that the earlier log was lost. */
function creation(log: string, remembered: Head | null): Draft {
  const reason = remembered
    ? `The log reached entry ${remembered.seq} and was gone when this one began.`
    : 'The log begins here.';
  return {
    type: 'log.created',
    grant: null,
    basis: 'recorded',
    data: { log, reason, previous: remembered?.hash ?? null },
  };
}
