import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allImports } from '../../scripts/lib/imports.mjs';

it('the browser’s storage is touched in one place, which says what is stored where', () => {
  const ours = [...allImports().keys()].filter((file) => /^(components|entrypoints|lib)\/.*\.tsx?$/.test(file));

  const touching = ours.filter((file) => /\b(browser|chrome)\.storage\b/.test(readFileSync(file, 'utf8')));

  expect(touching).toEqual(['lib/storage/areas.ts']);
});
