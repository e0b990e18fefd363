import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { write as writeJsonLines } from '@/lib/exports/formats/json-lines/write';
import { verifyChain } from '../../../../support/verify-chain';
import { chainOf, logOfGrants, sourceOf, story, textOf } from '../../sample-log';

const read = (text: string): unknown[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

describe('JSON Lines', () => {
  it('holds every entry as stored, oldest first, one per line, and nothing else', async () => {
    const entries = chainOf(story);

    const text = await textOf(writeJsonLines(sourceOf(entries)));

    expect(text.endsWith('}\n')).toBe(true);
    expect(read(text)).toEqual(entries);
  });

  it('verifies against the head that the export was made for', async () => {
    const source = sourceOf(chainOf(story));

    const read_ = read(await textOf(writeJsonLines(source)));

    expect(verifyChain(read_, source.head)).toEqual({ ok: true, count: story.length, head: source.head.hash });
  });

  it.each([
    [
      'an entry changed',
      (lines: string[]) => lines.with(3, lines[3]?.replace('"chosen":"Admin"', '"chosen":"Owner"') ?? ''),
      4,
      'hash',
    ],
    ['a value changed', (lines: string[]) => lines.with(1, lines[1]?.replace('grace@', 'mallory@') ?? ''), 2, 'value'],
    ['an entry removed', (lines: string[]) => lines.toSpliced(4, 1), 5, 'number'],
    [
      'two entries swapped',
      (lines: string[]) => [lines[0], lines[2], lines[1], ...lines.slice(3)] as string[],
      2,
      'number',
    ],
    ['the end cut off', (lines: string[]) => lines.slice(0, -2), story.length - 1, 'short'],
  ])('shows %s after the export', async (_name, forge, seq, fault) => {
    const source = sourceOf(chainOf(story));
    const lines = (await textOf(writeJsonLines(source))).split('\n').slice(0, -1);

    const verdict = verifyChain(
      forge(lines).map((line) => JSON.parse(line)),
      source.head,
    );

    expect(verdict).toMatchObject({ ok: false, seq, fault });
  });

  it('brings any text through, in chunks, as a chain that still verifies', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'"\\\n\r\u2028\ud800\0', '🙂') }),
    );

    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ reason: text, approvedBy: text }), { maxLength: 5 }),
        async (variations) => {
          const entries = logOfGrants(variations);
          const source = sourceOf(entries);

          const lines = read(await textOf(writeJsonLines(source)));

          expect(lines).toEqual(entries);
          expect(verifyChain(lines, source.head).ok).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('writes a long log in several chunks', async () => {
    const entries = logOfGrants(Array.from({ length: 900 }, () => ({})));
    const chunks: string[] = [];

    for await (const chunk of writeJsonLines(sourceOf(entries))) chunks.push(chunk);

    expect(chunks).toHaveLength(2);
    expect(read(chunks.join(''))).toHaveLength(901);
  });
});
