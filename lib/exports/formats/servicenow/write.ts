import { type Grant, type Mark, statusOf } from '@/lib/domain/grant/grant';
import { csvTable } from '@/lib/exports/csv';
import type { ExportSource } from '@/lib/exports/export-format';
import { dueDay, purposeLabel, shown, vendorName } from '@/lib/exports/vocabulary';

/** Writes a moment as the platform has it: UTC, without zone or fraction. */
const moment = (mark: Pick<Mark, 'at'> | null | undefined) => mark?.at.slice(0, 19).replace('T', ' ') ?? null;

const text = (value: string | null) => value && shown(value);

interface Column {
  header: string;
  text: (grant: Grant, source: ExportSource) => string | null;
}

/**
 * The staging table takes its columns from the headers. `correlation_id` is the coalesce key: importing again updates
 * the row. Values of reference fields stand exactly as logged, since ServiceNow creates what it cannot match.
 */
const columns: readonly Column[] = [
  { header: 'correlation_id', text: ({ id }) => id },
  { header: 'number', text: ({ ticket }) => text(ticket) },
  {
    header: 'short_description',
    text: ({ vendor, email }) =>
      `${vendorName(vendor)} access for ${email === null ? 'a person who was forgotten' : shown(email)}`,
  },
  { header: 'description', text: ({ reason }) => text(reason) },
  { header: 'requested_for', text: ({ email }) => text(email) },
  { header: 'opened_by', text: ({ grantedBy }) => text(grantedBy.email) },
  { header: 'approved_by', text: ({ approvedBy }) => text(approvedBy) },
  { header: 'opened_at', text: ({ started }) => moment(started) },
  { header: 'due_date', text: dueDay },
  { header: 'state', text: (grant, { now, invitationDays }) => statusOf(grant, now, invitationDays(grant)) },
  { header: 'vendor', text: ({ vendor }) => vendorName(vendor) },
  { header: 'purpose', text: (grant) => shown(purposeLabel(grant)) },
  { header: 'scope', text: ({ scope }) => scope.map(shown).join(', ') },
  { header: 'role', text: ({ role }) => text(role) },
  {
    header: 'scope_role',
    text: ({ access }) => access.map(({ name, role }) => `${shown(name)}: ${shown(role)}`).join(', '),
  },
  { header: 'access_ends', text: ({ accessEnds }) => accessEnds },
  { header: 'invited_at', text: ({ milestones }) => moment(milestones.invited) },
  { header: 'accepted_at', text: ({ milestones }) => moment(milestones.accepted) },
  { header: 'active_at', text: ({ milestones }) => moment(milestones.active) },
  { header: 'removed_at', text: ({ milestones }) => moment(milestones.removed) },
  { header: 'log_entry', text: ({ last }) => String(last.seq) },
  { header: 'log_head', text: (_grant, { head }) => head.hash },
];

export async function* write(source: ExportSource): AsyncGenerator<string> {
  yield* csvTable(
    columns.map(({ header }) => header),
    source.grants(),
    (grant) => columns.map((column) => column.text(grant, source) ?? ''),
  );
}
