import { type AccessRecord, accessRecord } from '@/lib/exports/access-record';
import type { ExportSource } from '@/lib/exports/export-format';

/**
 * Escapes text so that Markdown and the HTML inside it have no say: a backslash before every sign that could begin
 * either.
 */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&');
}

/** Writes a record as Markdown (CommonMark). */
export function recordAsMarkdown({ title, status, scenario, sections, savedProof }: AccessRecord): string {
  return [
    `# ${escapeMarkdown(title)}`,
    '',
    `**Status:** ${status}`,
    '',
    `**Scenario:** ${escapeMarkdown(scenario)}`,
    ...sections.flatMap(({ title: heading, lines }) => [
      '',
      `## ${heading}`,
      '',
      ...lines.map(({ name, value }) => `- **${escapeMarkdown(name)}:** ${escapeMarkdown(value)}`),
    ]),
    '',
    `\`${savedProof}\``,
    '',
  ].join('\n');
}

export async function* write(source: ExportSource): AsyncGenerator<string> {
  const between = '\n---\n\n';
  let before = '';
  for await (const grants of source.grants()) {
    yield before + grants.map((grant) => recordAsMarkdown(accessRecord(grant, source))).join(between);
    before = between;
  }
}
