import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf } from '@/lib/domain/log/digest';

const expected = (text: string, bytes = '') =>
  createHash('sha256').update(Buffer.from(bytes, 'hex')).update(Buffer.from(text)).digest('hex');

test.each([
  ['nothing', ''],
  ['a block’s length less its end', 'x'.repeat(55)],
  ['a block', 'x'.repeat(64)],
  ['a text of several bytes a character', 'é😀中'.repeat(40)],
  ['a text as long as the room for it', 'a'.repeat(21_845)],
  ['a text that is longer', '中'.repeat(30_000)],
])('%s', (_what, text) => {
  expect(digestOf(text)).toBe(expected(text));
  expect(digestOf(text, 'ab'.repeat(16))).toBe(expected(text, 'ab'.repeat(16)));
});

test('one digest leaves nothing behind for the next', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 200 }), { maxLength: 8 }), (texts) => {
      expect(texts.map((text) => digestOf(text, '0f'.repeat(16)))).toEqual(
        texts.map((text) => expected(text, '0f'.repeat(16))),
      );
    }),
    { numRuns: 500 },
  );
});
