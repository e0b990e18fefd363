import type { Roster, RosterRow } from '@/lib/domain/grant/page-facts';

/** Adds up what is seen of a member list while the admin moves through its pages or scrolls. */
export interface Gathering {
  /** The list so far, after one more reading. `whole`: that read one list, and all that is in its page now. */
  add(reading: Roster, whole?: boolean): Roster;
}

/** Reasons that hide rows from one reading, and no longer matter once as many rows were seen as the page claims. */
const overcome = ['further pages', 'a list that is only drawn in part'] as const;
const changed = 'a list that changed';

/**
 * Rows count once: of an address the last reading that shows it counts, so that somebody whose row changes is not
 * counted twice. Complete only when as many were seen as the page claims now, no search or filter was in use in any
 * reading, and nothing that was read shows that the list changed meanwhile. Not all changes show: where one person
 * leaves a page that was read and another comes on one that was not, each page may be read once, and the total be
 * right.
 */
export function gathering(): Gathering {
  const people = new Map<string, RosterRow[]>();
  let pages = 0;
  const totals = new Set<number>();
  const filters = new Set<string>();
  const turned: Set<string>[] = [];
  return {
    add(reading, whole) {
      const { claimed } = reading;
      const before = people.size;
      for (const row of reading.rows) people.set(row.email, []);
      for (const row of reading.rows) people.get(row.email)?.push(row);
      if (people.size > before) pages += 1;
      const rows = [...people.values()].flat();
      // Somebody came or went, and others may have moved to a page that was seen before: the count alone proves nothing any more.
      if (claimed && totals.add(claimed).size > 1) filters.add(changed);
      if (whole && reading.hidden.includes(overcome[0])) {
        const page = new Set(reading.rows.map(({ email }) => email));
        let known = false;
        for (const other of turned) {
          const both = [...page].filter((email) => other.has(email)).length;
          if (both === page.size) known = true;
          // Fewer or more of the same are no contradiction, as where each page shows more people now.
          else if (both && both < other.size) filters.add(changed);
        }
        if (!known) turned.push(page);
      }
      for (const reason of reading.hidden) if (!overcome.some((one) => one === reason)) filters.add(reason);
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
