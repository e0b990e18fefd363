import { describe, expect, it } from 'vitest';
import { chooseLayers, layers } from '../../../scripts/lib/layers.mjs';

const chosen = (...names: string[]) => chooseLayers(names).chosen.map(({ name }) => name);

describe('chooseLayers', () => {
  it('runs everything when nothing is asked for, builds before what reads them', () => {
    const names = chosen();

    expect(names).toEqual(layers.map(({ name }) => name));
    for (const { name, needsBuild } of layers) {
      if (needsBuild === true) expect(names.indexOf(name), name).toBeGreaterThan(names.indexOf('build'));
    }
  });

  it.each([
    { asked: ['unit'], expected: ['unit'] },
    { asked: ['e2e'], expected: ['build', 'e2e'] },
    { asked: ['size', 'lint'], expected: ['lint', 'build', 'size'] },
  ])('runs $expected when asked for $asked', ({ asked, expected }) => {
    expect(chosen(...asked)).toEqual(expected);
  });

  it('names what there is not', () => {
    expect(chooseLayers(['unit', 'smoke']).unknown).toEqual(['smoke']);
  });
});
