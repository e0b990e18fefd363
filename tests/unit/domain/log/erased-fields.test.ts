import { describe, expect, test } from 'vitest';
import { checker, hashOf } from '@/lib/domain/log/chain';
import type { Draft, ErasedField } from '@/lib/domain/log/entry';
import { erasedFields, erasedFieldsList, stripped } from '@/lib/domain/log/erased-fields';
import { chainOf, started, uuid } from '../../exports/sample-log';

const forgotten = (gone?: ErasedField[]): Draft => ({
  type: 'person.forgotten',
  grant: null,
  basis: 'recorded',
  data: { because: 'asked', values: 3, grants: 1, ...(gone ? { gone } : {}) },
});
const begun: Draft = { type: 'grant.started', grant: uuid(900), basis: 'recorded', data: started };

describe('erasedFields', () => {
  const entries = chainOf([
    begun,
    forgotten([
      { log: null, field: 'data.email', entries: [1, 4] },
      { log: uuid(2), field: 'data.email', entries: [7] },
    ]),
    forgotten([{ log: null, field: 'data.reason', entries: [1] }]),
    forgotten(),
  ]);

  test.each([
    [
      null,
      [
        [1, ['data.email', 'data.reason']],
        [4, ['data.email']],
      ],
    ],
    [uuid(2), [[7, ['data.email']]]],
    [uuid(3), []],
  ])('of log %s', (log, expected) => {
    const fields = erasedFields(entries, log);

    expect([...fields].map(([seq, paths]) => [seq, [...paths]])).toEqual(expected);
  });
});

test('erasedFieldsList says what erasedFields reads', () => {
  const list = erasedFieldsList();
  list.add(null, 3, ['data.email', 'data.reason']);
  list.add(null, 5, ['data.email']);
  list.add(uuid(2), 5, ['actor.name']);

  const entries = chainOf([begun, forgotten(list.list())]);

  expect(list.list()).toHaveLength(3);
  expect(erasedFields(entries, null)).toEqual(
    new Map([
      [3, new Set(['data.email', 'data.reason'])],
      [5, new Set(['data.email'])],
    ]),
  );
  expect(erasedFields(entries, uuid(2))).toEqual(new Map([[5, new Set(['actor.name'])]]));
});

test('a stripped entry has the hash that it had, and holds', () => {
  const [entry] = chainOf([begun]);
  if (!entry) throw new Error('There is an entry.');

  const less = stripped(entry, ['data.email', 'data.reason']);

  expect(Object.keys(less.personal).sort()).toEqual(['actor.email', 'actor.name', 'data.approvedBy']);
  expect(hashOf(less)).toBe(entry.hash);
  expect(checker().next(less)).toBeNull();
  expect(Object.keys(entry.personal)).toContain('data.email');
});
