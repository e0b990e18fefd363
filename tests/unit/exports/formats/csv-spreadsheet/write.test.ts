import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asText, disarm } from '@/lib/exports/disarm';
import { write as writeCsvMachine } from '@/lib/exports/formats/csv-machine/write';
import { write as writeCsvSpreadsheet } from '@/lib/exports/formats/csv-spreadsheet/write';
import { chainOf, grantsOf, logOfGrants, sourceOf, story, textOf } from '../../sample-log';

const read = (csv: string): Record<string, string>[] =>
  parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });

describe('CSV (spreadsheet)', () => {
  it('is the machine’s table behind a byte order mark where nothing looks like a formula', async () => {
    const source = sourceOf(chainOf(story));

    const csv = await textOf(writeCsvSpreadsheet(source));

    expect(csv).toBe(`\uFEFF${await textOf(writeCsvMachine(source))}`);
    expect(new TextEncoder().encode(csv).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  });

  it.each([
    ['request_number', { ticket: '=1+1' }, "'=1+1"],
    ['grantee_email', { email: '+1@evil.example' }, "'+1@evil.example"],
    ['business_justification', { reason: ' @SUM(A1:A9)' }, "' @SUM(A1:A9)"],
    ['approved_by', { approvedBy: '-cmd|calc' }, "'-cmd|calc"],
    ['scopes', { scope: ['Production', '=cmd'] }, "Production; '=cmd"],
    ['purpose', { purpose: '\t=1' }, "'\t'=1"],
  ])('disarms a formula in %s', async (column, variation, expected) => {
    const source = sourceOf(logOfGrants([variation]));

    const [row] = read(await textOf(writeCsvSpreadsheet(source)));

    expect(row?.[column]).toBe(expected);
  });

  it('shows any text to another reader as it is, or disarmed', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'=+-@"\',\r\n;\t \0\ud800', '🙂') }),
    );

    await fc.assert(
      fc.asyncProperty(text, text, async (ticket, reason) => {
        const [grant] = grantsOf(logOfGrants([{}]));
        const csv = await textOf(writeCsvSpreadsheet(sourceOf([], [{ ...grant, ticket, reason } as never])));

        const [row] = read(csv);

        expect(row?.request_number).toBe(asText(disarm(ticket.toWellFormed())));
        expect(row?.business_justification).toBe(asText(disarm(reason.toWellFormed())));
      }),
      { numRuns: 300 },
    );
  });
});
