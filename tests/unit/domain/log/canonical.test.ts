import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '@/lib/domain/log/canonical';
import { chainOf, story } from '../../exports/sample-log';

test.each<[string, unknown, string]>([
  [
    'members by code units',
    { b: 1, a: 2, é: 3, '😀': 4, '\ue000': 5, B: 6 },
    '{"B":6,"a":2,"b":1,"é":3,"😀":4,"\ue000":5}',
  ],
  ['members that look like numbers', { 10: 'a', 9: 'b', '-1': 'c' }, '{"-1":"c","10":"a","9":"b"}'],
  [
    'what JSON escapes',
    ['"', '\\', '\n', '\u007f', '\u2028', '\ud800'],
    '["\\"","\\\\","\\n","\u007f","\u2028","\\ud800"]',
  ],
  ['numbers as ECMAScript writes them', [1e21, -0, 1.5, 1e-7], '[1e+21,0,1.5,1e-7]'],
  ['nothing in it', [{}, [], ''], '[{},[],""]'],
  ['members that are undefined', { a: undefined, b: null }, '{"b":null}'],
  [
    'names that hold what joins them',
    [{ 'a\nb': 1 }, { a: 1, b: 2 }, { b: 1, a: 2 }],
    '[{"a\\nb":1},{"a":1,"b":2},{"a":2,"b":1}]',
  ],
])('%s', (_what, value, text) => {
  expect(canonical(value)).toBe(text);
});

test('members are left out of the value itself, not of what is in it', () => {
  expect(canonical({ hash: 1, a: { hash: 2 } }, ['hash'])).toBe('{"a":{"hash":2}}');
});

test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [undefined], [1n], [() => 1]])('%s is refused', (value) => {
  expect(() => canonical(value)).toThrow(TypeError);
});

test('every entry is written as the reference library does', () => {
  for (const { hash: _hash, personal: _personal, ...chained } of chainOf(story)) {
    expect(canonical({ ...chained, hash: 'x', personal: {} }, ['hash', 'personal'])).toBe(canonicalize(chained));
  }
});

test('any JSON is written as the reference library does', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      expect(canonical(value)).toBe(canonicalize(value));
    }),
    { numRuns: 1000 },
  );
});
