import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastCover } from '@/lib/domain/advice/cover';

const giver = (key: string, ...gives: string[]) => ({ key, gives: new Set(gives) });
const weigh = (id: string) => ({ a: 0, b: 0, c: 0, d: 0, e: 0, f: 0, x: 1, y: 4 })[id] ?? 9;

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
    [
      'what weighs more alone, where it comes along anyway',
      ['a', 'b'],
      [giver('1', 'a', 'x'), giver('2', 'b', 'y'), giver('3', 'a', 'y')],
      ['2', '3'],
      4,
    ],
    [
      'two, where the widest for what is settled first makes it three',
      ['a', 'b', 'c', 'd', 'e', 'f'],
      [giver('1', 'b', 'c', 'e', 'f'), giver('2', 'a', 'c', 'd'), giver('3', 'd', 'e'), giver('4', 'a', 'c', 'e', 'f')],
      ['1', '2'],
      0,
    ],
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
    const all = ['a', 'b', 'c', 'd', 'e', 'x', 'y'];
    const some = fc.subarray(all, { minLength: 1 });
    const held = fc.subarray(['x', 'y']);
    fc.assert(
      fc.property(fc.subarray(all.slice(0, 5)), held, fc.array(some, { maxLength: 6 }), (open, has, gives) => {
        const free = (id: string) => (has.includes(id) || open.includes(id) ? 0 : weigh(id));
        const givers = gives.map((each, at) => giver(`${at}`, ...each));
        const cover = leastCover(open, new Set(has), givers, free);

        const possible = open.filter((id) => gives.some((each) => each.includes(id)));
        const costs = Array.from({ length: 2 ** givers.length }, (_, bits) => {
          const picked = gives.filter((_each, at) => (bits >> at) % 2 === 1);
          const given = new Set(picked.flat());
          return possible.every((id) => given.has(id))
            ? [...given].reduce((sum, id) => sum + free(id), 0) * 100 + picked.length
            : 1e9;
        });
        expect(cover.excess * 100 + cover.keys.length).toBe(Math.min(...costs));
        const given = new Set(gives.filter((_each, at) => cover.keys.includes(`${at}`)).flat());
        expect(possible.filter((id) => !given.has(id))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('covers all that is open by hundreds of groups that overlap, in a bounded number of steps', () => {
    const open = Array.from({ length: 40 }, (_, at) => `p${at}`);
    // Every group lacks most of what every other one gives: no order in which they are tried is a good one.
    const groups = Array.from({ length: 200 }, (_, group) =>
      giver(`${group}`, ...open.filter((_id, at) => (at * 7 + group * 13 + ((at * group) % 11)) % 5 === 0)),
    );
    let asked = 0;
    const counting = () => {
      asked += 1;
      return 0;
    };

    const { keys, excess } = leastCover(open, new Set(), groups, counting);

    const given = new Set(groups.filter(({ key }) => keys.includes(key)).flatMap(({ gives }) => [...gives]));
    expect(given.size).toBe(40);
    expect(keys.length).toBeLessThan(12);
    expect(excess).toBe(0);
    // At most 2,000 steps and one look at each group, of at most 40 permissions each.
    expect(asked).toBeLessThanOrEqual((2000 + 200) * 40);
  });
});
