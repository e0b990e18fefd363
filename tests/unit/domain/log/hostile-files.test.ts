import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditFile, fileVerdictWords } from '@/lib/domain/log/audit-file';
import { signatureChecker } from '@/lib/domain/log/checkpoint';
import { parseEntry } from '@/lib/domain/log/entry';

const read = (name: string) => readFileSync(new URL(`./hostile/${name}.jsonl`, import.meta.url), 'utf8').split('\n');
const audit = (lines: readonly string[]) => auditFile(lines, { checkSignature: signatureChecker(crypto.subtle) });
const words = async (lines: readonly string[]) => fileVerdictWords(await audit(lines), (key) => key).join('\n');

describe('files from strangers', () => {
  it.each([
    ['good', /^GOOD: 14 entries/],
    ['proto-words', /^GOOD: 4 entries/],
    ['impossible-moment', /^NOT GOOD.*: 2\nEntry 2 .*“at”/],
    ['impossible-day', /^NOT GOOD.*: 2\nEntry 2 .*“data.accessEnds”/],
    ['year-zero', /^NOT GOOD.*: 2\nEntry 2 .*“at”/],
    ['personal-proto-null', /^NOT GOOD.*: 2\nEntry 2 .*“personal”/],
    ['bases-flipped-resigned-new-key', /^NOT GOOD.*: 5\nEntry 5 .*“basis”/],
    ['seq-at-the-end-of-numbers', /^NOT GOOD.*: 1\n/],
  ])('%s', async (name, verdict) => {
    expect(await words(read(name))).toMatch(verdict);
  });

  const hostile = fc.constantFrom<unknown>(
    null,
    true,
    -1,
    2 ** 53,
    1e300,
    '',
    '__proto__',
    '2026-02-30',
    '2026-02-30T10:00:00.000Z',
    'x'.repeat(100_000),
    '\ud800',
    [],
    {},
    JSON.parse('{"__proto__":null}'),
    JSON.parse('{"constructor":{"prototype":null}}'),
  );
  const good = read('good').filter((line) => line !== '');

  it('are judged in words, whatever one of their values is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), hostile, fc.boolean(), async (at, which, value, isKey) => {
        const lines = [...good];
        const line = at % lines.length;
        const entry = JSON.parse(lines[line] as string);
        const places = placesIn(entry);
        const { holder, key } = places[which % places.length] as Place;
        if (isKey) Object.defineProperty(holder, '__proto__', { value, enumerable: true });
        else (holder as Record<string, unknown>)[key] = value;
        lines[line] = JSON.stringify(entry);

        const verdict = await audit(lines);

        const said = fileVerdictWords(verdict, (short) => short).join('\n');
        const isStripped = key === 'personal' && !isKey && JSON.stringify(value) === '{}';
        expect(verdict.ok).toBe(isStripped || JSON.stringify(lines) === JSON.stringify(good));
        expect(said).toMatch(isStripped ? /values are not there, 0 of them explained/ : /GOOD/);
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });

  it('say how many values are not there, and how many of those the log explains', async () => {
    const stripped = good.map((line) => JSON.stringify({ ...JSON.parse(line), personal: {} }));

    expect(await words(stripped)).toMatch(/^GOOD.*\n34 values are not there, 0 of them explained by entries\./);
    expect(await words(good)).not.toContain('not there');
  });

  it('hold no date that a program cannot read', () => {
    const first = JSON.parse(good[1] as string);
    for (const at of ['2026-13-01T00:00:00.000Z', '2026-02-29T00:00:00.000Z', '2026-01-01T24:00:00.000Z', 'now', ''])
      expect(parseEntry({ ...first, at })).toBeNull();
    expect(parseEntry({ ...first, at: '2028-02-29T23:59:59.999Z' })).not.toBeNull();
  });
});

interface Place {
  holder: object;
  key: string;
}

/** Lists every member of an object and of those in it. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [{ holder: value, key }, ...placesIn(each)]);
}
