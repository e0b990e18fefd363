import { type Actor, seal } from '@/lib/domain/chain';
import type { Decision } from '@/lib/domain/decide';
import { type Draft, Entry } from '@/lib/domain/entry';
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

/** What a decision is made on: the grant as it stands inside the transaction, and the other open grants of the vendor that was named. */
export interface Standing {
  grant: Grant | undefined;
  open: Grant[];
}

export type Written = { ok: true; grant: Grant | undefined; entries: Entry[] } | { ok: false; message: string };

/** The log's one writer. Decisions are made and entries chained inside one transaction: a repeated command writes nothing twice. */
export interface Ledger {
  /**
   * Decides on a grant as it stands, appends what was decided and updates its projection. Acknowledged means durable. `vendor`: whose
   * open grants the decision depends on; null where it depends on none, and none are read.
   */
  change(grantId: string, vendor: string | null, decide: (standing: Standing) => Decision): Promise<Written>;
  /** Appends entries that belong to no grant. */
  append(drafts: Draft[]): Promise<void>;
}

const noActor: Actor = { name: 'Grantbook', email: '' };

export function openLedger(context: LedgerContext): Ledger {
  const { db } = context;

  /** The head whose loss the log tells of: commands that came with it do not tell of it again. */
  let told: Head | null = null;

  /** Whether the log does not hold the entry that is remembered as its last. Heads are remembered late, so older ones are no loss. */
  async function isLost(last: Entry | undefined, remembered: Head | null): Promise<boolean> {
    if (!remembered || remembered.hash === told?.hash) return false;
    const there = remembered.seq === last?.seq ? last : await db.entries.get(remembered.seq);
    return there?.hash !== remembered.hash;
  }

  /** Chains drafts after the last entry. Runs inside the caller's transaction; hashing is synchronous so that it stays open. */
  async function chain(drafts: readonly Draft[], actor: Actor, remembered: Head | null): Promise<Entry[]> {
    const last = await db.entries.orderBy('seq').last();
    const lost = (await isLost(last, remembered)) ? remembered : null;
    const place = { now: context.now(), actor, uuid: context.uuid, salt: context.salt };
    const first: Draft[] = last && !lost ? [] : [creation(context.uuid(), last?.seq ?? 0, lost)];
    const entries: Entry[] = [];
    let tail = last ? { seq: last.seq, hash: last.hash } : null;
    for (const draft of [...first, ...drafts]) {
      const entry = seal(draft, { ...place, last: tail });
      // What does not parse could never be verified again: better to refuse the command than to spoil the log.
      if (!Entry.safeParse(entry).success) throw new Error(`${draft.type} does not fit into the log`);
      entries.push(entry);
      tail = { seq: entry.seq, hash: entry.hash };
    }
    await db.entries.bulkAdd(entries);
    return entries;
  }

  let head: Promise<Head | null> = Promise.resolve(null);

  /** One after the other, and never back to an earlier entry of the same log. */
  async function remember(entries: readonly Entry[], remembered: Head | null): Promise<void> {
    const last = entries.at(-1);
    if (!last) return;
    const begun = entries.some(({ type }) => type === 'log.created');
    if (begun) told = remembered;
    head = head.then(async (saved) => {
      if (saved && saved.seq >= last.seq && !begun) return saved;
      const next = { seq: last.seq, hash: last.hash };
      try {
        await context.saveHead(next);
      } catch {
        // The entries are on disk all the same; the next ones bring a newer head.
        return saved;
      }
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
        const others = vendor === null ? [] : await db.grants.where('vendor').equals(vendor).toArray();
        const open = others.filter((one) => isOpen(one) && one.id !== grantId);
        const decision = decide({ grant, open });
        if (!decision.ok) return decision;
        if (decision.drafts.length === 0) return { ok: true, grant, entries: [] };
        const entries = await chain(decision.drafts, actor, remembered);
        const next = entries.filter((entry) => entry.grant === grantId).reduce(project, grant);
        if (next) await db.grants.put(next);
        return { ok: true, grant: next, entries };
      });
      if (written.ok) await remember(written.entries, remembered);
      return written;
    },

    async append(drafts) {
      const [actor, remembered] = await surroundings();
      const entries = await db.transaction('rw', db.entries, () => chain(drafts, actor, remembered));
      await remember(entries, remembered);
    },
  };
}

/** The entry with which a log begins, or goes on after entries were lost that are remembered: it names the last of those. */
function creation(log: string, count: number, lost: Head | null): Draft {
  return {
    type: 'log.created',
    grant: null,
    basis: 'recorded',
    data: { log, reason: lost ? lossOf(lost, count) : 'The log begins here.', previous: lost?.hash ?? null },
  };
}

function lossOf({ seq }: Head, count: number): string {
  if (count === 0) return `The log reached entry ${seq} and was gone when this one began.`;
  return count < seq
    ? `The log reached entry ${seq} and ended at entry ${count} when it went on.`
    : `Entry ${seq} was not the one that was remembered when the log went on.`;
}
