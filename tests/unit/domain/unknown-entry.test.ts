import { describe, expect, test } from 'vitest';
import { projectAll } from '@/lib/domain/grant/projection';
import { genesis, hashOf } from '@/lib/domain/log/chain';
import { type AnyEntry, isKnown, parseEntry } from '@/lib/domain/log/entry';
import { verifyChain } from '../../support/verify-chain';
import { chainOf, story, storyGrant } from '../exports/sample-log';

/** A chain in which a newer Grantbook wrote some entries, linked as that one would have. */
function withNewer(change: (entry: AnyEntry) => object, seq: number): AnyEntry[] {
  const log: AnyEntry[] = [];
  for (const entry of chainOf(story)) {
    const { hash: _hash, ...rest } = { ...entry, ...(entry.seq === seq ? change(entry) : {}) };
    const linked = { ...rest, prev: log.at(-1)?.hash ?? genesis } as AnyEntry;
    log.push({ ...linked, hash: hashOf(linked) });
  }
  return log;
}

const newer: readonly [string, (entry: AnyEntry) => object][] = [
  ['a new kind', () => ({ type: 'grant.paused', data: { until: 'Friday', why: { deep: [1, null] } } })],
  ['a kind whose name means something to JavaScript', () => ({ type: 'constructor', data: {} })],
  ['a known kind of a later version', ({ data }) => ({ v: 2, data: { ...data, colour: 'red' } })],
  ['more in the envelope', () => ({ v: 3, device: 'laptop' })],
  ['another basis', () => ({ v: 2, basis: 'witnessed' })],
];

describe('an entry of a newer version', () => {
  test.each(newer)('with %s is kept as it is', (_what, change) => {
    const entry = withNewer(change, 5)[4] as AnyEntry;

    const read = parseEntry(JSON.parse(JSON.stringify(entry)));

    expect(read).toEqual(entry);
    expect(isKnown(entry)).toBe(false);
  });

  test.each(newer)('with %s verifies, and what was changed in it is found', (_what, change) => {
    const log = withNewer(change, 5);
    const forged = log.with(4, { ...(log[4] as AnyEntry), data: { until: 'never' } } as AnyEntry);

    expect(verifyChain(log)).toMatchObject({ ok: true, count: story.length });
    expect(verifyChain(forged)).toMatchObject({ ok: false, seq: 5, fault: 'hash' });
  });

  test.each(newer)('with %s counts for its grant and changes nothing else', (_what, change) => {
    const before = projectAll(chainOf(story).slice(0, 4)).get(storyGrant);

    const after = projectAll(withNewer(change, 5).slice(0, 5)).get(storyGrant);

    expect(after).toEqual({ ...before, entries: (before?.entries ?? 0) + 1, last: { seq: 5, at: expect.any(String) } });
  });
});

describe('parseEntry', () => {
  test.each([
    null,
    7,
    'an entry',
    [],
    {},
    { v: 1 },
    { ...chainOf(story)[1], data: {} },
    { ...chainOf(story)[1], v: 0 },
    { ...chainOf(story)[1], type: '' },
    { ...chainOf(story)[1], type: ['grant.started'] },
    { ...chainOf(story)[1], v: 2, seq: 'two' },
    { ...chainOf(story)[1], v: 2, personal: null },
  ])('refuses %j', (raw) => {
    expect(parseEntry(raw)).toBeNull();
  });
});
