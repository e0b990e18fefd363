import * as z from 'zod/mini';
import type { Grant } from '@/lib/domain/grant/grant';
import { savedProofLine } from '@/lib/domain/log/saved-proof';
import { defaultSettings } from '@/lib/domain/values/settings';
import { toldRules } from '@/lib/exports/told-rules';
import { shown } from '@/lib/exports/vocabulary';
import { linesOf, Manifest } from './manifest';
import type { Rebuilt } from './rebuild';

/** The manifest of the first version: it names every part, and not by what rules records and findings were made. */
const FormerManifest = z.object({
  pack: z.literal(1),
  log: z.string(),
  head: z.object({ seq: z.int(), hash: z.string() }),
  parts: z.array(z.object({ name: z.string(), lines: z.int(), sha256: z.string() })),
});

/** Turns a manifest of the first version into one of this; null where it is none. */
export function fromFormer(raw: unknown): Manifest | null {
  const former = FormerManifest.safeParse(raw).data;
  const entries = former?.parts.find(({ name }) => name === 'entries');
  if (!former || !entries) return null;
  const told = toldRules(defaultSettings, [], false);
  const savedProof = savedProofLine({ log: former.log, ...former.head });
  return Manifest.safeParse({ ...(raw as object), pack: 2, savedProof, told, entries, key: null }).data ?? null;
}

const Line = z.object({ name: z.string(), value: z.string() });
const FormerRecord = z.object({
  grant: z.object({ id: z.string() }),
  record: z.object({
    title: z.string(),
    status: z.string(),
    sections: z.array(z.object({ lines: z.array(Line) })),
  }),
});
const FormerFinding = z.object({
  kind: z.string(),
  grant: z.nullable(z.string()),
  email: z.nullable(z.string()),
  roster: z.nullable(z.int()),
});

const read = <T>(schema: z.ZodMiniType<T>, text: string): T[] =>
  linesOf(text).map((line) => schema.parse(JSON.parse(line)));

/** Kinds of findings that no rule of the organization changes. */
const sure = [
  'overdue',
  'drift',
  'exception',
  'unjustified role',
  'same approver',
  'unproven',
  'second grant',
  'shadow',
  'ghost',
];

/**
 * Compares what a pack of the first version shows with what its entries give; a sentence where it shows something else.
 * Only what depends on no rule is compared: the pack does not say which ones it was made by.
 */
export function formerFault(
  { grants, recordOf, findings }: Rebuilt,
  parts: { records: string; findings: string },
): string | null {
  const records = read(FormerRecord, parts.records);
  if (records.length !== grants.length)
    return `The pack shows ${records.length} records, its entries make ${grants.length}.`;
  for (const { grant, record } of records) {
    const own = grants.find(({ id }) => id === grant.id);
    if (!own || !saysTheSame(own, record, recordOf(own).status))
      return `The record “${record.title}” is not what its entries say.`;
  }
  const keyOf = ({ kind, grant, email, roster }: z.infer<typeof FormerFinding>) =>
    JSON.stringify([kind, grant, email, roster]);
  const told = read(FormerFinding, parts.findings)
    .filter(({ kind }) => sure.includes(kind))
    .map(keyOf);
  const due = findings.filter(({ kind }) => sure.includes(kind)).map(keyOf);
  const missing = due.find((key) => !told.includes(key));
  if (missing) return `The findings lack one that the entries give: ${JSON.parse(missing)[0]}.`;
  return told.every((key) => due.includes(key)) ? null : 'The findings hold one that the entries do not give.';
}

/** Compares the words of a record that a grant alone decides. */
function saysTheSame(grant: Grant, record: z.infer<typeof FormerRecord>['record'], status: string): boolean {
  const lines = record.sections.flatMap((section) => section.lines);
  const has = (name: string, start: string | null) =>
    start === null || lines.some((line) => line.name === name && line.value.startsWith(shown(start)));
  const lapses = [record.status, status].includes('Expired invitation');
  return (
    (grant.email === null || record.title.endsWith(` access for ${shown(grant.email)}`)) &&
    (lapses || record.status === status) &&
    has('Role', grant.role) &&
    has('Approved by', grant.approvedBy) &&
    has('IAM ticket', grant.ticket)
  );
}
