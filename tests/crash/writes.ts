import { randomBytes, randomUUID } from 'node:crypto';
import { projectAll } from '@/lib/domain/grant/projection';
import { type Seal, seal } from '@/lib/domain/log/chain';
import type { AnyEntry, Draft } from '@/lib/domain/log/entry';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { wholeLog } from '../support/covers.ts';

/** The database as it is on disk. */
export interface Stored {
  entries: AnyEntry[];
  grants: { id: string; email: string | null }[];
  otherEntries: { log: string; seq: number }[];
  otherGrants: { log: string; id: string }[];
}

/** A write as a page asks the background for it, and how what is stored tells whether it was done. */
export interface Write {
  what: string;
  request: string;
  payload: unknown;
  /** How often it stands in the database; a part of it counts as a part. */
  stands(stored: Stored): number;
  /** Whether sending it again must write nothing more. What is wanted twice, such as a checkpoint, is written twice. */
  once: boolean;
  /** What of the database is lost before it is asked for: entries above a number. The write puts them back. */
  loses?: Loss;
}

/** The database as an older one: entries above a number are gone, and the grants are those of the others. */
export interface Loss {
  above: number;
  grants: readonly object[];
}

export type WriteKind = keyof typeof writes;

/** What is there to write about: grants whose start was acknowledged, and accounts that were imported. */
export interface Cast {
  number: number;
  /** The database as it is now. */
  stored: Stored;
  started: { id: string; email: string }[];
  imported: string[];
}

const count = ({ entries }: Stored, type: string, grant: string) =>
  entries.filter((entry) => entry.type === type && entry.grant === grant).length;

/** A write about a grant that is there; undefined where there is none left that it was not asked for. */
const about = (request: string, type: string, payload: object) => {
  const done = new Set<string>();
  return ({ started }: Cast): Write | undefined => {
    const next = started.find(({ id }) => !done.has(id));
    if (!next) return undefined;
    done.add(next.id);
    return {
      what: request,
      request,
      payload: { grant: next.id, ...payload },
      stands: (stored) => count(stored, type, next.id),
      once: true,
    };
  };
};

/** Another admin's log of three entries. */
function otherLog(log: string): AnyEntry[] {
  const drafts: Draft[] = [
    { type: 'log.created', grant: null, basis: 'recorded', data: { log, reason: 'Theirs.', previous: null } },
    { type: 'keys.settled', grant: randomUUID(), basis: 'confirmed', data: { needed: true } },
    { type: 'keys.settled', grant: randomUUID(), basis: 'confirmed', data: { needed: false } },
  ];
  const entries: AnyEntry[] = [];
  let last: Seal['last'] = null;
  for (const draft of drafts) {
    const actor = { name: 'Ada', email: 'ada@example.com' };
    const entry = seal(draft, { last, now: new Date(), actor, uuid: randomUUID, salt: () => randomBytes(16) });
    entries.push(entry);
    last = entry;
  }
  return entries;
}

/** How many of the last entries are lost and put back. */
const restored = 60;

const hash = () => randomBytes(32).toString('hex');

/** Every kind of write that is killed over, by name. Each call makes another one. */
export const writes = {
  start: ({ number }: Cast): Write => {
    const id = randomUUID();
    const form = {
      ticket: `IAM-${number}`,
      vendor: 'rudderstack',
      email: `person${number}@northwind.example`,
      purpose: 'look',
      scope: ['Production'],
      temporary: false,
      accessEnds: '',
      approvedBy: 'Dana Whitfield',
      reason: 'Crash test',
    };
    const stands = (stored: Stored) => count(stored, 'grant.started', id);
    return { what: 'grant.start', request: 'grant.start', payload: { id, form }, stands, once: true };
  },
  keys: about('keys.settle', 'keys.settled', { needed: true }),
  removal: about('removal.start', 'removal.started', { reason: 'The project ended' }),
  import: ({ number }: Cast): Write => {
    const id = randomUUID();
    const account = {
      vendor: 'logrocket',
      ticket: 'IAM-1',
      email: `account${number}@northwind.example`,
      role: 'Member',
      scope: [],
      since: null,
      accessEnds: null,
      approvedBy: '',
      reason: '',
    };
    const stands = (stored: Stored) => count(stored, 'grant.imported', id);
    const payload = { accounts: [{ id, account }] };
    return { what: 'accounts.import', request: 'accounts.import', payload, stands, once: true };
  },
  review: ({ imported }: Cast): Write | undefined => {
    const grant = imported.at(-1);
    if (grant === undefined) return undefined;
    const payload = { grant, campaign: null, decision: 'keep', reason: `Needed, says the owner ${hash().slice(0, 6)}` };
    const stands = ({ entries }: Stored) =>
      entries.filter((one) => one.type === 'review.decided' && one.personal['data.reason']?.value === payload.reason)
        .length;
    return { what: 'review.decide', request: 'review.decide', payload, stands, once: false };
  },
  checkpoint: (): Write => {
    const before = Date.now();
    const stands = ({ entries }: Stored) =>
      Math.min(1, entries.filter(({ type, at }) => type === 'log.checkpoint' && Date.parse(at) >= before).length);
    return { what: 'log.checkpoint', request: 'log.checkpoint', payload: {}, stands, once: false };
  },
  exported: (): Write => {
    const file = hash();
    const covers = wholeLog({ entries: 1, file });
    const stands = ({ entries }: Stored) =>
      entries.filter(({ type, data }) => type === 'log.exported' && JSON.stringify(data).includes(file)).length;
    const payload = { format: 'json-lines', entries: 1, head: hash(), covers };
    return { what: 'log.exported', request: 'log.exported', payload, stands, once: false };
  },
  merge: (): Write => {
    const log = randomUUID();
    const entries = otherLog(log);
    const stands = ({ otherEntries }: Stored) => otherEntries.filter((one) => one.log === log).length / entries.length;
    return {
      what: 'log.merge',
      request: 'log.merge',
      payload: { log, apart: false, mergedAt: null, entries },
      stands,
      once: true,
    };
  },
  confirm: about('step.confirm', 'step.confirmed', { step: 'check-rights' }),
  restore: ({ stored: { entries } }: Cast): Write | undefined => {
    const lost = entries.slice(-restored);
    const above = (lost[0]?.seq ?? 0) - 1;
    if (above < 1) return undefined;
    const seqs = new Set(lost.map(({ seq }) => seq));
    const grants = [...projectAll(entries.slice(0, -restored)).values()].map(storedGrant);
    return {
      what: 'log.restore',
      request: 'log.restore',
      payload: { entries: lost },
      stands: (found) => found.entries.filter(({ seq }) => seqs.has(seq)).length / lost.length,
      once: true,
      loses: { above, grants },
    };
  },
  forget: (cast: Cast): Write | undefined => {
    const person = cast.started.pop();
    if (!person) return undefined;
    const named = ({ entries, grants }: Stored) =>
      entries.some(({ personal }) => Object.values(personal).some(({ value }) => value === person.email)) ||
      grants.some(({ email }) => email === person.email);
    return {
      what: 'person.forget',
      request: 'person.forget',
      payload: { email: person.email, name: '', dry: false },
      stands: (stored) => (named(stored) ? 0 : 1),
      once: true,
    };
  },
} as const satisfies Record<string, (cast: Cast) => Write | undefined>;

/** The order in which kinds of writes are killed over; the ones that others need come first. */
export const writeKinds: readonly WriteKind[] = [
  'start',
  'import',
  'keys',
  'confirm',
  'merge',
  'start',
  'checkpoint',
  'removal',
  'review',
  'exported',
  'start',
  'restore',
  'forget',
];
