import { describe, expect, it } from 'vitest';
import { type Expected, expectedSize } from '@/lib/exports/expected-size';
import { variantOf } from '@/lib/exports/export-format';
import { formats } from '@/lib/exports/formats';
import { writeExport } from '@/lib/exports/write-export';
import { typicalDrafts } from '../../support/typical-drafts';
import { chainOf, grantsOf, sourceOf, story, textOf, uuid } from './sample-log';

const expected: Expected = {
  format: { bytes: { fixed: 1000, perGrant: 200, perEntry: 30 } },
  grants: 100,
  entries: 1000,
  selection: { what: 'everything' },
  personal: true,
  columns: null,
};

describe('expectedSize', () => {
  it.each<[string, Partial<Expected>, ReturnType<typeof expectedSize>]>([
    ['all of it', {}, { bytes: 51_000, atMost: false }],
    ['an empty log', { grants: 0, entries: 0 }, null],
    ['a log without grants', { grants: 0, entries: 10 }, { bytes: 1300, atMost: false }],
    ['a view', { selection: { what: 'view', grants: ['a', 'b'] } }, { bytes: 2000, atMost: false }],
    ['one grant', { selection: { what: 'grant', grant: 'a' } }, { bytes: 1500, atMost: false }],
    [
      'certain days, of which nobody knows what they hold',
      { selection: { what: 'dates', from: '2026-01-01', to: '2026-01-02' } },
      { bytes: 51_000, atMost: true },
    ],
    ['no personal data', { personal: false }, { bytes: 51_000, atMost: true }],
    ['columns where there are none to choose', { columns: ['status'] }, { bytes: 51_000, atMost: false }],
    [
      'some columns',
      { format: { bytes: { perGrant: 610 }, columns: true }, columns: ['status'] },
      { bytes: 61_000, atMost: true },
    ],
    [
      'a format that leaves grants out',
      { format: { bytes: { perGrant: 95, atMost: true } } },
      { bytes: 9500, atMost: true },
    ],
  ])('of %s', (_what, change, size) => {
    expect(expectedSize({ ...expected, ...change })).toEqual(size);
  });

  describe.each([20, 120])('of a typical log of %d grants', (grants) => {
    const begin = story.slice(0, 1);
    const drafts = Array.from({ length: grants }, (_, index) => typicalDrafts(uuid(1000 + index), index));
    const entries = chainOf([...begin, ...drafts.flat()]);
    const source = {
      ...sourceOf(entries, grantsOf(entries)),
      ticketUrl: (ticket: string) => `https://tickets.example/${ticket}`,
    };

    it.each(formats.map((format) => [format.id, format] as const))('is right for %s', async (_id, format) => {
      const size = expectedSize({ ...expected, format, grants, entries: entries.length });

      const written = await textOf(writeExport(format.id, { ...source, variant: variantOf(format, '') }));

      const ratio = Buffer.byteLength(written) / (size?.bytes ?? 0);
      expect(ratio).toBeLessThan(1.12);
      expect(ratio).toBeGreaterThan(size?.atMost ? 0.4 : 0.88);
    });
  });
});
