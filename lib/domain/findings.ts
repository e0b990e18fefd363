import { type DateOnly, dateOf } from './calendar';
import type { Roster, RosterRow } from './facts';
import { type Grant, isPending } from './grant';
import { type ListedPerson, matchPeople } from './match';
import { rolesKey } from './roles';

/** Whom a vendor's list shows: everybody, invitations that are open, or members who accepted. */
export type Listing = 'everybody' | 'invitations' | 'members';

/** What a member list that was read says, and at which vendor. */
export interface RosterReading {
  vendor: string;
  roster: Roster;
  /** `everybody` where nothing is said. */
  lists?: Listing;
}

/** A difference between the member list and the log. */
export type Finding =
  | { kind: 'overdue'; email: string; grant: Grant; row: RosterRow; ended: DateOnly }
  /** `removed`: a grant that the log calls removed. `perhaps`: grants that it could belong to, where nobody can tell which. */
  | { kind: 'shadow'; email: string; row: RosterRow; removed: Grant | null; perhaps: readonly Grant[] }
  | { kind: 'drift'; email: string; grant: Grant; row: RosterRow; logged: string; shown: string }
  | { kind: 'over-privileged'; email: string; grant: Grant; row: RosterRow; shown: string; excess: readonly string[] }
  | { kind: 'ghost'; email: string; grant: Grant }
  | { kind: 'over-limit'; email: ''; members: number; limit: number };

export type FindingKind = Finding['kind'];

/** The gravest first. */
export const findingKinds = [
  'overdue',
  'shadow',
  'drift',
  'over-privileged',
  'ghost',
  'over-limit',
] as const satisfies readonly FindingKind[];

/** What the admin said of a finding: it is not brought up again until `until`, or while the list shows the same. */
export interface Settlement {
  vendor: string;
  kind: string;
  how: 'accepted' | 'ticket' | 'not-a-person';
  email: string | null;
  shown: string;
  until: DateOnly | null;
}

/** What findings depend on besides list and log. */
export interface FindingRules {
  /** What roles give beyond the recommended one, in words; empty where they do not, or nobody knows. */
  excessOf?: (grant: Grant, roles: readonly string[]) => readonly string[];
  /** How many members the plan allows; null where nobody knows. */
  limit?: number | null;
  settled?: readonly Settlement[];
}

/** What the list shows of a finding, as a settlement quotes it. */
export function shownOf(finding: Finding): string {
  switch (finding.kind) {
    case 'overdue':
      return finding.ended;
    case 'drift':
    case 'over-privileged':
      return finding.shown;
    case 'shadow':
      return finding.row.roles.join(', ');
    case 'over-limit':
      return String(finding.members);
    case 'ghost':
      return '';
  }
}

/**
 * Compares a member list with the log, the gravest findings first. Concluded is only what the list can prove: a row without a grant is
 * a *shadow*, another role than the logged one *drift*, access past its end *overdue*; a logged person who is absent is a *ghost*
 * only where the list is complete and would show them. `grants`: of any vendor, with addresses as the log writes them (`normalEmail`).
 */
export function compareRoster(
  { vendor, roster, lists = 'everybody' }: RosterReading,
  grants: readonly Grant[],
  now: Date,
  { excessOf = () => [], limit = null, settled = [] }: FindingRules = {},
): Finding[] {
  const today = dateOf(now);
  const live: Grant[] = [];
  const removed = new Map<string, Grant>();
  for (const grant of grants) {
    if (grant.vendor !== vendor || grant.email === null) continue;
    if (grant.milestones.removed) removed.set(grant.email, grant);
    else live.push(grant);
  }

  const findings: Finding[] = [];
  const { pairs, unknown, absent } = matchPeople(roster.rows, live);
  for (const { person, perhaps } of unknown) {
    const [row] = person.rows;
    findings.push({ kind: 'shadow', email: person.email, row, removed: removed.get(person.email) ?? null, perhaps });
  }
  for (const { person, grant } of pairs) findings.push(...differences(person, grant, today, excessOf));
  if (roster.complete) {
    const ghosts = new Map<string, Grant>();
    for (const grant of absent) if (wouldShow(lists, grant)) ghosts.set(grant.email ?? '', grant);
    for (const [email, grant] of ghosts) findings.push({ kind: 'ghost', email, grant });
  }
  const members = Math.max(roster.claimed ?? 0, roster.seen);
  if (limit !== null && members > limit) findings.push({ kind: 'over-limit', email: '', members, limit });
  return findings
    .filter((finding) => !isSettled(finding, vendor, settled, today))
    .sort((a, b) => findingKinds.indexOf(a.kind) - findingKinds.indexOf(b.kind));
}

/** Whether a complete list of this kind would show a grant's person. */
export function wouldShow(lists: Listing, grant: Grant): boolean {
  const { invited, accepted, active } = grant.milestones;
  if (lists === 'everybody') return Boolean(invited ?? accepted ?? active);
  // What is accepted moves from one list to the other, at a moment that nobody saw: a pending one may be on either.
  return lists === 'members' && Boolean(accepted ?? active);
}

function differences(
  { email, rows }: ListedPerson,
  grant: Grant,
  today: DateOnly,
  excessOf: NonNullable<FindingRules['excessOf']>,
): Finding[] {
  const found: Finding[] = [];
  const [row] = rows;
  if (grant.accessEnds !== null && grant.accessEnds < today) {
    found.push({ kind: 'overdue', email, grant, row, ended: grant.accessEnds });
  }
  const logged = agreedRole(grant);
  const named = rows.filter(({ roles }) => roles.length > 0);
  const other = named[0];
  if (!other) return found;
  if (logged !== null && logged !== '' && !named.some(({ roles }) => showsRoles(logged, roles))) {
    found.push({ kind: 'drift', email, grant, row: other, logged, shown: other.roles.join(', ') });
    return found;
  }
  const excess = isPending(grant) ? [] : excessOf(grant, other.roles);
  if (excess.length > 0) {
    found.push({ kind: 'over-privileged', email, grant, row: other, shown: other.roles.join(', '), excess });
  }
  return found;
}

function isSettled(finding: Finding, vendor: string, settled: readonly Settlement[], today: DateOnly): boolean {
  return settled.some(
    (one) =>
      one.vendor === vendor &&
      one.kind === finding.kind &&
      one.email === finding.email &&
      (one.how === 'not-a-person' || one.shown === shownOf(finding)) &&
      (one.until === null || one.until >= today),
  );
}

/** The role that the log holds: the one that the page showed last, else the recommended one. */
export function loggedRole(grant: Grant): string | null {
  return grant.role ?? grant.recommended?.role ?? null;
}

/** The role that somebody agreed to: the logged one, or where the page showed another one since they are in, the one before. */
export function agreedRole(grant: Grant): string | null {
  return grant.drift?.was ?? loggedRole(grant);
}

function showsRoles(logged: string, shown: readonly string[]): boolean {
  const [only] = shown;
  return (shown.length === 1 && only === logged) || rolesKey(logged.split(',')) === rolesKey(shown);
}
