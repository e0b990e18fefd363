import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastCover } from '@/lib/domain/advice/cover';

const giver = (key: string, ...gives: string[]) => ({ key, gives: new Set(gives) });
const weigh = (id: string) => ({ a: 0, b: 0, c: 0, x: 1, y: 4 })[id] ?? 9;

describe('leastCover', () => {
  it.each([
    ['nothing open', [], [giver('1', 'a')], [], 0],
    ['one that fits', ['a'], [giver('1', 'a', 'x'), giver('2', 'a')], ['2'], 0],
    ['the lightest', ['a'], [giver('1', 'a', 'y'), giver('2', 'a', 'x')], ['2'], 1],
    ['the fewest of equals', ['a', 'b'], [giver('1', 'a'), giver('2', 'b'), giver('3', 'a', 'b')], ['3'], 0],
    [
      'two light ones before a heavy one',
      ['a', 'b'],
      [giver('1', 'a', 'b', 'x'), giver('2', 'a'), giver('3', 'b')],
      ['2', '3'],
      0,
    ],
    ['the first of the same', ['a'], [giver('1', 'a'), giver('2', 'a')], ['1'], 0],
    ['what overlaps, counted once', ['a', 'b'], [giver('1', 'a', 'x'), giver('2', 'b', 'x')], ['1', '2'], 1],
    ['what nobody gives is left out', ['a', 'z'], [giver('1', 'a')], ['1'], 0],
    ['nobody gives anything', ['a'], [], [], 0],
  ])('%s', (_what, open, givers, keys, excess) => {
    const cover = leastCover(open, new Set(), givers, weigh);

    expect([...cover.keys].sort()).toEqual(keys);
    expect(cover.excess).toBe(excess);
  });

  it('does not count what is held already', () => {
    expect(leastCover(['a'], new Set(['y']), [giver('1', 'a', 'y'), giver('2', 'a', 'x')], weigh)).toEqual({
      keys: ['1'],
      excess: 0,
    });
  });

  it('is as good as trying everything', () => {
    const some = fc.subarray(['a', 'b', 'c', 'x', 'y'], { minLength: 1 });
    fc.assert(
      fc.property(fc.subarray(['a', 'b', 'c']), fc.array(some, { maxLength: 5 }), (open, gives) => {
        const givers = gives.map((each, at) => giver(`${at}`, ...each));
        const cover = leastCover(open, new Set(), givers, weigh);

        const possible = open.filter((id) => gives.some((each) => each.includes(id)));
        const costs = Array.from({ length: 2 ** givers.length }, (_, bits) => {
          const picked = gives.filter((_each, at) => (bits >> at) % 2 === 1);
          const all = new Set(picked.flat());
          return possible.every((id) => all.has(id))
            ? [...all].reduce((sum, id) => sum + weigh(id), 0) * 100 + picked.length
            : 1e9;
        });
        expect(cover.excess * 100 + cover.keys.length).toBe(Math.min(...costs));
      }),
    );
  });
});
