import { givenAccess, givenText } from '@/lib/domain/grant/access';
import { type Grant, statusOf } from '@/lib/domain/grant/grant';
import { csvTable } from '@/lib/exports/csv';
import type { ExportSource } from '@/lib/exports/export-format';
import { dueDay, purposeLabel, shown, vendorName } from '@/lib/exports/vocabulary';

/** Jira's limit for a summary, characters. */
const longestSummary = 255;

/** Jira labels hold no white space. */
const label = (text: string) => shown(text).replace(/\s+/g, '-');

const person = (email: string | null) => (email === null ? 'a person who was forgotten' : shown(email));

function summary({ ticket, vendor, email }: Grant): string {
  const text = `${shown(ticket)}: ${vendorName(vendor)} access for ${person(email)}`;
  return text.length <= longestSummary ? text : `${text.slice(0, longestSummary - 1).toWellFormed()}…`;
}

const fact = (name: string, value: string | null) => (value === null || value === '' ? [] : [`${name}: ${value}`]);

function description(grant: Grant): string {
  return [
    ...fact('Purpose', purposeLabel(grant)),
    ...fact('Scope', grant.scope.map(shown).join(', ')),
    ...fact('Role', grant.role && shown(grant.role)),
    ...givenAccess(grant).map((place) => shown(givenText(place))),
    ...fact('Reason', grant.reason && shown(grant.reason)),
    ...fact('Approved by', grant.approvedBy && shown(grant.approvedBy)),
    ...fact('Access ends', grant.accessEnds),
  ].join('\n');
}

interface Column {
  header: string;
  text: (grant: Grant, source: ExportSource) => string | null;
}

/**
 * The importer's rules (Atlassian, "Prepare and structure your CSV file", read 2026-11-21): a `Summary` column, no
 * punctuation in headers, no comma left out, quotes around commas and line breaks, people by e-mail address.
 */
const columns: readonly Column[] = [
  { header: 'Summary', text: summary },
  { header: 'Description', text: description },
  { header: 'Due Date', text: dueDay },
  { header: 'Reporter', text: ({ grantedBy }) => grantedBy.email },
  { header: 'Labels', text: ({ vendor }) => label(vendorName(vendor)) },
  { header: 'Request Number', text: ({ ticket }) => shown(ticket) },
  { header: 'Grantbook Record', text: ({ id }) => id },
  { header: 'Vendor', text: ({ vendor }) => vendorName(vendor) },
  { header: 'Collaborator', text: ({ email }) => email && shown(email) },
  {
    header: 'Access Status',
    text: (grant, { now, invitationDays }) => statusOf(grant, now, invitationDays(grant)),
  },
];

export async function* write(source: ExportSource): AsyncGenerator<string> {
  yield* csvTable(
    columns.map(({ header }) => header),
    source.grants(),
    (grant) => columns.map(({ text }) => text(grant, source) ?? ''),
  );
}
