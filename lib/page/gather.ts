import type { Roster, RosterRow } from '@/lib/domain/facts';

/** Adds up what is seen of a member list while the admin moves through its pages or scrolls. */
export interface Gathering {
  /** The list so far, after one more reading. */
  add(reading: Roster): Roster;
}

/** Reasons that hide rows from one reading, and no longer matter once as many rows were seen as the page claims. */
const overcome = ['further pages', 'a list that is only drawn in part'];

/**
 * Rows count once: of an address the last reading that shows it counts, so that somebody whose row changes is not counted twice. Complete only when as many were seen as the page claims now, and no search or
 * filter was in use in any reading.
 */
export function gathering(): Gathering {
  const people = new Map<string, RosterRow[]>();
  let pages = 0;
  const totals = new Set<number>();
  const filters = new Set<string>();
  return {
    add(reading) {
      const { claimed } = reading;
      const before = people.size;
      for (const row of reading.rows) people.set(row.email, []);
      for (const row of reading.rows) people.get(row.email)?.push(row);
      if (people.size > before) pages += 1;
      const rows = [...people.values()].flat();
      // Somebody came or went, and others may have moved to a page that was seen before: the count alone proves nothing any more.
      if (claimed && totals.add(claimed).size > 1) filters.add('a list that changed');
      for (const reason of reading.hidden) if (!overcome.includes(reason)) filters.add(reason);
      const all = rows.length === claimed;
      const hidden = [...new Set([...filters, ...(all ? [] : reading.hidden)])];
      return {
        rows,
        seen: rows.length,
        claimed,
        complete: all && hidden.length === 0,
        hidden,
        pages,
      };
    },
  };
}
