import { givenAccess, givenText } from '@/lib/domain/grant/access';
import { type Grant, type GrantStatus, statusOf } from '@/lib/domain/grant/grant';
import type { LogOwner, MergedLog } from '@/lib/domain/log/merged-log';
import { type DateOnly, dateOf } from '@/lib/domain/values/calendar';
import { generationFor } from '@/lib/vendors/registry';
import { names } from './names';

/** Describes a grant as the table shows, searches and sorts it. */
export interface GrantRow {
  /** Says what tells it from every other row: the grant's id, and for a merged one its log's. */
  key: string;
  grant: Grant;
  /** Says whose log it stands in; null where it is this browser's. */
  merged: LogOwner | null;
  /** The day on which it was started, in the zone of this browser. */
  day: DateOnly;
  vendor: string;
  purpose: string;
  /** The role on the page, and the role in each app or workspace; empty until a page showed one. */
  role: string;
  invitationDays: number | null;
  /** Lower-cased text that the search looks through, without accents. */
  text: string;
}

export type SortColumn =
  | 'ticket'
  | 'collaborator'
  | 'vendor'
  | 'role'
  | 'purpose'
  | 'status'
  | 'grantedBy'
  | 'started'
  | 'lastChange';

export interface Sort {
  column: SortColumn;
  descending: boolean;
}

/** Says which rows are shown. An empty string filters nothing. */
export interface Filter {
  search: string;
  vendor: string;
  status: GrantStatus | '';
  /** Part of the ticket, in any case. */
  ticket: string;
  /** The start: from the first day on, before the second. */
  from: DateOnly | '';
  before: DateOnly | '';
  /** The id of a merged log; `own` for this browser's alone. */
  log: string;
}

export const noFilter: Filter = { search: '', vendor: '', status: '', ticket: '', from: '', before: '', log: '' };

/** Returns text as it is searched: case and accents do not matter. */
function plain(text: string): string {
  const lower = text.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII, which has no accents to take off
  return /^[\x00-\x7f]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '');
}

const built = new WeakMap<Grant, GrantRow>();

/** Returns the row of a grant; built once per projection, since a log holds many and few change. */
export function rowOf(grant: Grant, merged: LogOwner | null = null): GrantRow {
  const known = built.get(grant);
  if (known) return known;
  const vendor = names.vendor(grant.vendor);
  const role = [grant.role ?? '', ...givenAccess(grant).map(givenText)].filter(Boolean).join(' · ');
  const row: GrantRow = {
    key: keyOf(grant.id, merged?.log),
    grant,
    merged,
    day: dateOf(new Date(grant.started.at)),
    vendor,
    purpose: names.purpose(grant.vendor, grant.purpose, grant.refine),
    role,
    invitationDays: generationFor(grant.vendor, grant.generation)?.info.invitationDays ?? null,
    text: plain([grant.ticket, grant.email ?? '', role, vendor, grant.reason ?? ''].join('\n')),
  };
  built.set(grant, row);
  return row;
}

/**
 * Returns the key of a row, as an address carries it: the grant's id, and after an `@` the log that it was merged with.
 */
export const keyOf = (grant: string, log?: string): string => (log === undefined ? grant : `${grant}@${log}`);

/**
 * Returns the rows of this browser's grants and of merged ones. A merged copy of a grant that stands here and says the
 * same is left out: the two logs have a beginning in common.
 */
export function allRows(grants: readonly Grant[], merged: readonly MergedLog[]): GrantRow[] {
  const rows = grants.map((grant) => rowOf(grant));
  if (merged.length === 0) return rows;
  const ours = new Map(grants.map((grant) => [grant.id, grant]));
  for (const { log, owner, grants: theirs } of merged) {
    for (const grant of theirs) {
      const own = ours.get(grant.id);
      if (own?.last.at !== grant.last.at || own.entries !== grant.entries) rows.push(rowOf(grant, { log, owner }));
    }
  }
  return rows;
}

/** Returns the status of a row's grant at a moment. */
export function rowStatus({ grant, invitationDays }: GrantRow, now: Date): GrantStatus {
  return statusOf(grant, now, invitationDays);
}

/** Returns the rows that pass: every word of the search somewhere in the text, and each filter at this moment. */
export function filterRows(rows: readonly GrantRow[], filter: Filter, now: Date): GrantRow[] {
  const { search, vendor, status, from, before, log } = filter;
  const ticket = plain(filter.ticket.trim());
  const terms = plain(search).split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (vendor === '' || row.grant.vendor === vendor) &&
      (log === '' || (row.merged?.log ?? 'own') === log) &&
      (from === '' || row.day >= from) &&
      (before === '' || row.day < before) &&
      (ticket === '' || plain(row.grant.ticket).includes(ticket)) &&
      terms.every((term) => row.text.includes(term)) &&
      (status === '' || rowStatus(row, now) === status),
  );
}

/**
 * Tells whether all rows that pass the second filter pass the first: nothing changed but a search that grew at its end.
 */
function isNarrower(before: Filter, after: Filter): boolean {
  const same = (Object.keys(before) as (keyof Filter)[]).every((key) => key === 'search' || before[key] === after[key]);
  return same && plain(after.search).startsWith(plain(before.search));
}

/**
 * Returns a `filterRows` that remembers: while a search is typed, only the rows that passed so far are looked at again.
 */
export function rowFilter(): typeof filterRows {
  let last: { rows: readonly GrantRow[]; filter: Filter; now: Date; passed: GrantRow[] } | null = null;
  return (rows, filter, now) => {
    const goesOn = last?.rows === rows && last.now === now && isNarrower(last.filter, filter);
    const passed = filterRows(goesOn && last ? last.passed : rows, filter, now);
    last = { rows, filter, now, passed };
    return passed;
  };
}

// Where a status stands in the order in which a grant lives through them.
const statusRank: Record<GrantStatus, number> = {
  Overdue: 0,
  'Expired invitation': 1,
  Draft: 2,
  Invited: 3,
  Accepted: 4,
  Active: 5,
  Removed: 6,
};

/** Digits padded, so that IAM-9 comes before IAM-10. */
const natural = (text: string) => text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0'));

const keys: Record<SortColumn, (row: GrantRow, now: Date) => string | number> = {
  ticket: ({ grant }) => natural(grant.ticket),
  collaborator: ({ grant }) => grant.email ?? '\uffff',
  vendor: ({ vendor }) => vendor,
  role: ({ role }) => role.toLowerCase() || '\uffff',
  purpose: ({ purpose }) => purpose,
  status: (row, now) => statusRank[rowStatus(row, now)],
  grantedBy: ({ grant }) => grant.grantedBy.name?.toLowerCase() ?? '\uffff',
  started: ({ grant }) => grant.started.seq,
  lastChange: ({ grant }) => grant.last.seq,
};

/** Returns the rows in order; the one that changed last comes first among equals. */
export function sortRows(rows: readonly GrantRow[], { column, descending }: Sort, now: Date): GrantRow[] {
  const sign = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: keys[column](row, now) }))
    .sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : b.row.grant.last.seq - a.row.grant.last.seq))
    .map(({ row }) => row);
}
