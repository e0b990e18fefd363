import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectAll } from '@/lib/domain/grant/projection';
import { projectionVersion } from '@/lib/domain/grant/projection-version';
import { canonical } from '@/lib/domain/log/canonical';
import { digestOf } from '@/lib/domain/log/digest';
import type { Draft } from '@/lib/domain/log/entry';
import { chainOf } from '../../exports/sample-log';

/** What a log with entries of every type of its day is written from; it stays as it is. */
const oldLog: Draft[] = readFileSync(new URL('old-log.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

/**
 * Digests of the grants that each version made of it. A line that was released is never changed: whoever changes what old
 * logs give raises `projectionVersion` and adds a line, else grants that are stored in browsers stay what they were.
 */
const digests: Readonly<Record<number, string>> = {
  4: '73a3c9669a18420abcda173ae06d1b31eeac7bbfd173e363098aefa0df9a93a5',
};

test('what old logs give changes only with the version of the projection', () => {
  const grants = [...projectAll(chainOf(oldLog)).values()];

  expect(grants).toHaveLength(5);
  expect({ version: projectionVersion, digest: digestOf(canonical(grants)) }).toEqual({
    version: projectionVersion,
    digest: digests[projectionVersion],
  });
});
