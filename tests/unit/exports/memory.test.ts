import { describe, expect, it } from 'vitest';
import type { AnyEntry } from '@/lib/domain/entry';
import type { Grant } from '@/lib/domain/grant';
import { formats } from '@/lib/exports/formats';
import { exportJobs } from '../../support/export-jobs';
import { grantsOf, logOfGrants, sourceOf, uuid } from './sample-log';

/** A source that makes its grants and entries while they are asked for, and holds none. */
function endless(count: number) {
  const [, entry] = logOfGrants([{}]);
  const [grant] = grantsOf(logOfGrants([{}]));
  const grantAt = (index: number): Grant => ({
    ...(grant as Grant),
    id: uuid(index),
    email: `p${index}@partner.example`,
  });
  return {
    ...sourceOf([]),
    entries: async function* () {
      for (let index = 0; index < count; index += 1) yield { ...entry, seq: index + 1, grant: uuid(index) } as AnyEntry;
    },
    grants: async function* () {
      for (let index = 0; index < count; index += 1) yield grantAt(index);
    },
    grantsById: async (ids: readonly string[]) => new Map(ids.map((id) => [id, grantAt(Number(id.slice(-12)))])),
  };
}

describe('every format', () => {
  it.each(formats.map(({ id }) => id))('%s writes in pieces that do not grow with the log', async (id) => {
    const job = exportJobs[id];

    const [few, many] = [await job?.(endless(1000)), await job?.(endless(4000))];

    expect(many?.largestChunk).toBeLessThan(1.2 * (few?.largestChunk ?? 0) + 1000);
    expect(many?.largestChunk).toBeLessThan(2_000_000);
  });
});
