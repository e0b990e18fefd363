import type { Decision } from '@/lib/domain/grant/decide';
import { type Grant, isOpen } from '@/lib/domain/grant/grant';
import { project } from '@/lib/domain/grant/projection';
import { type Actor, checker, longestGap, seal } from '@/lib/domain/log/chain';
import { checkpointText, type Signer } from '@/lib/domain/log/checkpoint';
import { type AnyEntry, type Draft, Entry } from '@/lib/domain/log/entry';
import type { Head } from '@/lib/domain/log/head';
import { namesPerson, type Person } from '@/lib/domain/values/person';
import type { GrantbookDb } from './db';
import { type Forgotten, forget, type ToForget } from './forget';
import { storedGrant } from './indexed-grant';
import { writeRefusal } from './write-refusal';

/** Holds what the ledger needs from outside: the clock, randomness, who acts, and where the head is remembered. */
export interface LedgerContext {
  db: GrantbookDb;
  now: () => Date;
  uuid: () => string;
  salt: () => Uint8Array;
  /** Says who acts; null where nobody said who they are. */
  actor: () => Promise<Actor | null>;
  readHead: () => Promise<Head | null>;
  saveHead: (head: Head) => Promise<void>;
  /** Told when the log goes on after entries were lost: the head that is gone, and how many entries were found. */
  lost?: (head: Head, found: number) => Promise<void>;
  /** Told what was appended, as soon as it is durable. */
  written?: (entries: readonly Entry[]) => void;
}

/** Somebody at a vendor. `email`: as the log writes it (`normalEmail`). */
interface PersonAt {
  vendor: string;
  email: string;
}

/**
 * Holds what a decision is made on, as it stands inside the transaction: the grant, and the other open grants of the
 * person who was named.
 */
interface Standing {
  grant: Grant | undefined;
  open: Grant[];
}

type Written = { ok: true; grant: Grant | undefined; entries: Entry[] } | { ok: false; message: string };

/**
 * The log's one writer. Decisions are made and entries chained inside one transaction: a repeated command writes
 * nothing twice.
 */
export interface Ledger {
  /**
   * Decides on a grant as it stands, appends what was decided and updates its projection. Acknowledged means durable.
   * `person`: whose open grants the decision depends on; null where it depends on none, and none are read.
   */
  change(grantId: string, person: PersonAt | null, decide: (standing: Standing) => Decision): Promise<Written>;
  /** Appends entries that follow from no grant as it stands. A grant that is already there is not imported again. */
  append(drafts: readonly Draft[]): Promise<{ ok: true; entries: Entry[] } | { ok: false; message: string }>;
  /**
   * Has the device's key sign the log as it stands, and appends that. One key signs one log: where another device
   * signed this one, a new log begins first. Null while the log is empty.
   */
  checkpoint(signer: Signer): Promise<{ ok: true; entry: Entry } | { ok: false; message: string } | null>;
  /** Deletes personal values everywhere and appends that it was done, in one transaction. */
  forget(
    what: ToForget,
    because: 'asked' | 'retention',
  ): Promise<({ ok: true } & Forgotten) | { ok: false; message: string }>;
}

const noActor: Actor = { name: 'Grantbook', email: '' };

