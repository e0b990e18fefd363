import type { Roster, RosterRow } from '@/lib/domain/facts';

/** Adds up what is seen of a member list while the admin moves through its pages or scrolls. */
export interface Gathering {
  /** The list so far, after one more reading. */
  add(reading: Roster): Roster;
}

/** Reasons that hide rows from one reading, and no longer matter once as many rows were seen as the page claims. */
const overcome = ['further pages', 'a list that is only drawn in part'];

const keyOf = (row: RosterRow) => JSON.stringify([row.email, row.status, row.roles]);

/**
 * Rows count once, by address, status and roles. Complete only when as many were seen as the page claims now, and no search or
 * filter was in use in any reading.
 */
export function gathering(): Gathering {
  const rows = new Map<string, RosterRow>();
  const filters = new Set<string>();
  return {
    add(reading) {
      for (const row of reading.rows) rows.set(keyOf(row), row);
      for (const reason of reading.hidden) if (!overcome.includes(reason)) filters.add(reason);
      const all = rows.size === reading.claimed;
      const hidden = [...filters, ...(all ? [] : reading.hidden.filter((reason) => overcome.includes(reason)))];
      return {
        rows: [...rows.values()],
        seen: rows.size,
        claimed: reading.claimed,
        complete: all && hidden.length === 0,
        hidden,
      };
    },
  };
}
