import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvLines } from '@/lib/exports/csv';

describe('csvLines', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "yes"', '"say ""yes"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\rlines', '"two\rlines"'],
    [' before', '" before"'],
    ['after ', '"after "'],
    ['\ufeff', '"\ufeff"'],
    ['semi; colon', 'semi; colon'],
  ])('writes %j as %j', (text, cell) => {
    expect(csvLines([['x', text]])).toBe(`x,${cell}\r\n`);
  });

  it('writes the same as Papa Parse', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', ' ', ';', '\t', '\ufeff', "'", '=', 'a') }),
    );

    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }), (rows) => {
        expect(csvLines(rows)).toBe(`${Papa.unparse(rows, { newline: '\r\n' })}\r\n`);
      }),
      { numRuns: 1000 },
    );
  });
});