export function openLedger(context: LedgerContext): Ledger {
  const { db } = context;
  const tables = [db.entries, db.grants, db.chains];

  /**
   * Tells whether the log neither holds the entry that is remembered as its last nor tells already that it is gone.
   * Heads are remembered late, so older ones are no loss.
   */
  async function isLost(last: AnyEntry | undefined, remembered: Head | null): Promise<boolean> {
    // A head out of all proportion was never this log's; a notice tells of it.
    if (!remembered || remembered.seq - (last?.seq ?? 0) > longestGap) return false;
    const there = remembered.seq === last?.seq ? last : await db.entries.get(remembered.seq);
    if (there?.hash === remembered.hash) return false;
    return !(await db.chains.toArray()).some(({ previous }) => previous === remembered.hash);
  }

  const lastEntry = () => db.entries.orderBy('seq').last();

  /**
   * Chains drafts after the last entry. Runs inside the caller's transaction; hashing is synchronous so that it stays
   * open.
   */
  async function sealed(
    drafts: readonly Draft[],
    actor: Actor,
    remembered: Head | null,
    last: AnyEntry | undefined,
  ): Promise<Entry[]> {
    const lost = (await isLost(last, remembered)) ? remembered : null;
    const place = { now: context.now(), actor, uuid: context.uuid, salt: context.salt };
    const first: Draft[] = last && !lost ? [] : [creation(context.uuid(), last?.seq ?? 0, lost)];
    const entries: Entry[] = [];
    let tail = last ? { seq: last.seq, hash: last.hash } : null;
    // The numbers of lost entries stay free: a backup that is restored closes the chain again.
    if (lost && lost.seq > (last?.seq ?? 0)) tail = { seq: lost.seq, hash: lost.hash };
    for (const draft of [...first, ...drafts]) {
      const entry = seal(draft, { ...place, last: tail });
      // What does not parse could never be verified again: better to refuse the command than to spoil the log.
      if (!Entry.safeParse(entry).success) throw new Error(`${draft.type} does not fit into the log`);
      entries.push(entry);
      tail = { seq: entry.seq, hash: entry.hash };
    }
    return entries;
  }

  /** Stores entries. What is asked of the database together takes one way there and back, not one each. */
  async function store(entries: readonly Entry[]): Promise<void> {
    const begun = entries.flatMap((entry) => (entry.type === 'log.created' ? [entry] : []));
    await Promise.all([
      db.entries.bulkAdd([...entries]),
      ...begun.map(({ seq, data: { log, previous } }) => db.chains.put({ from: seq, log, previous, key: null })),
    ]);
  }

  async function chain(drafts: readonly Draft[], actor: Actor, remembered: Head | null): Promise<Entry[]> {
    const entries = await sealed(drafts, actor, remembered, await lastEntry());
    await store(entries);
    return entries;
  }

  let head: Promise<Head | null> = Promise.resolve(null);

  /** One after the other, and never back to an earlier entry of the same log. */
  async function remember(entries: readonly Entry[], remembered: Head | null): Promise<void> {
    const last = entries.at(-1);
    if (!last) return;
    const begun = entries.some(({ type }) => type === 'log.created');
    const found = remembered && foundAfterLoss(entries, remembered);
    if (remembered && found !== null) await context.lost?.(remembered, found).catch(() => {});
    const log = entries.reduce((id, entry) => (entry.type === 'log.created' ? entry.data.log : id), remembered?.log);
    head = head.then(async (saved) => {
      if (saved && saved.seq >= last.seq && !begun) return saved;
      const next = { seq: last.seq, hash: last.hash, ...(log === undefined ? {} : { log }) };
      try {
        await context.saveHead(next);
      } catch {
        // The entries are on disk all the same; the next ones bring a newer head.
        return saved;
      }
      return next;
    });
    await head;
    context.written?.(entries);
  }

  /** `named`: whether somebody is known to act. What Grantbook sees or does itself is its own word where nobody is. */
  async function surroundings(): Promise<[Actor, Head | null, boolean]> {
    const [actor, remembered] = await Promise.all([context.actor().catch(() => null), context.readHead()]);
    return [actor ?? noActor, remembered, actor !== null];
  }

  return {
    async change(grantId, person, decide) {
      const [actor, remembered, named] = await surroundings();
      try {
        const written = await db.transaction('rw', tables, async (): Promise<Written> => {
          const [grant, open, last] = await Promise.all([
            db.grants.get(grantId),
            person ? openGrants(person, grantId) : [],
            lastEntry(),
          ]);
          const decision = decide({ grant, open });
          if (!decision.ok) return decision;
          if (decision.drafts.length === 0) return { ok: true, grant, entries: [] };
          if (!named && decision.drafts.some(isSaid)) return { ok: false, message: unnamed };
          const entries = await sealed(decision.drafts, actor, remembered, last);
          const next = entries.filter((entry) => entry.grant === grantId).reduce(project, grant);
          await Promise.all([store(entries), next && db.grants.put(storedGrant(next))]);
          return { ok: true, grant: next, entries };
        });
        if (written.ok) await remember(written.entries, remembered);
        return written;
      } catch (error) {
        return refused(error);
      }
    },

    async append(drafts) {
      const [actor, remembered, named] = await surroundings();
      if (!named && drafts.some(isSaid)) return { ok: false, message: unnamed };
      try {
        const entries = await db.transaction('rw', tables, async () => {
          const there = await imported(drafts);
          const due = drafts.filter((draft) => !there.has(draft));
          if (due.length === 0) return [];
          const written = await chain(due, actor, remembered);
          for (const entry of written) {
            if (entry.grant === null) continue;
            const next = project(await db.grants.get(entry.grant), entry);
            if (next) await db.grants.put(storedGrant(next));
          }
          return written;
        });
        await remember(entries, remembered);
        return { ok: true, entries };
      } catch (error) {
        return refused(error);
      }
    },

    async checkpoint({ key, sign }) {
      const [actor, remembered] = await surroundings();
      // Signing takes its time outside of any transaction; what was appended meanwhile is signed next time round.
      for (let attempt = 0; attempt < 10; attempt += 1) {
        const [last, current] = await Promise.all([db.entries.orderBy('seq').last(), db.chains.orderBy('from').last()]);
        if (!last || !current) return null;
        const fault = await faultSinceCheckpoint();
        if (fault !== null) return { ok: false, message: `Nothing was signed: the log was changed. ${fault}` };
        const says = { log: current.log, entries: last.seq, head: last.hash };
        const data = { ...says, key, signature: await sign(checkpointText(says)) };
        try {
          const entries = await db.transaction('rw', tables, async () => {
            const now = await db.entries.orderBy('seq').last();
            if (await isLost(now, remembered)) return chain([], actor, remembered);
            if (now?.hash !== last.hash) return [];
            if (current.key !== null && current.key !== key)
              return chain([otherDevice(context.uuid(), last)], actor, null);
            await db.chains.update(current.from, { key });
            return chain([{ type: 'log.checkpoint', grant: null, basis: 'recorded', data }], actor, null);
          });
          await remember(entries, remembered);
          const entry = entries.find(({ type }) => type === 'log.checkpoint');
          if (entry) return { ok: true, entry };
        } catch (error) {
          return refused(error);
        }
      }
      return { ok: false, message: 'The log is being written to all the time. Try again in a moment.' };
    },

    async forget(what, because) {
      const [actor, remembered] = await surroundings();
      let entries: Entry[] = [];
      try {
        const forgotten = await forget(db, what, async (data) => {
          entries = await chain(
            [{ type: 'person.forgotten', grant: null, basis: 'recorded', data: { because, ...data } }],
            // Who forgets themselves is not named again.
            'person' in what && isSame(actor, what.person) ? noActor : actor,
            remembered,
          );
        });
        await remember(entries, remembered);
        return { ok: true, ...forgotten };
      } catch (error) {
        return refused(error);
      }
    },
  };

  /** Verifies what stands after the last checkpoint, and that one itself; a sentence where it does not hold. */
  async function faultSinceCheckpoint(): Promise<string | null> {
    const signed = await db.entries.where('type').equals('log.checkpoint').last();
    const before = signed && (await db.entries.where('seq').below(signed.seq).last());
    const check = checker(before ? { seq: before.seq, hash: before.hash } : null);
    const entries = await db.entries
      .where('seq')
      .aboveOrEqual(signed?.seq ?? 0)
      .toArray();
    for (const entry of entries) {
      const bad = check.next(entry);
      if (bad) return bad.message;
    }
    return null;
  }

  /** The accounts among drafts that are in the log: under the same id, or for the same person under the same ticket. */
  async function imported(drafts: readonly Draft[]): Promise<ReadonlySet<Draft>> {
    const accounts = drafts.flatMap((draft) => (draft.type === 'grant.imported' ? [draft] : []));
    const [byId, byEmail] = await Promise.all([
      db.grants.bulkGet(accounts.map(({ grant }) => grant ?? '')),
      db.grants
        .where('email')
        .anyOf(accounts.map(({ data }) => data.email))
        .toArray(),
    ]);
    const keyOf = ({ vendor, ticket, email }: { vendor: string; ticket: string; email: string | null }) =>
      JSON.stringify([vendor, ticket, email]);
    const known = new Set(byEmail.map(keyOf));
    return new Set(accounts.filter(({ data }, index) => byId[index] !== undefined || known.has(keyOf(data))));
  }

  async function openGrants({ vendor, email }: PersonAt, except: string): Promise<Grant[]> {
    // Read at once and sorted out here: a filter in the query goes there and back for every grant.
    const theirs = await db.grants.where({ email }).toArray();
    return theirs.filter((one) => one.vendor === vendor && isOpen(one) && one.id !== except);
  }
}

