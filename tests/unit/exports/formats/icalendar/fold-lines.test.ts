import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLines } from '@/lib/exports/formats/icalendar/fold-lines';

const octets = (text: string) => new TextEncoder().encode(text).length;
const unfolded = (text: string) => text.replaceAll('\r\n ', '');

describe('foldLines', () => {
  it.each([
    ['a short line', 'BEGIN:VEVENT', 'BEGIN:VEVENT'],
    ['a line of 75 octets', 'a'.repeat(75), 'a'.repeat(75)],
    ['a line of 76', 'a'.repeat(76), `${'a'.repeat(75)}\r\n a`],
    ['a long line, the space counted', 'a'.repeat(150), `${'a'.repeat(75)}\r\n ${'a'.repeat(74)}\r\n a`],
    ['letters of two octets', 'é'.repeat(38), `${'é'.repeat(37)}\r\n é`],
    ['a pair that would be cut', `${'a'.repeat(72)}🙂`, `${'a'.repeat(72)}\r\n 🙂`],
    ['each line by itself', `${'a'.repeat(76)}\r\nb`, `${'a'.repeat(75)}\r\n a\r\nb`],
  ])('folds %s', (_case, text, expected) => {
    expect(foldLines(text)).toBe(expected);
  });

  it('keeps every character, whole, in lines of at most 75 octets', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '佐', '🙂', '\u0301', ',', '\\'), maxLength: 400 });

    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), (lines) => {
        const folded = foldLines(lines.join('\r\n'));

        expect(unfolded(folded)).toBe(lines.join('\r\n'));
        for (const line of folded.split('\r\n')) {
          expect(octets(line)).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
