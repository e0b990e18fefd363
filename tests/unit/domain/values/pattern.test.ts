import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestMatched, patternFault } from '@/lib/domain/values/pattern';
import { checkTicket, checkTicketPattern, defaultTicketPattern } from '@/lib/domain/values/ticket';

describe('patternFault', () => {
  it.each([
    defaultTicketPattern,
    '#\\d+',
    '(?:IAM|SEC|OPS)-\\d{1,7}',
    '([A-Z]{2,10}-)?\\d+',
    'CHG\\d{7}',
    '[A-Za-z]+[-/]\\d+',
    'a\\.b\\+c|[\\]()*+]x',
    '^REQ\\d+$',
    '(?:ab)+',
  ])('takes %s', (pattern) => {
    expect(patternFault(pattern)).toBeNull();
  });

  it.each([
    ['(a+)+', 'repeats'],
    ['(a+)*$', 'repeats'],
    ['(?:a|a)+', 'alternatives'],
    ['((ab)*c)*', 'repeats'],
    ['((?:a?)b){2,}', 'repeats'],
    ['(\\d+)-\\1', 'refers'],
    ['(?=a)b', 'looks around'],
    ['(?<!a)b', 'looks around'],
    ['(?<name>a)', 'looks around'],
    ['\\d*\\d*\\d*\\d*x', 'more than 3 parts'],
    ['a{1,5000}', 'more than 100 times'],
    [`#${'\\d'.repeat(120)}`, 'longer than 200'],
  ])('refuses %s', (pattern, why) => {
    expect(patternFault(pattern)).toContain(why);
    expect(checkTicketPattern(pattern)).toMatchObject({ ok: false, message: expect.stringContaining(why) });
  });

  it('takes nothing that makes the engine try for long', () => {
    const piece = fc.constantFrom(
      'a',
      'ab',
      '\\d',
      '[a1]',
      '(',
      '(?:',
      ')',
      '|',
      '*',
      '+',
      '?',
      '{2,}',
      '{1,3}',
      '.',
      '\\w',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const pattern = pieces.join('');
        if (!checkTicketPattern(pattern).ok) return;
        const started = performance.now();
        for (const text of ['a'.repeat(99), 'a1'.repeat(49), 'ab'.repeat(49)])
          checkTicket(`${text}!`.slice(0, longestMatched), pattern);
        expect(performance.now() - started).toBeLessThan(1000);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('checkTicket', () => {
  it('says so where a text is too long to be a number, without trying', () => {
    expect(checkTicket('1'.repeat(5_000), '\\d*\\d*\\d*x')).toMatchObject({
      ok: false,
      message: 'A ticket number has at most 100 characters.',
    });
  });
});
