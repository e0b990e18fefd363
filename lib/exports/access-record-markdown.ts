import { type AccessRecord, accessRecord } from './access-record';
import type { ExportFormat } from './export-format';
import { labels } from './labels';

/** Text in which Markdown and the HTML inside it have no say: a backslash before every sign that could begin either. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&');
}

/** A record as Markdown (CommonMark). */
export function recordAsMarkdown({ title, status, scenario, sections, witness }: AccessRecord): string {
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
    `\`${witness}\``,
    '',
  ].join('\n');
}

export const accessRecordMarkdown: ExportFormat = {
  id: 'access-record-markdown',
  label: labels['access-record-markdown'],
  hint: 'The same record as Markdown, to paste into a tracker or a wiki that renders it.',
  extension: 'md',
  mime: 'text/markdown;charset=utf-8',
  holds: 'grants',
  bytes: { perGrant: 900 },
  paste: true,
  async *write(source) {
    const between = '\n---\n\n';
    let before = '';
    for await (const grants of source.grants()) {
      yield before + grants.map((grant) => recordAsMarkdown(accessRecord(grant, source))).join(between);
      before = between;
    }
  },
};
