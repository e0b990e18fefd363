import fc from 'fast-check';

const pieces = [
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u00ad',
  '\0',
  '\n',
  ' ',
  '\u00a0',
  '\ud83d',
  '\ude00',
  '😀',
];
const readable = [
  'a',
  'Z',
  '7',
  'é',
  'e\u0301',
  'ß',
  'İ',
  '佐',
  '.',
  ',',
  '@',
  '<',
  '>',
  '"',
  '<b>',
  '=1+1',
  '{ticket}',
  '__proto__',
];

/** Any text that a page, a clipboard or a message may hold: bidi overrides, controls, halves of surrogate pairs, markup. */
export const hostileText = (maxLength = 40) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...pieces),
        fc.constantFrom(...readable),
        fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      ),
      { maxLength },
    )
    .map((units) => units.join(''));
