import { type Grant, isPending } from '@/lib/domain/grant/grant';
import { type ListedPerson, matchPeople, setNewest } from '@/lib/domain/grant/match';
import type { Roster, RosterRow } from '@/lib/domain/grant/page-facts';
import { rolesKey } from '@/lib/domain/grant/roles';
import type { SettledHow } from '@/lib/domain/log/entry';
import { type DateOnly, dateOf } from '@/lib/domain/values/calendar';

/** Says whom a vendor's list shows: everybody, invitations that are open, or members who accepted. */
export type Listing = 'everybody' | 'invitations' | 'members';

/** Holds what a member list that was read says, and at which vendor. */
interface RosterReading {
  vendor: string;
  roster: Roster;
  /** `everybody` where nothing is said. */
  lists?: Listing;
}

/** A difference between the member list and the log. */
export type Finding =
  | { kind: 'overdue'; email: string; grant: Grant; row: RosterRow; ended: DateOnly }
  /**
   * `removed`: a grant that the log calls removed. `perhaps`: grants that it could belong to, where nobody can tell
   * which.
   */
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

/**
 * Holds what the admin said of a finding: it is not brought up again until `until`, or while the list shows the same.
 */
export interface Settlement {
  vendor: string;
  kind: string;
  how: SettledHow;
  email: string | null;
  shown: string;
  until: DateOnly | null;
}

/** Holds what findings depend on besides list and log. */
export interface FindingRules {
  /** Names what a row gives beyond the need, in words; nothing where it gives no more, or nobody knows. */
  excessOf?: (grant: Grant, row: RosterRow) => readonly string[];
  /** Limits the members that the plan allows; null where nobody knows. */
  limit?: number | null;
  settled?: readonly Settlement[];
}

/** A list as an entry names it. */
export interface ListPage {
  vendor: string;
  generation: string;
  page: string;
  url: string;
}

/** Holds what a list is compared with the log by, and whom it shows. */
export interface ListRules extends Pick<FindingRules, 'excessOf' | 'limit'> {
  lists: Listing;
}

/** Returns what the list shows of a finding, as a settlement quotes it. */
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
 * Compares a member list with the log, the gravest findings first. Concluded is only what the list can prove: a row
 * without a grant is a *shadow*, another role than the logged one *drift*, access past its end *overdue*; a logged
 * person who is absent is a *ghost* only where the list is complete and would show them. `grants`: of any vendor, with
 * addresses as the log writes them (`normalEmail`).
 */
export function compareRoster(
  { vendor, roster, lists = 'everybody' }: RosterReading,
  grants: readonly Grant[],
  now: Date,
  { excessOf = () => [], limit = null, settled = [] }: FindingRules = {},
): Finding[] {
  const today = dateOf(now);
  const live: Grant[] = [];
  const past: Grant[] = [];
  for (const grant of grants) {
    if (grant.vendor !== vendor || grant.email === null) continue;
    (grant.milestones.removed ? past : live).push(grant);
  }

  const found: Record<FindingKind, Finding[]> = {
    overdue: [],
    shadow: [],
    drift: [],
    'over-privileged': [],
    ghost: [],
    'over-limit': [],
  };
  const { pairs, unknown, absent } = matchPeople(roster.rows, live);
  for (const { person, grant } of pairs) {
    for (const finding of differences(person, grant, today, excessOf)) found[finding.kind].push(finding);
  }
  const removed = removedOf(new Set(unknown.map(({ person }) => person.email)), past);
  for (const { person, perhaps } of unknown) {
    const { email, rows } = person;
    found.shadow.push({ kind: 'shadow', email, row: rows[0], removed: removed.get(email) ?? null, perhaps });
  }
  if (roster.complete || roster.confirmed) {
    const ghosts = new Map<string, Grant>();
    for (const grant of absent) if (wouldShow(lists, grant)) setNewest(ghosts, grant.email ?? '', grant);
    for (const [email, grant] of ghosts) found.ghost.push({ kind: 'ghost', email, grant });
  }
  const members = Math.max(roster.claimed ?? 0, roster.seen);
  if (limit !== null && members > limit) found['over-limit'].push({ kind: 'over-limit', email: '', members, limit });

  // While the invitation is pending, too much is cheap to take back: nobody has it yet.
  const isCheap = (finding: Finding) => finding.kind === 'over-privileged' && isPending(finding.grant);
  const sorted = findingKinds.flatMap((kind) => found[kind]);
  const all = [...sorted.filter(isCheap), ...sorted.filter((finding) => !isCheap(finding))];
  return settled.length === 0 ? all : all.filter((finding) => !isSettled(finding, vendor, settled, today));
}

/** Finds the removed grants of these addresses, of several to one address the one that was changed last. */
function removedOf(emails: ReadonlySet<string>, past: readonly Grant[]): Map<string, Grant> {
  const removed = new Map<string, Grant>();
  if (emails.size === 0) return removed;
  for (const grant of past) if (emails.has(grant.email ?? '')) setNewest(removed, grant.email ?? '', grant);
  return removed;
}

/** Tells whether a complete list of this kind would show a grant's person. */
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
  const excess = excessOf(grant, other);
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

/** Returns the role that the log holds: the one that the page showed last, else the recommended one. */
export function loggedRole(grant: Grant): string | null {
  return grant.role ?? grant.recommended?.role ?? null;
}

/**
 * Returns the role that somebody agreed to: the logged one, or where the page showed another one since they are in, the
 * one before.
 */
function agreedRole(grant: Grant): string | null {
  return grant.drift?.was ?? loggedRole(grant);
}

function showsRoles(logged: string, shown: readonly string[]): boolean {
  const [only] = shown;
  return (shown.length === 1 && only === logged) || rolesKey(logged.split(',')) === rolesKey(shown);
}
