import { bytesToHex } from '@noble/hashes/utils.js';
import { offsetOf } from '@/lib/domain/values/calendar';
import { canonical } from './canonical';
import { digestOf } from './digest';
import {
  type AnyEntry,
  type Commitment,
  type Draft,
  type Entry,
  type EntryType,
  isKnown,
  misfit,
  personalFields,
  type Revealed,
} from './entry';

/** Stands for the predecessor in the first entry of a chain. */
export const genesis = '0'.repeat(64);

/** Names who acts: the *granted by* of every entry. */
export interface Actor {
  name: string;
  email: string;
}

/**
 * Holds what an entry takes its place by: the chain's last number and hash, and the moment and randomness of writing.
 */
export interface Seal {
  last: { seq: number; hash: string } | null;
  now: Date;
  actor: Actor;
  /** A random UUID. */
  uuid: () => string;
  /** 16 random bytes. */
  salt: () => Uint8Array;
}

/** Hashes one personal value: SHA-256 over the 16 bytes of salt, then the value in UTF-8. */
export function commit(salt: string, value: string): string {
  return digestOf(value, salt);
}

const notChained = ['hash', 'personal'] as const;

/** Hashes an entry: SHA-256 over the RFC 8785 JSON of the entry without `hash` and `personal`. */
export function hashOf(
  entry: Omit<AnyEntry, 'hash' | 'personal'> & Partial<Pick<AnyEntry, 'hash' | 'personal'>>,
): string {
  return digestOf(canonical(entry, notChained));
}

/** Numbers, stamps, commits and chains a draft. The result is complete and parses as `Entry`. */
export function seal(draft: Draft, place: Seal): Entry {
  const personal: Entry['personal'] = {};
  const hide = (path: string, text: string): Commitment => {
    const salt = bytesToHex(place.salt());
    const value = text.toWellFormed();
    personal[path] = { salt, value };
    return { commitment: commit(salt, value) };
  };
  const fields: readonly string[] = fieldsOf(draft.type);
  const data = Object.fromEntries(
    Object.entries(draft.data).map(([key, value]) => [
      key,
      fields.includes(key) ? hide(`data.${key}`, String(value)) : value,
    ]),
  );
  const entry = {
    v: 1,
    seq: (place.last?.seq ?? 0) + 1,
    id: place.uuid(),
    at: place.now.toISOString(),
    offset: offsetOf(place.now),
    actor: { name: hide('actor.name', place.actor.name), email: hide('actor.email', place.actor.email) },
    basis: draft.basis,
    grant: draft.grant,
    type: draft.type,
    data,
    prev: place.last?.hash ?? genesis,
  } as unknown as Omit<Entry, 'hash' | 'personal'>;
  return { ...entry, personal, hash: hashOf(entry) } as Entry;
}

/** Lists the fields of an entry's data that are personal. */
export function fieldsOf(type: EntryType): readonly string[] {
  return type in personalFields ? personalFields[type as keyof typeof personalFields] : [];
}

/** Returns the data of an entry with its personal values in clear; null where a value was forgotten. */
export function reveal<E extends Entry>(entry: E): Revealed<E['type']> {
  const fields = fieldsOf(entry.type);
  return Object.fromEntries(
    Object.entries(entry.data).map(([key, value]) => [
      key,
      fields.includes(key) ? (entry.personal[`data.${key}`]?.value ?? null) : value,
    ]),
  ) as Revealed<E['type']>;
}

/** Returns who acted, in clear; null where that person was forgotten. */
export function actorOf(entry: Pick<AnyEntry, 'personal'>): { name: string | null; email: string | null } {
  return {
    name: entry.personal['actor.name']?.value ?? null,
    email: entry.personal['actor.email']?.value ?? null,
  };
}

/** Entries that the log itself says were lost, from the first number to the last. */
export interface Gap {
  from: number;
  to: number;
}

/** The outcome of checking a chain: how many entries hold, or the first that does not and what is wrong with it. */
export type Verdict =
  | {
      ok: true;
      count: number;
      head: string | null;
      /** Left out where nothing was lost, or all of it was restored. */
      lost?: readonly Gap[];
    }
  | {
      ok: false;
      count: number;
      seq: number;
      fault: 'shape' | 'number' | 'link' | 'hash' | 'value' | 'short' | 'signature';
      message: string;
    };

/**
 * Checks entries one by one, oldest first; keep one checker per chain. `next` answers null while the entry holds, else
 * the verdict on the first bad entry. Values that were forgotten are not missed; every value that is there must match.
 * `after`: the entry that the first one follows; none where a chain begins.
 */
