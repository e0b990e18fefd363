import { type AccessRecord, accessRecord } from '@/lib/exports/access-record';
import type { ExportSource } from '@/lib/exports/export-format';

const rule = '-'.repeat(40);

/** Writes a record as plain text, to be pasted where no markup is understood. */
export function recordAsText({ title, status, scenario, sections, savedProof }: AccessRecord): string {
  return [
    title,
    `Status: ${status}`,
    `Scenario: ${scenario}`,
    ...sections.flatMap(({ title: heading, lines }) => [
      '',
      `${heading}:`,
      ...lines.map(({ name, value }) => `- ${name}: ${value}`),
    ]),
    '',
    savedProof,
    '',
  ].join('\n');
}

export async function* write(source: ExportSource): AsyncGenerator<string> {
  const between = `\n${rule}\n\n`;
  let before = '';
  for await (const grants of source.grants()) {
    yield before + grants.map((grant) => recordAsText(accessRecord(grant, source))).join(between);
    before = between;
  }
}
