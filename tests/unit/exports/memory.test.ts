import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import type { AnyEntry } from '@/lib/domain/log/entry';
import type { ExportSource } from '@/lib/exports/export-format';
import { formats } from '@/lib/exports/formats';
import { exportJobs } from '../../support/export-jobs';
import { grantsOf, logOfGrants, sourceOf, uuid } from './sample-log';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** The bytes that nothing but their holders keeps. */
function alive(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const perBatch = 500;
const [, sampleEntry] = logOfGrants([{}]);
const [sampleGrant] = grantsOf(logOfGrants([{}]));

/** Vanta is promised to hold one row per account, every other format nothing at all of what it wrote. */
const accountsOf = (format: string) => (format === 'vanta' ? 100 : Number.POSITIVE_INFINITY);

/**
 * A source that makes its rows when it is asked for them and holds none, so that whatever is alive after a collection is held by the
 * format. `growth` tells, of the entries and of the grants that were asked for, how many more bytes were alive at the end than after
 * the first 10,000.
 */
function endless(accounts: number) {
  const growth: number[] = [];
  const grantAt = (index: number): Grant => ({
    ...(sampleGrant as Grant),
    id: uuid(index),
    email: `p${index % accounts}@partner.example`,
    milestones: { active: { seq: index, at: '2026-11-20T09:00:00.000Z', basis: 'observed' } },
  });
  const entryAt = (index: number) => ({ ...sampleEntry, seq: index + 1, grant: uuid(index) }) as AnyEntry;
  async function* rows<T>(make: (index: number) => T): AsyncGenerator<readonly T[]> {
    let before = 0;
    for (let batch = 1; batch <= 60; batch += 1) {
      yield Array.from({ length: perBatch }, (_, index) => make(batch * perBatch + index));
      if (batch === 20) before = alive();
    }
    growth.push(alive() - before);
  }
  const source: ExportSource = {
    ...sourceOf([]),
    entries: () => rows(entryAt),
    grants: () => rows(grantAt),
    grantsById: async (ids) => new Map(ids.map((id) => [id, grantAt(Number(id.slice(-12)))])),
  };
  return { source, growth };
}

describe('every format', () => {
  it.each(formats.map(({ id }) => id))('%s holds no more of a long log than of a short one', async (id) => {
    const { source, growth } = endless(accountsOf(id));

    const size = await exportJobs[id]?.(source);

    // 20,000 rows lie between the two: 25 bytes of each would be seen.
    expect(growth.length).toBeGreaterThan(0);
    expect(Math.max(...growth)).toBeLessThan(500_000);
    expect(size?.largestChunk).toBeLessThan(2_000_000);
  });

  it('would be seen to hold what it wrote', async () => {
    const { source, growth } = endless(Number.POSITIVE_INFINITY);

    await exportJobs.vanta?.(source);

    expect(Math.max(...growth)).toBeGreaterThan(1_000_000);
  });
});
