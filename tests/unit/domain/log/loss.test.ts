import { describe, expect, test } from 'vitest';
import { exportAfter, exportSuggestion, type Loss, lossKind, lossWords } from '@/lib/domain/log/loss';

const head = { seq: 40, hash: 'ab'.repeat(32) };

describe('lossKind', () => {
  test.each([
    ['nothing was remembered', null, 0, undefined, null],
    ['the remembered entry is there', head, 40, head.hash, null],
    ['the log went on since', head, 57, head.hash, null],
    ['the database is empty', head, 0, undefined, 'emptied'],
    ['the database ends earlier', head, 12, undefined, 'older'],
    ['another entry has its number', head, 40, 'cd'.repeat(32), 'foreign'],
  ] as const)('where %s', (_what, remembered, found, there, kind) => {
    expect(lossKind(remembered, found, there)).toBe(kind);
  });
});

describe('lossWords', () => {
  const loss = (kind: Loss['kind'], found: number): Loss => ({ kind, head, found, at: '2026-11-21T12:00:00.000Z' });

  test.each([
    [loss('emptied', 0), /reached entry 40, and the database was emptied/],
    [loss('older', 12), /reached entry 40, and the database ends at entry 12/],
    [loss('foreign', 40), /Entry 40 is not the one that was written here/],
  ])('tell what happened and what to do: %o', (what, words) => {
    const told = lossWords(what);

    expect(told.what).toMatch(words);
    expect(told.todo[0]).toMatch(/^Restore your last backup/);
    expect(told.todo).toHaveLength(3);
  });
});

describe('exportSuggestion', () => {
  const now = new Date('2026-11-21T12:00:00.000Z');
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
  const { entries, days } = exportAfter;

  test.each([
    ['an empty log', 0, null, null, null],
    ['a log that just began', 2, null, daysAgo(0), null],
    [
      'many entries that are in no export',
      entries,
      null,
      daysAgo(1),
      /^100 entries are not in any export; none was made so far/,
    ],
    ['few entries for a long time', 2, null, daysAgo(days), /^2 entries .* none was made so far/],
    ['few entries since a while', 30, { at: daysAgo(days - 1), entries: 10 }, daysAgo(90), null],
    ['few entries since the last export, long ago', 30, { at: daysAgo(days), entries: 10 }, null, /^20 .* 30 days ago/],
    ['many entries since yesterday', 300, { at: daysAgo(1), entries: 10 }, null, /^290 .* 1 day ago/],
    // The export itself is one.
    ['nothing but the last export', 11, { at: daysAgo(days * 2), entries: 10 }, null, null],
  ] as const)('of %s', (_what, count, last, since, words) => {
    const suggestion = exportSuggestion(count, last, since, now);

    if (words === null) expect(suggestion).toBeNull();
    else expect(suggestion).toMatch(words);
  });
});