/**
 * Says how many entries were found where the log began anew because the remembered one is gone; null where it did not,
 * or another device goes on with it.
 */
function foundAfterLoss(entries: readonly Entry[], remembered: Head): number | null {
  for (const entry of entries) {
    if (entry.type !== 'log.created' || entry.data.previous !== remembered.hash) continue;
    if (entry.data.lost) return entry.data.lost.after;
    if (entry.prev !== remembered.hash) return entry.seq - 1;
  }
  return null;
}

/** Tells whether an admin says it, who then has to be known. */
const isSaid = ({ basis }: Draft) => basis === 'confirmed';

const unnamed =
  'Nothing was written: Grantbook cannot read who you are, and every entry that you make names you. Say it in the popup or the options, then do it again.';

const isSame = (actor: Actor, person: Person) => namesPerson(actor.email, person) || namesPerson(actor.name, person);

/** Refuses in words what space forbids; throws anything else, which is a fault of ours. */
function refused(error: unknown): { ok: false; message: string } {
  const message = writeRefusal(error);
  if (message === null) throw error;
  return { ok: false, message };
}

/** The log goes on under another key: one key signs one log. */
function otherDevice(log: string, last: { hash: string }): Draft {
  const reason = 'The log goes on here with the key of another device.';
  return { type: 'log.created', grant: null, basis: 'recorded', data: { log, reason, previous: last.hash } };
}

/**
 * The entry with which a log begins, or goes on after entries were lost that are remembered: it names the last of
 * those.
 */
function creation(log: string, count: number, lost: Head | null): Draft {
  const gap = lost && lost.seq > count ? { lost: { log: lost.log ?? null, after: count, upTo: lost.seq } } : {};
  const reason = lost ? lossOf(lost, count) : 'The log begins here.';
  return {
    type: 'log.created',
    grant: null,
    basis: 'recorded',
    data: { log, reason, previous: lost?.hash ?? null, ...gap },
  };
}

function lossOf({ seq }: Head, count: number): string {
  if (count === 0) return `The log reached entry ${seq} and was gone when this one began.`;
  return count < seq
    ? `The log reached entry ${seq} and ended at entry ${count} when it went on.`
    : `Entry ${seq} was not the one that was remembered when the log went on.`;
}
