import type { Refinement } from '@/lib/domain/advice/need';
import { givenAccess, givenText } from '@/lib/domain/grant/access';
import {
  explainedOf,
  type Grant,
  invitationSent,
  type Mark,
  type RecordedKey,
  removerOf,
  statusOf,
} from '@/lib/domain/grant/grant';
import { after } from '@/lib/domain/review/cadence';
import { isPrivileged, type Reckoning, reviewDay } from '@/lib/domain/review/review';
import { addDays, type DateOnly, dateReader } from '@/lib/domain/values/calendar';
import { isExternal } from '@/lib/domain/values/email';
import type { ExportSource } from './export-format';

/** One column of the grant tables: its header, and what a grant says in it. What is not known is empty. */
export interface GrantColumn {
  header: string;
  /** Written by Grantbook itself: a moment, a day, a number, an id or a hash, which no spreadsheet misreads. */
  ours?: true;
  text: (grant: Grant, table: GrantTable) => string | number | null;
}

/** Holds what the rows of one table have in common. */
export interface GrantTable extends Pick<ExportSource, 'now' | 'head' | 'cadence' | 'ticketUrl' | 'invitationDays'> {
  /** The moment of the export, as it stands in every row. */
  exportedAt: string;
  /** Counts review days. */
  reckoning: Reckoning;
  /** Returns when the invitation of the row at hand lapses, as `invitationExpires` says: UTC, ISO 8601. */
  expires: (grant: Grant) => string | null;
}

/** Prepares one table of a source. */
export function grantTable(source: ExportSource): GrantTable {
  const invitationDays = perRow(source.invitationDays);
  const daysLater = remembering(addDays);
  const expires = perRow((grant) => {
    const [sent, days] = [invitationSent(grant), invitationDays(grant)];
    // Days are counted in UTC, where each has 24 hours: the time of day stays.
    return sent === null || days === null ? null : daysLater(sent.slice(0, 10), days) + sent.slice(10);
  });
  const exportedAt = source.now.toISOString();
  const reckoning = { later: remembering(after), on: dateReader(), isPrivileged: perRow(isPrivileged) };
  return { ...source, invitationDays, exportedAt, reckoning, expires };
}

/** Remembers an answer for as long as the same grant is asked about: several columns of a row want it. */
function perRow<T>(answer: (grant: Grant) => T): (grant: Grant) => T {
  let last: { grant: Grant; said: T } | null = null;
  return (grant) => {
    if (last?.grant !== grant) last = { grant, said: answer(grant) };
    return last.said;
  };
}

/**
 * Remembers the last count. Grants stand in the order in which they changed: most are counted from the same day as the
 * one before.
 */
function remembering<T>(count: (from: DateOnly, by: T) => DateOnly): (from: DateOnly, by: T) => DateOnly {
  let last: { from: DateOnly; by: T; to: DateOnly } | null = null;
  return (from, by) => {
    if (last?.from !== from || last.by !== by) last = { from, by, to: count(from, by) };
    return last.to;
  };
}

/** Hardly a value holds either: looking costs a tenth of replacing. */
const escaped = (value: string) =>
  value.includes(';') || value.includes('\\') ? value.replace(/[\\;]/g, '\\$&') : value;

/**
 * Joins several values in one cell by `; `; a semicolon or backslash inside a value is written with a backslash before
 * it. `say`: the value of an item.
 */
function joinValues<T>(items: readonly T[], say: (item: T) => string): string {
  // Most cells hold none or one: they are spared a list of their own.
  if (items.length === 0) return '';
  return items.length === 1 ? escaped(say(items[0] as T)) : items.map((item) => escaped(say(item))).join('; ');
}

const at = (mark: Mark | null | undefined) => mark?.at ?? null;
const basis = (mark: Mark | null | undefined) => mark?.basis ?? null;

const yesNo = (is: boolean | null) => (is === null ? null : is ? 'yes' : 'no');

const asItIs = (value: string) => value;

