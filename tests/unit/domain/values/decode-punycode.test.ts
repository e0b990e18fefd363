import fc from 'fast-check';
import { decode, encode } from 'punycode/punycode.es6.js';
import { expect, test } from 'vitest';
import { decodePunycode } from '@/lib/domain/values/decode-punycode';

test.each([
  ['mller-kva', 'müller'],
  ['fiq228c', '中文'],
  ['abc-', 'abc'],
  ['', ''],
])('decodes %o', (label, expected) => {
  expect(decodePunycode(label)).toBe(expected);
});

test('decodes whatever was encoded', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      expect(decodePunycode(encode(text.toLowerCase()))).toBe(text.toLowerCase());
    }),
    { seed: 3, numRuns: 500 },
  );
});

test('says of anything else what the reference says, or that it is none', () => {
  const attempt = (decodes: (label: string) => string, label: string) => {
    try {
      return decodes(label);
    } catch {
      return null;
    }
  };
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9-]{0,20}$/), (label) => {
      expect(attempt(decodePunycode, label)).toBe(attempt(decode, label));
    }),
    { seed: 3, numRuns: 2000 },
  );
});
