import { normalEmail } from '@/lib/domain/values/email';
import type { Grant } from './grant';
import type { RosterRow } from './page-facts';

/** Writes an address as the log does; plain ones, which nearly all are, cost nothing. */
const addressOf = (text: string) =>
  /^[a-z0-9.@_+-]*$/.test(text) && !text.includes('xn--') ? text : normalEmail(text);

/** Returns the address without what stands after a plus: mail to both arrives in one mailbox. */
export function mailboxOf(email: string): string {
  const plus = email.indexOf('+');
  if (plus <= 0) return email;
  const at = email.lastIndexOf('@');
  return plus < at ? email.slice(0, plus) + email.slice(at) : email;
}

/**
 * Finds the address of a guest of Microsoft Entra in its principal name:
 * `nina_studio.example#EXT#@acme.onmicrosoft.com` is perhaps nina@studio.example.
 */
function guestOf(email: string): string | null {
  const [, local, domain] = /^(.+)_([^_@]+\.[^_@]+)#ext#@/i.exec(email) ?? [];
  return local && domain ? `${local}@${domain}` : null;
}

/** All rows of a list that show one address. */
export interface ListedPerson {
  email: string;
  rows: readonly [RosterRow, ...RosterRow[]];
}

/** Says who on a list is whom in the log. */
export interface Matching {
  pairs: { person: ListedPerson; grant: Grant; exact: boolean }[];
  /** Listed, and in no grant. `perhaps`: grants that it could be, where there is more than one candidate. */
  unknown: { person: ListedPerson; perhaps: readonly Grant[] }[];
  /**
   * Grants that no row shows; of one address there may be several. Those that could be one of several rows are left
   * out: nobody knows.
   */
  absent: Grant[];
}

function peopleOn(rows: readonly RosterRow[]): Map<string, ListedPerson> {
  const people = new Map<string, [RosterRow, ...RosterRow[]]>();
  for (const row of rows) {
    const email = addressOf(row.email);
    if (email === '') continue;
    const same = people.get(email);
    if (same) same.push(row);
    else people.set(email, [row]);
  }
  return new Map(Array.from(people, ([email, same]) => [email, { email, rows: same }]));
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

/** Keeps of several grants to one address the one that was changed last. */
export function setNewest(newest: Map<string, Grant>, email: string, grant: Grant): void {
  const other = newest.get(email);
  if (!other || other.last.seq < grant.last.seq) newest.set(email, grant);
}

/**
 * Finds each listed person's grant: by the same address, whatever its case and display name; else by the same mailbox,
 * where the two differ by a plus-address only and each is the other's one candidate. `grants`: live ones, with
 * addresses as the log writes them.
 */
export function matchPeople(rows: readonly RosterRow[], grants: readonly Grant[]): Matching {
  const people = peopleOn(rows);
  const exact = new Map<string, Grant>();
  const left: Grant[] = [];
  // Each grant is looked at once: at 100,000 of them fetching them from memory is what takes the time.
  for (const grant of grants) {
    const email = grant.email ?? '';
    if (people.has(email)) setNewest(exact, email, grant);
    else left.push(grant);
  }

  const pairs: Matching['pairs'] = [];
  const strangers: ListedPerson[] = [];
  for (const person of people.values()) {
    const grant = exact.get(person.email);
    if (grant) pairs.push({ person, grant, exact: true });
    else strangers.push(person);
  }
  if (strangers.length === 0) return { pairs, unknown: [], absent: left };

  const boxOf = ({ email }: ListedPerson) => mailboxOf(guestOf(email) ?? email);
  const boxes = grouped(strangers, boxOf);
  const absent: Grant[] = [];
  const near = new Map<string, Grant>();
  for (const grant of left) {
    const email = grant.email ?? '';
    if (boxes.has(mailboxOf(email))) setNewest(near, email, grant);
    else absent.push(grant);
  }
  const candidates = grouped([...near.values()], ({ email }) => mailboxOf(email ?? ''));
  const unknown: Matching['unknown'] = [];
  for (const [box, same] of boxes) {
    const perhaps = candidates.get(box) ?? [];
    const [person] = same;
    const [grant] = perhaps;
    const isSure = person && guestOf(person.email) === null;
    if (isSure && grant && same.length === 1 && perhaps.length === 1) pairs.push({ person, grant, exact: false });
    else unknown.push(...same.map((stranger) => ({ person: stranger, perhaps })));
  }
  return { pairs, unknown, absent };
}
