import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, words } from '@/lib/domain/values/text';
import { hostileText } from '../hostile-text';

describe('plainText', () => {
  test.each([
    ['leaves ordinary text', 'Kim Sato', 'Kim Sato'],
    ['trims', '  Kim Sato\n', 'Kim Sato'],
    ['folds white space of every kind', 'Kim \t\r\n\u00a0\u2003\u2028Sato', 'Kim Sato'],
    ['drops bidi overrides', 'invoice\u202egpj.exe', 'invoicegpj.exe'],
    ['drops bidi isolates and marks', '\u2066Kim\u2069 \u200eSato\u200f\u061c', 'Kim Sato'],
    ['drops controls', 'Kim\u0000\u0007\u001b[31m Sato\u007f', 'Kim[31m Sato'],
    ['drops a byte order mark without parting the word', '\ufeffKi\ufeffm', 'Kim'],
    ['drops soft hyphens and zero-width spaces', 'Pro\u00adduc\u200btion', 'Production'],
    ['leaves no gap where a control stood alone', 'Kim \u0000 Sato', 'Kim Sato'],
    ['drops tag characters, which no font shows', 'Kim\u{e0041}\u{e0042}', 'Kim'],
    ['keeps the joiners of Persian and of emoji', 'می\u200cخواهم 👩\u200d💻', 'می\u200cخواهم 👩\u200d💻'],
    ['keeps accents, however they are written', 'Zoe\u0308 Größe', 'Zoe\u0308 Größe'],
    ['keeps HTML and formulas as they are, to be shown as text', '<b>=1+1</b>', '<b>=1+1</b>'],
    ['mends a high surrogate without its half', 'a\ud83db', 'a\ufffdb'],
    ['mends a low surrogate without its half', '\ude00', '\ufffd'],
    ['gives nothing for nothing', ' \u0000\u202e ', ''],
  ])('%s', (_what, text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  test.each([
    ['keeps what just fits', 'abcde', 5, 'abcde'],
    ['ends longer text in an ellipsis', 'abcdef', 5, 'abcd…'],
    ['counts after folding', '  a  b  c  ', 5, 'a b c'],
    ['does not cut a character in half', 'abc😀def', 5, 'abc…'],
    ['keeps a whole character at the edge', 'ab😀def', 5, 'ab😀…'],
  ])('%s', (_what, text, max, expected) => {
    expect(plainText(text, max)).toBe(expected);
  });

  test('keeps 200 characters unless told otherwise', () => {
    expect(plainText('x'.repeat(200))).toHaveLength(200);
    expect(plainText('x'.repeat(5000))).toBe(`${'x'.repeat(199)}…`);
  });

  test('is well-formed, folded, bounded, and done in one go, for any text', () => {
    fc.assert(
      fc.property(hostileText(), fc.integer({ min: 2, max: 40 }), (text, max) => {
        const plain = plainText(text, max);

        expect(plain.isWellFormed()).toBe(true);
        expect(plain.length).toBeLessThanOrEqual(max);
        expect(plain).toBe(plain.trim());
        expect(plain).not.toMatch(/\s{2}|\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
        expect(plainText(plain, max)).toBe(plain);
      }),
    );
  });
});

describe('words', () => {
  test.each([
    ['case', 'Invite Member', 'invite member'],
    ['white space', ' Invite \n member ', 'invite member'],
    ['a leading plus', '+ Invite member', 'invite member'],
    ['a leading mark', '• Members', 'members'],
    ['a trailing colon', 'Email:', 'email'],
    ['an asterisk of a required field', 'Email *', 'email'],
    ['an ellipsis', 'Invite…', 'invite'],
    ['the arrow of a menu', 'Read-Only ▾', 'read-only'],
    ['a count', 'Members 12', 'members'],
    ['a count in brackets', 'Members (1,204)', 'members'],
    ['an open-ended count', 'Invitations 99+', 'invitations'],
    ['a curly apostrophe', 'Member’s role', "member's role"],
    ['a zero-width space', 'Mem\u200bbers', 'members'],
    ['a byte order mark', '\ufeffMem\ufeffbers', 'members'],
    ['hidden bidi marks', '\u202eMembers\u202c', 'members'],
  ])('disregards %s', (_what, text, expected) => {
    expect(words(text)).toBe(expected);
  });

  test.each([
    ['different words', 'Member', 'Members'],
    ['a hyphen', 'Read-Only', 'Read Only'],
    ['a number in the middle', 'Tier 1 support', 'Tier 2 support'],
  ])('tells %s apart', (_what, one, other) => {
    expect(words(one)).not.toBe(words(other));
  });
});