export function checker(after: { seq: number; hash: string } | null = null): {
  next: (raw: unknown) => Extract<Verdict, { ok: false }> | null;
  end: () => Verdict;
} {
  let count = 0;
  let last = after;
  const lost: Gap[] = [];
  const bad = (seq: number, fault: Extract<Verdict, { ok: false }>['fault'], message: string) =>
    ({ ok: false, count, seq, fault, message }) as const;

  return {
    next(raw) {
      const due = (last?.seq ?? 0) + 1;
      const field = misfit(raw);
      if (field !== null) {
        const why = field === '' ? 'its fields were changed' : `no Grantbook writes such a “${field}”`;
        return bad(due, 'shape', `Entry ${due} is not an entry of a log: ${why}.`);
      }
      const entry = raw as AnyEntry;
      const gap = gapBefore(entry, due);
      if (entry.seq !== due && !gap) {
        return bad(due, 'number', `Entry ${due} is missing or out of order: entry ${entry.seq} stands in its place.`);
      }
      const { seq } = entry;
      if (hashOfAny(entry) !== entry.hash)
        return bad(seq, 'hash', `Entry ${seq} was changed: its hash does not match what it says.`);
      if (entry.prev !== (gap ? gap.previous : (last?.hash ?? genesis))) {
        return bad(seq, 'link', `Entry ${seq} does not follow the entry before it: one of them was replaced.`);
      }
      const wrong = commitmentFault(entry);
      if (wrong !== null)
        return bad(seq, 'value', `Entry ${seq} was changed: the value of “${wrong}” is not the one that was logged.`);
      const restored = restoredUpTo(entry);
      const again = lost.find(({ from, to }) => from <= restored && restored <= to);
      if (again) {
        return bad(
          again.from,
          'number',
          `Entry ${again.from} is missing: entry ${seq} says that the log was restored up to entry ${restored}.`,
        );
      }
      if (gap) lost.push({ from: due, to: seq - 1 });
      last = { seq: entry.seq, hash: entry.hash };
      count += 1;
      return null;
    },
    end: () => ({ ok: true, count, head: last?.hash ?? null, ...(lost.length > 0 ? { lost } : {}) }),
  };
}

/**
 * Hashes an entry from anywhere; null where it holds what no entry was ever hashed with: a number beyond all, brackets
 * without end.
 */
function hashOfAny(entry: AnyEntry): string | null {
  try {
    return hashOf(entry);
  } catch {
    return null;
  }
}

/** The most entries that a log may say were lost at once. A longer gap is no loss of a person's log. */
export const longestGap = 1_000_000;

/**
 * Reads what an entry that begins a log after a loss says of the gap before it; null for all others. It excuses no
 * number that it does not name.
 */
function gapBefore(entry: AnyEntry, due: number): { previous: string | null } | null {
  if (!isKnown(entry) || entry.type !== 'log.created' || entry.seq <= due) return null;
  const { lost, previous } = entry.data;
  if (entry.seq - due > longestGap) return null;
  return lost && lost.after < due && lost.upTo === entry.seq - 1 ? { previous } : null;
}

/** Reads the last number that a restored backup filled in, as an entry says; 0 where it does not. */
const restoredUpTo = (entry: AnyEntry): number =>
  isKnown(entry) && entry.type === 'log.restored' ? entry.data.entries : 0;

/** Gaps in words: `entries 3 to 57, and 60`. */
export function gapWords(lost: readonly Gap[]): string {
  const ranges = lost.map(({ from, to }) => (from === to ? String(from) : `${from} to ${to}`));
  return `${lost.length === 1 && lost[0]?.from === lost[0]?.to ? 'entry' : 'entries'} ${ranges.join(', and ')}`;
}

/** Finds the path of the first personal value that its commitment does not cover, or null. */
export function commitmentFault(entry: AnyEntry): string | null {
  for (const [path, { salt, value }] of Object.entries(entry.personal)) {
    const [part, field = '', ...rest] = path.split('.');
    const holder = (part === 'actor' ? entry.actor : part === 'data' ? entry.data : {}) as Record<string, unknown>;
    const stands = rest.length === 0 && Object.hasOwn(holder, field) ? holder[field] : undefined;
    if (typeof stands !== 'object' || stands === null || !('commitment' in stands)) return path;
    // Half a character is hashed as U+FFFD is: one could stand for the other.
    if (!value.isWellFormed() || stands.commitment !== commit(salt, value)) return path;
  }
  return null;
}

/** Returns the verdict on a log that ends before the entry that is remembered as its last. */
export function short(count: number, expected: number): Extract<Verdict, { ok: false }> {
  const seq = Math.min(count + 1, expected);
  const message =
    count < expected
      ? `Entry ${seq} is missing: the log was seen to reach entry ${expected}, and ends at ${count}.`
      : `Entry ${expected} is not the one that was seen there before: the log was replaced.`;
  return { ok: false, count, seq: count < expected ? seq : expected, fault: 'short', message };
}