/** Lists the permissions that were ticked and unticked on top of the purpose, by id. */
const refined = ({ add, drop }: Refinement) =>
  joinValues([...add.map((id) => `also ${id}`), ...drop.map((id) => `not ${id}`)], asItIs);

const exception = ({ chosen, recommended, justification }: Grant['exceptions'][number]) =>
  `${chosen} instead of ${recommended}${justification === null ? '' : `: ${justification}`}`;

const explanation = ({ text, reason }: ReturnType<typeof explainedOf>[number]) =>
  `${text}${reason === null ? '' : `: ${reason}`}`;

const elsewhere = ({ where }: NonNullable<Grant['keyElsewhere']>) =>
  `documented elsewhere${where === null ? '' : `: ${where}`}`;

/** Says what became of the last invitation, as far as the log knows. `expires`, `now`: UTC, ISO 8601. */
function invitationStatus(
  { milestones, lapsed, gone }: Grant,
  expires: string | null,
  now: string,
): 'accepted' | 'gone' | 'withdrawn' | 'expired' | 'sent' | null {
  const { invited, accepted, active, removed } = milestones;
  if (accepted || (invited && active)) return 'accepted';
  if (gone) return 'gone';
  if (!invited) return null;
  if (removed) return 'withdrawn';
  return lapsed || (expires !== null && expires <= now) ? 'expired' : 'sent';
}

/** Puts the record of a key into words; the key itself is stored nowhere. */
const key = ({ name, owner, purpose, scope, permissions, expires, rotateDays }: RecordedKey) => {
  const about = [
    scope,
    permissions,
    purpose ? `for ${purpose}` : '',
    owner ? `owner ${owner}` : '',
    expires === null ? '' : `expires ${expires}`,
    rotateDays === null ? '' : `rotated every ${rotateDays} days`,
  ].filter(Boolean);
  return `${name ?? ''} (${about.join(', ')})`.trim();
};

/**
 * Lists what an auditor samples for one grant, as far as the log knows it. Moments are UTC (RFC 3339), days
 * `YYYY-MM-DD`.
 */
