import type { AnyEntry } from '@/lib/domain/entry';
import type { Grant } from '@/lib/domain/grant';
import { namesPerson, type Person } from '@/lib/domain/person';
import { project, projectAll } from '@/lib/domain/projection';
import type { GrantbookDb } from './db';
import { storedGrant } from './stored-grant';

/** What is to be forgotten: one person, or everybody's values in these grants. */
export type ToForget = { person: Person } | { grants: readonly string[] };

/** How much was, or would be, deleted. */
export interface Forgotten {
  values: number;
  grants: number;
}

const batch = 2000;

/** The paths of the values in an entry that are to go. */
function paths(entry: AnyEntry, what: ToForget, theirs: ReadonlySet<string>): string[] {
  const all = Object.entries(entry.personal);
  const whole = entry.grant !== null && theirs.has(entry.grant);
  const gone = all.filter(([path, { value }]) =>
    path.startsWith('actor.') && 'person' in what
      ? isActor(entry, what.person)
      : (whole && path.startsWith('data.')) || ('person' in what && namesPerson(value, what.person)),
  );
  return gone.map(([path]) => path);
}

const isActor = (entry: AnyEntry, person: Person) =>
  namesPerson(entry.personal['actor.email']?.value ?? '', person) ||
  namesPerson(entry.personal['actor.name']?.value ?? '', person);

function stripped<E extends AnyEntry>(entry: E, gone: readonly string[]): E {
  const personal = Object.fromEntries(Object.entries(entry.personal).filter(([path]) => !gone.includes(path)));
  return { ...entry, personal };
}

/**
 * Deletes the values behind their commitments in every entry, ours and merged, and in the projections; the chains verify as before. All
 * in one transaction that `record` ends with its own entry, so that a crash leaves either all or nothing done. `dry`: counts only.
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
    for (let after = 0; ; ) {
      const entries = await db.entries.where('seq').above(after).limit(batch).toArray();
      const last = entries.at(-1);
      if (!last) break;
      after = last.seq;
      for (const entry of entries) {
        const gone = paths(entry, what, ours);
        if (gone.length === 0) continue;
        values += gone.length;
        if (entry.grant !== null) touched.add(entry.grant);
        if (!dry) await db.entries.put(stripped(entry, gone));
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
          const gone = paths(entry, what, theirs);
          if (gone.length === 0) continue;
          values += gone.length;
          if (entry.grant !== null) touchedTheirs.set(`${log} ${entry.grant}`, [log, entry.grant]);
          if (!dry) await db.otherEntries.put({ ...other, entry: stripped(entry, gone) });
        }
      }
    }
    const forgotten = { values, grants: touched.size + touchedTheirs.size };
    if (dry || values === 0) return forgotten;
    for (const id of touched) {
      const entries = await db.entries.where('grant').equals(id).sortBy('seq');
      const next = projectAll(entries).get(id);
      if (next) await db.grants.put(storedGrant(next));
    }
    for (const [log, id] of touchedTheirs.values()) {
      const others = await db.otherEntries.where('[log+grant]').equals([log, id]).sortBy('seq');
      const next = others.map(({ entry }) => entry).reduce<Grant | undefined>(project, undefined);
      if (next) await db.otherGrants.put({ ...next, log });
    }
    if ('person' in what) {
      await db.otherLogs
        .filter(({ owner }) => owner !== null && namesPerson(owner, what.person))
        .modify({ owner: null });
    }
    await record(forgotten);
    return forgotten;
  });
}

const isAbout = (grant: Grant, what: ToForget) =>
  'person' in what && grant.email !== null && namesPerson(grant.email, what.person);

async function idsOf(grants: { toArray(): PromiseLike<readonly { id: string }[]> }): Promise<string[]> {
  return (await grants.toArray()).map(({ id }) => id);
}
