import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { armed, asText, disarm } from '@/lib/exports/disarm';

/** What a spreadsheet would calculate: any piece, cut where some locale's spreadsheet cuts, that begins like a formula. */
function calculates(text: string): boolean {
  return text
    .split(/[;\t\r\n]/)
    .some((piece, index) => /^[=+\-@＝＋－＠]/.test(piece.replace(index === 0 ? /^[\s\p{C}]+/u : /^[\s"\p{C}]+/u, '')));
}

describe('disarm', () => {
  it.each([
    ['a formula', '=HYPERLINK("https://evil.example","open")', '\'=HYPERLINK("https://evil.example","open")'],
    ['a plus', '+1 202 555 0100', "'+1 202 555 0100"],
    ['a minus', '-2+3', "'-2+3"],
    ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab', '\t=1', "'\t'=1"],
    ['a carriage return', '\r=1', "'\r'=1"],
    ['a line feed', '\nplain', "'\nplain"],
    ['a NUL', '\0=1', "'\0=1"],
    ['spaces before it', '   =1', "'   =1"],
    ['a no-break space before it', '\u00a0=1', "'\u00a0=1"],
    ['a zero-width space before it', '\u200b=1', "'\u200b=1"],
    ['a byte order mark before it', '\ufeff=1', "'\ufeff=1"],
    ['an unassigned character before it', '\u{18df3}－1', "'\u{18df3}－1"],
    ['a full-width equals sign', '＝1', "'＝1"],
    ['one after a semicolon', 'apps; =1', "apps; '=1"],
    ['one after a semicolon and a quote', 'apps;"=1', 'apps;"\'=1'],
    ['one on a second line', 'first\n@SUM(A1)', "first\n'@SUM(A1)"],
  ])('puts a quote before %s', (_name, text, expected) => {
    expect(disarm(text)).toBe(expected);
  });

  it.each([
    '',
    'IAM-1234',
    '#1234',
    'grace@partner.example',
    'a = b',
    "it's",
    'read-only; no exports',
    '1 + 1',
    'Ünïcödé 🙂',
  ])('leaves “%s” as it is', (text) => {
    expect(disarm(text)).toBe(text);
  });

  it('is taken back by reading the file again, whatever the text', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'=+-@;\t\r\n "\'a1＝-MAR'), maxLength: 12 });

    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
        expect(armed(asText(disarm(text)))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    'MAI-12',
    'OKT-7',
    'DEZ-26',
    'AOÛ-3',
    'ENE-5',
    'AGO-9',
    'DEC-12',
    'MÄR-4',
    'Gen-7',
    '10%',
    '(123)',
    '3. Mai 2026',
  ])('keeps “%s” from becoming a date or a number in the spreadsheet of any language', (text) => {
    expect(asText(disarm(text))).toBe(`'${text}`);
  });

  it.each(['IAM-12', 'OPS-7', 'SEC-26', 'Martha', 'decide 5 things', 'RITM0012345'])('leaves “%s” as it is', (text) => {
    expect(asText(disarm(text))).toBe(text);
  });

  it('leaves nothing that any spreadsheet calculates, and adds nothing but quotes', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'=+-@;\t\r\n\0 "\'a\u200b＝', 'b'), maxLength: 12 });

    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
        const disarmed = disarm(text);
        expect(calculates(disarmed)).toBe(false);
        expect(disarmed.replaceAll("'", '')).toBe(text.replaceAll("'", ''));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('asText', () => {
  it.each([
    '0012345',
    '1234',
    '1E5',
    '12.5e-3',
    '3-4',
    '1/2',
    '10:30',
    '2026-11-20',
    'MAR-12',
    'Sep 2026',
    '12-dec',
    '5 JAN 26',
    'TRUE',
    ' 42 ',
    '1:30 pm',
    'Mar 5, 2026',
    'March 5, 2026 10:30',
    '5 March 2026 1:30 pm',
    '5%',
    '5 %',
    '(5)',
    '$5',
    '5 €',
    '5-',
  ])('keeps %j from being read as a number, a date or a truth value', (text) => {
    expect(asText(text)).toBe(`'${text}`);
  });

  it('does not slow down over long runs of blanks', () => {
    const blanks = ' '.repeat(100_000);
    const start = performance.now();

    for (const text of [`1${blanks}x`, `5 may${blanks}5${blanks}x`, `${blanks}1${blanks}`]) asText(text);

    expect(performance.now() - start).toBeLessThan(1000);
  });

  it.each([
    '#1234',
    'IAM-1234',
    'RITM0012345',
    'Production',
    'grace@partner.example',
    'March',
    '12 apps',
    'e5',
    '',
    'decline',
    'true story',
    '(see the ticket)',
    '$HOME',
    'Marcus 5th',
    '5% of all apps',
  ])('leaves %j as it is', (text) => {
    expect(asText(text)).toBe(text);
  });
});
