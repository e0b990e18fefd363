import type { Grant } from '@/lib/domain/grant/grant';
import { project, projectAll } from '@/lib/domain/grant/projection';
import { canonical } from '@/lib/domain/log/canonical';
import type { AnyEntry } from '@/lib/domain/log/entry';

/** Describes the grants as they are stored: what the list, the findings and the tables are made from. */
export interface StoredGrants {
  /** The next grants after an id, in order of their ids, at most `limit`. */
  read(after: string, limit: number): Promise<readonly Grant[]>;
  /** A grant and its entries, as they stand together now. */
  again(id: string): Promise<{ grant: Grant | undefined; entries: readonly AnyEntry[] }>;
}

/**
 * Describes a grant that is shown otherwise than its entries say. `seq`: of its last entry; null where no entry tells
 * of it.
 */
interface Misshown {
  seq: number | null;
  message: string;
}

const batch = 250;

/** Tells whether what is stored of a grant is what its entries say. */
const isSame = (stored: Grant | undefined, said: Grant | undefined) =>
  stored === undefined || said === undefined ? stored === said : canonical(stored) === canonical(said);

/**
 * Compares the stored grants with what the entries of the log say of them. Entries are given as they are verified,
 * oldest first.
 */
export function projectionCheck(): {
  next(entry: AnyEntry): void;
  /**
   * The first grant that is shown otherwise than its entries say; null where none is.
   *
   * @throws AbortError when `signal` is aborted
   */
  end(stored: StoredGrants, signal: AbortSignal): Promise<Misshown | null>;
} {
  const said = new Map<string, Grant>();

  /** Asked once more, since the log may have been written to meanwhile. */
  async function misshown(id: string, { again }: StoredGrants): Promise<Misshown | null> {
    const { grant, entries } = await again(id);
    const now = projectAll(entries).get(id);
    if (isSame(grant, now)) return null;
    const ticket = (now ?? grant)?.ticket ?? 'A grant';
    const what = grant
      ? now
        ? `${ticket} is shown otherwise than its entries say`
        : `${ticket} is shown, and no entry tells of it`
      : `${ticket} is not shown, though entries tell of it`;
    const message = `${what}: the list was changed beside the log. Every entry holds; believe the entries, JSON Lines and backups, and no table of these grants.`;
    return { seq: now?.last.seq ?? null, message };
  }

  return {
    next(entry) {
      if (entry.grant === null) return;
      const grant = project(said.get(entry.grant), entry);
      if (grant) said.set(entry.grant, grant);
    },
    async end(stored, signal) {
      let after = '';
      for (;;) {
        const grants = await stored.read(after, batch);
        signal.throwIfAborted();
        for (const grant of grants) {
          const bad = isSame(grant, said.get(grant.id)) ? null : await misshown(grant.id, stored);
          if (bad) return bad;
          said.delete(grant.id);
          after = grant.id;
        }
        if (grants.length === 0) break;
      }
      for (const id of said.keys()) {
        const bad = await misshown(id, stored);
        if (bad) return bad;
      }
      return null;
    },
  };
}
