import { describe, expect, it } from 'vitest';
import { list, naming, namingToggles, type Permission, plainly } from '@/lib/domain/advice';
import { toggle } from './sample-model';

const permission = (id: string, risk: Permission['risk'], includes?: string[]): Permission => ({
  id,
  label: `doing ${id}`,
  risk,
  ...(includes ? { includes } : {}),
});

describe('list', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('%j', (items, text) => {
    expect(list(items)).toBe(text);
  });
});

describe('plainly', () => {
  it('leaves out what another includes and puts the gravest first', () => {
    const all = [permission('a', 1), permission('b', 3), permission('c', 5, ['b'])];

    expect(plainly(all).map(({ id }) => id)).toEqual(['c', 'a']);
    expect(all.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});

describe('naming', () => {
  const some = (count: number) => Array.from({ length: count }, (_, at) => permission(`${at}`, 2));

  it.each([
    [2, 2, 'doing 0 and doing 1'],
    [3, 2, 'doing 0 and 2 more things'],
    [5, 3, 'doing 0, doing 1 and 3 more things'],
    [6, undefined, 'doing 0, doing 1, doing 2, doing 3, doing 4 and doing 5'],
    [7, undefined, 'doing 0, doing 1, doing 2, doing 3, doing 4 and 2 more things'],
  ])('%i, at most %s', (count, most, text) => {
    expect(naming(some(count), most)).toBe(text);
  });
});

describe('namingToggles', () => {
  const box = (group: string, label: string) => toggle(`${group}${label}`, [], { group, label });

  it.each([
    ['nothing', [], ''],
    [
      'boxes alone',
      [toggle('a', [], { label: 'Playback' }), toggle('b', [], { label: 'Search' })],
      'Playback and Search',
    ],
    ['one resource', [box('Sources', 'Edit'), box('Sources', 'Connect')], 'Edit, Connect on Sources'],
    ['the same on two', [box('Sources', 'Edit'), box('Destinations', 'Edit')], 'Edit on Sources and Destinations'],
    ['different ones', [box('Sources', 'Edit'), box('Tables', 'Connect')], 'Edit on Sources; Connect on Tables'],
    ['both kinds', [toggle('a', [], { label: 'Alerts' }), box('Sources', 'Edit')], 'Edit on Sources; Alerts'],
  ])('%s', (_what, toggles, text) => {
    expect(namingToggles(toggles)).toBe(text);
  });
});
