import type { Grant } from '@/lib/domain/grant/grant';
import { project, projectAll } from '@/lib/domain/grant/projection';
import type { AnyEntry, ErasedField } from '@/lib/domain/log/entry';
import { type ErasedFields, erasedFieldsList, stripped } from '@/lib/domain/log/erased-fields';
import { namesPerson, type Person } from '@/lib/domain/values/person';
import type { GrantbookDb } from './db';
import { storedGrant } from './indexed-grant';

/**
 * Holds what is to be forgotten: one person, or everybody's values in these grants and in these entries that hold a
 * member list.
 */
export type ToForget = { person: Person } | { grants: readonly string[]; lists: readonly number[] };

/** Says how much was, or would be, deleted. */
export interface Forgotten {
  values: number;
  grants: number;
  /** Lists the values, as the log says it. */
  gone: ErasedField[];
}

const batch = 2000;

/** The paths of the values in an entry that are to go. `theirs`: ids of the grants all of whose values go. */
export function paths(entry: AnyEntry, what: ToForget, theirs: ReadonlySet<string>): string[] {
  const all = Object.entries(entry.personal);
  const whole = entry.grant === null ? 'lists' in what && what.lists.includes(entry.seq) : theirs.has(entry.grant);
  const erased = all.filter(([path, { value }]) =>
    path.startsWith('actor.') && 'person' in what
      ? isActor(entry, what.person)
      : (whole && path.startsWith('data.')) || ('person' in what && namesPerson(value, what.person)),
  );
  return erased.map(([path]) => path);
}

const isActor = (entry: AnyEntry, person: Person) =>
  namesPerson(entry.personal['actor.email']?.value ?? '', person) ||
  namesPerson(entry.personal['actor.name']?.value ?? '', person);

/**
 * Deletes the values behind their commitments in every entry, ours and merged, and in the projections; the chains
 * verify as before. All in one transaction that `record` ends with its own entry, so that a crash leaves either all or
 * nothing done. `dry`: counts only.
 */
export async function forget(
  db: GrantbookDb,
  what: ToForget,
  record: (forgotten: Forgotten) => Promise<void>,
  dry = false,
): Promise<Forgotten> {
  return db.transaction(dry ? 'r' : 'rw', db.tables, async () => {
    const ours = new Set('grants' in what ? what.grants : await idsOf(db.grants.filter((one) => isAbout(one, what))));
    const theirs = new Set('grants' in what ? [] : await idsOf(db.otherGrants.filter((one) => isAbout(one, what))));
    let values = 0;
    const touched = new Set<string>();
    const erased = erasedFieldsList();
    for (let after = 0; ; ) {
      const entries = await db.entries.where('seq').above(after).limit(batch).toArray();
      const last = entries.at(-1);
      if (!last) break;
      after = last.seq;
      for (const entry of entries) {
        const fields = paths(entry, what, ours);
        if (fields.length === 0) continue;
        values += fields.length;
        erased.add(null, entry.seq, fields);
        if (entry.grant !== null) touched.add(entry.grant);
        if (!dry) await db.entries.put(stripped(entry, fields));
      }
    }
    const touchedTheirs = new Map<string, [string, string]>();
    if ('person' in what) {
      for (const { log } of await db.otherLogs.toArray()) {
        const others = await db.otherEntries
          .where('[log+seq]')
          .between([log, 0], [log, Number.MAX_SAFE_INTEGER])
          .toArray();
        for (const other of others) {
          const { entry } = other;
          const fields = paths(entry, what, theirs);
          if (fields.length === 0) continue;
          values += fields.length;
          erased.add(log, entry.seq, fields);
          if (entry.grant !== null) touchedTheirs.set(`${log} ${entry.grant}`, [log, entry.grant]);
          if (!dry) await db.otherEntries.put({ ...other, entry: stripped(entry, fields) });
        }
      }
    }
    const forgotten = { values, grants: touched.size + touchedTheirs.size, gone: erased.list() };
    if (dry || values === 0) return forgotten;
    await projectOurs(db, touched);
    await projectTheirs(db, touchedTheirs.values());
    if ('person' in what) {
      await db.otherLogs
        .filter(({ owner }) => owner !== null && namesPerson(owner, what.person))
        .modify({ owner: null });
    }
    await record(forgotten);
    return forgotten;
  });
}

/** Grants of this browser's log, read out of all of their entries again. */
async function projectOurs(db: GrantbookDb, ids: Iterable<string>): Promise<void> {
  for (const id of ids) {
    const next = projectAll(await db.entries.where('grant').equals(id).sortBy('seq')).get(id);
    if (next) await db.grants.put(storedGrant(next));
  }
}

/** Grants of merged logs, each named by its log and its id, read out of all of their entries again. */
async function projectTheirs(db: GrantbookDb, ids: Iterable<readonly [string, string]>): Promise<void> {
  for (const [log, id] of ids) {
    const others = await db.otherEntries.where('[log+grant]').equals([log, id]).sortBy('seq');
    const next = others.map(({ entry }) => entry).reduce<Grant | undefined>(project, undefined);
    if (next) await db.otherGrants.put({ ...next, log });
  }
}

/**
 * Takes values off stored entries of this browser's log. Runs inside the caller's transaction.
 *
 * @returns how many were there
 */
export async function takeOffOurs(db: GrantbookDb, erased: ErasedFields): Promise<number> {
  const touched = new Set<string>();
  let values = 0;
  for (const entry of await db.entries.bulkGet([...erased.keys()])) {
    const fields = entry ? heldOf(entry, erased) : [];
    if (!entry || fields.length === 0) continue;
    values += fields.length;
    if (entry.grant !== null) touched.add(entry.grant);
    await db.entries.put(stripped(entry, fields));
  }
  await projectOurs(db, touched);
  return values;
}

/** The same for a merged log. */
export async function takeOffTheirs(db: GrantbookDb, log: string, erased: ErasedFields): Promise<number> {
  const touched = new Set<string>();
  let values = 0;
  for (const other of await db.otherEntries.bulkGet([...erased.keys()].map((seq): [string, number] => [log, seq]))) {
    const fields = other ? heldOf(other.entry, erased) : [];
    if (!other || fields.length === 0) continue;
    values += fields.length;
    if (other.grant !== null) touched.add(other.grant);
    await db.otherEntries.put({ ...other, entry: stripped(other.entry, fields) });
  }
  await projectTheirs(
    db,
    [...touched].map((id) => [log, id] as const),
  );
  return values;
}

const heldOf = (entry: AnyEntry, erased: ErasedFields) =>
  [...(erased.get(entry.seq) ?? [])].filter((field) => Object.hasOwn(entry.personal, field));

const isAbout = (grant: Grant, what: ToForget) =>
  'person' in what && grant.email !== null && namesPerson(grant.email, what.person);

async function idsOf(grants: { toArray(): PromiseLike<readonly { id: string }[]> }): Promise<string[]> {
  return (await grants.toArray()).map(({ id }) => id);
}