export const grantColumns: readonly GrantColumn[] = [
  { header: 'record_id', ours: true, text: ({ id }) => id },
  { header: 'request_number', text: ({ ticket }) => ticket },
  { header: 'request_url', text: ({ ticket }, { ticketUrl }) => ticketUrl(ticket) },
  { header: 'vendor', text: ({ vendor }) => vendor },
  { header: 'generation', text: ({ generation }) => generation },
  { header: 'grantee_email', text: ({ email }) => email },
  { header: 'external', ours: true, text: ({ email, grantedBy }) => yesNo(isExternal(email, grantedBy.email)) },
  { header: 'purpose', text: ({ purpose }) => purpose },
  { header: 'purpose_refined', text: ({ refine }) => (refine ? refined(refine) : null) },
  { header: 'scopes', text: ({ scope }) => joinValues(scope, asItIs) },
  { header: 'org_role', text: ({ role }) => role },
  { header: 'recommended_role', text: ({ recommended }) => recommended?.role ?? null },
  { header: 'scope_role', text: (grant) => joinValues(givenAccess(grant), givenText) },
  { header: 'recommended_scope_role', text: ({ recommended }) => recommended?.scopeRole ?? null },
  { header: 'privileged', ours: true, text: (grant, { reckoning }) => yesNo(reckoning.isPrivileged(grant)) },
  {
    header: 'status',
    ours: true,
    text: (grant, { now, invitationDays }) => statusOf(grant, now, invitationDays(grant)),
  },
  { header: 'business_justification', text: ({ reason }) => reason },
  { header: 'approved_by', text: ({ approvedBy }) => approvedBy },
  { header: 'granted_by', text: ({ grantedBy }) => grantedBy.name },
  { header: 'granted_by_email', text: ({ grantedBy }) => grantedBy.email },
  {
    header: 'granted_at',
    ours: true,
    text: ({ milestones: { invited, accepted, active } }) => at(active ?? accepted ?? invited),
  },
  { header: 'started_at', ours: true, text: ({ started }) => started.at },
  { header: 'invited_at', ours: true, text: ({ milestones }) => at(milestones.invited) },
  { header: 'invited_basis', ours: true, text: ({ milestones }) => basis(milestones.invited) },
  {
    header: 'invitation_status',
    ours: true,
    text: (grant, { exportedAt, expires }) => invitationStatus(grant, expires(grant), exportedAt),
  },
  {
    header: 'invitation_expires_at',
    ours: true,
    text: (grant, { expires }) => expires(grant),
  },
  { header: 'accepted_at', ours: true, text: ({ milestones }) => at(milestones.accepted) },
  { header: 'accepted_basis', ours: true, text: ({ milestones }) => basis(milestones.accepted) },
  { header: 'active_at', ours: true, text: ({ milestones }) => at(milestones.active) },
  { header: 'active_basis', ours: true, text: ({ milestones }) => basis(milestones.active) },
  { header: 'end_date', ours: true, text: ({ accessEnds }) => accessEnds },
  {
    header: 'review_due',
    ours: true,
    text: (grant, { cadence, reckoning }) => reviewDay(grant, cadence, reckoning),
  },
  { header: 'last_review_at', ours: true, text: ({ review }) => at(review) },
  { header: 'last_review_decision', ours: true, text: ({ review }) => review?.decision ?? null },
  { header: 'last_review_reason', text: ({ review }) => review?.reason ?? null },
  { header: 'reviewer', text: ({ review }) => review?.by.name ?? null },
  { header: 'reviewer_email', text: ({ review }) => review?.by.email ?? null },
  { header: 'reviewer_granted_it', ours: true, text: ({ review }) => yesNo(review?.own ?? null) },
  {
    header: 'exceptions',
    text: (grant) =>
      grant.explained
        ? joinValues([...grant.exceptions.map(exception), ...explainedOf(grant).map(explanation)], asItIs)
        : joinValues(grant.exceptions, exception),
  },
  { header: 'revoked_at', ours: true, text: ({ milestones }) => at(milestones.removed) },
  { header: 'revoked_basis', ours: true, text: ({ milestones }) => basis(milestones.removed) },
  { header: 'revoked_by', text: (grant) => removerOf(grant)?.name ?? null },
  { header: 'revoked_by_email', text: (grant) => removerOf(grant)?.email ?? null },
  { header: 'revoke_reason', text: ({ removal }) => removal?.reason ?? null },
  { header: 'revocation_started_at', ours: true, text: ({ removal }) => at(removal) },
  {
    header: 'api_keys',
    text: ({ keys, keyElsewhere }) =>
      keyElsewhere ? joinValues([...keys.map(key), elsewhere(keyElsewhere)], asItIs) : joinValues(keys, key),
  },
  { header: 'same_person_as', ours: true, text: ({ sameAs }) => sameAs },
  { header: 'entries', ours: true, text: ({ entries }) => entries },
  { header: 'last_entry', ours: true, text: ({ last }) => last.seq },
  { header: 'last_change_at', ours: true, text: ({ last }) => last.at },
  { header: 'exported_at', ours: true, text: (_grant, { exportedAt }) => exportedAt },
  { header: 'log_entries', ours: true, text: (_grant, { head }) => head.seq },
  { header: 'log_head', ours: true, text: (_grant, { head }) => head.hash },
];

/** Lists what a reader of the table asks first: who has what, why, who allowed it, and until when. */
export const essentialColumns: readonly string[] = [
  'request_number',
  'vendor',
  'grantee_email',
  'org_role',
  'scope_role',
  'status',
  'business_justification',
  'approved_by',
  'granted_by',
  'granted_at',
  'end_date',
  'review_due',
  'revoked_at',
];

/** Returns the columns with these headers, in this order; all of them for null, or where none is known. */
export function columnsFor(headers: readonly string[] | null): readonly GrantColumn[] {
  const chosen = (headers ?? []).flatMap((header) => grantColumns.find((column) => column.header === header) ?? []);
  return chosen.length > 0 ? chosen : grantColumns;
}
