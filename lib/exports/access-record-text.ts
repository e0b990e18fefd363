import { type AccessRecord, accessRecord } from './access-record';
import type { ExportFormat } from './export-format';
import { labels } from './labels';

const rule = '-'.repeat(40);

/** A record as plain text, to be pasted where no markup is understood. */
export function recordAsText({ title, status, scenario, sections, witness }: AccessRecord): string {
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
    witness,
    '',
  ].join('\n');
}

export const accessRecordText: ExportFormat = {
  id: 'access-record-text',
  label: labels['access-record-text'],
  hint: 'What was given, why and by whom, as plain text to paste into the ticket, with a line that proves it against the log.',
  extension: 'txt',
  mime: 'text/plain;charset=utf-8',
  holds: 'grants',
  bytes: { perGrant: 870 },
  paste: true,
  async *write(source) {
    const between = `\n${rule}\n\n`;
    let before = '';
    for await (const grants of source.grants()) {
      yield before + grants.map((grant) => recordAsText(accessRecord(grant, source))).join(between);
      before = between;
    }
  },
};
