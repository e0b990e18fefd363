import { normalEmail } from './email';
import type { RosterRow } from './facts';
import type { Grant } from './grant';

/** The address in the form in which the log writes it; plain ones, which nearly all are, cost nothing. */
const addressOf = (text: string) => (/^[a-z0-9.@_+-]*$/.test(text) ? text : normalEmail(text));

/** The address without what stands after a plus: mail to both arrives in one mailbox. */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@');
  const plus = email.indexOf('+');
  return plus > 0 && plus < at ? email.slice(0, plus) + email.slice(at) : email;
}

/** All rows of a list that show one address. */
export interface ListedPerson {
  email: string;
  rows: readonly [RosterRow, ...RosterRow[]];
}

/** Who on a list is whom in the log. */
export interface Matching {
  pairs: { person: ListedPerson; grant: Grant; exact: boolean }[];
  /** Listed, and in no grant. `perhaps`: grants that it could be, where there is more than one candidate. */
  unknown: { person: ListedPerson; perhaps: readonly Grant[] }[];
  /** Grants that no row shows. Those that could be one of several rows are left out: nobody knows. */
  absent: Grant[];
}

function peopleOn(rows: readonly RosterRow[]): ListedPerson[] {
  const people = new Map<string, [RosterRow, ...RosterRow[]]>();
  for (const row of rows) {
    const email = addressOf(row.email);
    if (email === '') continue;
    const same = people.get(email);
    if (same) same.push(row);
    else people.set(email, [row]);
  }
  return Array.from(people, ([email, same]) => ({ email, rows: same }));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * Finds each listed person's grant: by the same address, whatever its case and display name; else by the same mailbox, where the two
 * differ by a plus-address only and each is the other's one candidate. `grants`: live ones, at most one per address.
 */
export function matchPeople(rows: readonly RosterRow[], grants: ReadonlyMap<string, Grant>): Matching {
  const people = peopleOn(rows);
  const pairs: Matching['pairs'] = [];
  const found = new Set<Grant>();
  const strangers: ListedPerson[] = [];
  for (const person of people) {
    const grant = grants.get(person.email);
    if (!grant) strangers.push(person);
    else {
      found.add(grant);
      pairs.push({ person, grant, exact: true });
    }
  }
  const left: Grant[] = [];
  for (const grant of grants.values()) if (!found.has(grant)) left.push(grant);
  if (strangers.length === 0) return { pairs, unknown: [], absent: left };

  const boxes = grouped(strangers, ({ email }) => mailboxOf(email));
  const candidates = grouped(
    left.filter(({ email }) => boxes.has(mailboxOf(email ?? ''))),
    ({ email }) => mailboxOf(email ?? ''),
  );
  const unknown: Matching['unknown'] = [];
  const settled = new Set<Grant>();
  for (const [box, same] of boxes) {
    const perhaps = candidates.get(box) ?? [];
    const [person] = same;
    const [grant] = perhaps;
    for (const candidate of perhaps) settled.add(candidate);
    if (person && grant && same.length === 1 && perhaps.length === 1) pairs.push({ person, grant, exact: false });
    else unknown.push(...same.map((stranger) => ({ person: stranger, perhaps })));
  }
  return { pairs, unknown, absent: left.filter((grant) => !settled.has(grant)) };
}
