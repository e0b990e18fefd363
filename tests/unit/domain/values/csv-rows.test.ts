import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvRows } from '@/lib/domain/values/csv-rows';

describe('csvRows', () => {
  test.each<[string, string, string[][]]>([
    [
      'cells and lines',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a last line without an end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['lines of other systems', 'a\r\nb\rc', [['a'], ['b'], ['c']]],
    ['empty lines, which count', 'a\n\n\nb\n', [['a'], [''], [''], ['b']]],
    [
      'empty cells, also the last',
      ',a,\n,,',
      [
        ['', 'a', ''],
        ['', '', ''],
      ],
    ],
    ['quotes around separators, line ends and quotes', '"a,\nb ""c""",d\n""\n', [['a,\nb "c"', 'd'], ['']]],
    ['quotes that begin no cell', 'a "b" c\n', [['a "b" c']]],
    ['nothing', '', []],
  ])('reads %s', (_what, text, rows) => {
    expect(csvRows(text, ',')).toEqual({ rows });
  });

  test.each([
    ['that is never closed', 'a,b\nc,"d\ne,f\n', 2],
    ['that closes within its cell', 'a,b\n\n"c" d,e\n', 3],
  ])('names the row of a quotation mark %s', (_what, text, badQuote) => {
    expect(csvRows(text, ',')).toMatchObject({ badQuote });
  });

  test('reads no further than it is asked', () => {
    expect(csvRows('a;b\nc;"d', ';', 1)).toEqual({ rows: [['a', 'b']] });
  });

  test('reads back whatever another program wrote', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', ';', '\n', '\r', 'ë') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
        expect(csvRows(Papa.unparse(rows, { delimiter }), delimiter)).toEqual({ rows });
      }),
      { numRuns: 300 },
    );
  });
});
