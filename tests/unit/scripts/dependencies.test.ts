import { describe, expect, it } from 'vitest';
import { isInstalled, nodeProblem } from '../../../scripts/lib/dependencies.mjs';

const wanted = {
  '': {},
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b-win32': { version: '2.0.0', integrity: 'sha512-b', optional: true },
};
const a = wanted['node_modules/a'];

describe('isInstalled', () => {
  it.each([
    { what: 'everything there', installed: { 'node_modules/a': a }, expected: true },
    { what: 'a binary for this platform as well', installed: { ...wanted }, expected: true },
    { what: 'nothing installed', installed: undefined, expected: false },
    { what: 'a package missing', installed: {}, expected: false },
    { what: 'another version', installed: { 'node_modules/a': { ...a, version: '0.9.0' } }, expected: false },
    { what: 'other content', installed: { 'node_modules/a': { ...a, integrity: 'sha512-x' } }, expected: false },
  ])('is $expected with $what', ({ installed, expected }) => {
    expect(isInstalled(wanted, installed)).toBe(expected);
  });
});

describe('nodeProblem', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '26.1.0'])('finds none with Node %s', (version) => {
    expect(nodeProblem(version)).toBeUndefined();
  });

  it.each(['18.20.4', '20.18.3'])('says that Node %s is too old', (version) => {
    expect(nodeProblem(version)).toContain('20.19');
  });
});
