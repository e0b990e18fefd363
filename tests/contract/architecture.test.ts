import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allImports } from '../../scripts/lib/imports.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { picture, withPicture } from '../../scripts/lib/picture.mjs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/architecture.md');

it('the picture is what the imports are; if not, `node scripts/architecture.mjs` draws it anew', () => {
  expect(page).toBe(withPicture(page, picture(allImports())));
});

it('every folder of the product is described', () => {
  const inside = readdirSync(join(root, 'lib'), { withFileTypes: true });
  const folders = inside.map((entry) => `lib/${entry.name}${entry.isDirectory() ? '/' : ''}`);
  const described = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, folder]) => folder);

  expect(described.sort()).toEqual(['components/', 'entrypoints/', ...folders].sort());
});

describe.each(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md'])('%s', (name) => {
  it('names only files that are there', () => {
    const top = /`((?:components|docs|entrypoints|lib|practice|scripts|tests)\/[\w./-]*)`/g;
    const named = [...read(name).matchAll(top)].map(([, path = '']) => path);

    // The toy of the recipe is there while its test runs.
    expect(named.filter((path) => !path.includes('/crew/') && !existsSync(join(root, path)))).toEqual([]);
  });
});
