import { describe, expect, it } from 'vitest';
import { visibleText } from '@/components/log/visible-text';

describe('visibleText', () => {
  it.each([
    ['an override of direction', '\u202eada@example.com', '[U+202E]ada@example.com'],
    ['an isolate', 'a\u2066b\u2069', 'a[U+2066]b[U+2069]'],
    ['a zero-width space', 'ad\u200ba', 'ad[U+200B]a'],
    ['a soft hyphen', 'ad\u00ada', 'ad[U+00AD]a'],
    ['a control', 'a\u0007b', 'a[U+0007]b'],
    ['a tag character', 'a\u{e0041}b', 'a[U+E0041]b'],
    ['half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
  ])('makes %s visible', (_case, text, expected) => {
    expect(visibleText(text)).toBe(expected);
  });

  it.each(['<b>Mallory</b>', '=1+1', 'שלום@דוגמה.example', 'नमस्ते क्\u200dष', '👩\u200d💻', "it's"])(
    'leaves “%s” as it is',
    (text) => {
      expect(visibleText(text)).toBe(text);
    },
  );
});
