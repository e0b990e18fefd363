import { describe, expect, it } from 'vitest';
import { allImports, importsOf, sourceFiles } from '../../../scripts/lib/imports.mjs';

const files = [
  'lib/a/one.ts',
  'lib/a/two.ts',
  'lib/a/deep/three.ts',
  'lib/b/index.ts',
  'lib/b/view.tsx',
  'lib/b/view.css',
  'lib/b/read.mjs',
  'app.config.ts',
];
const read = (text: string, from = 'lib/b/here.ts') =>
  importsOf(from, text, files).map(({ kind, to }) => `${kind} ${to}`);

describe('the imports of a module', () => {
  it.each([
    ['a relative path', "import { one } from '../a/one';", 'static lib/a/one.ts'],
    ['an alias', "import { one } from '@/lib/a/one';", 'static lib/a/one.ts'],
    ['a folder', "import { b } from '@/lib/b';", 'static lib/b/index.ts'],
    ['a component', "import { View } from './view';", 'static lib/b/view.tsx'],
    ['a file that is named whole', "import { read } from './read.mjs';", 'static lib/b/read.mjs'],
    ['a query behind the name', "import { one } from '../a/one?raw';", 'static lib/a/one.ts'],
    ['an import for its effects', "import './view.css';", 'static lib/b/view.css'],
    ['an export from', "export { one } from '../a/one';", 'static lib/a/one.ts'],
    ['an export of all', "export * from '../a/one';", 'static lib/a/one.ts'],
    ['types', "import type { One } from '../a/one';", 'type lib/a/one.ts'],
    ['nothing but types', "import { type One, type Two } from '../a/one';", 'type lib/a/one.ts'],
    ['types among values', "import { type One, two } from '../a/one';", 'static lib/a/one.ts'],
    ['an export of types', "export type { One } from '../a/one';", 'type lib/a/one.ts'],
    ['a type in place', "let one: import('../a/one').One;", 'type lib/a/one.ts'],
    ['a dynamic import', "const one = () => import('../a/one');", 'dynamic lib/a/one.ts'],
    ['an address', "new URL('../a/one.ts', import.meta.url);", 'url lib/a/one.ts'],
    ['a package', "import { z } from 'zod/mini';", 'static zod'],
    ['a package with a scope', "import { h } from '@noble/hashes/sha2.js';", 'static @noble/hashes'],
    ['a part of Node', "import { readFile } from 'node:fs/promises';", 'static node:fs/promises'],
    ['a file that is not there', "import { gone } from '../a/gone';", 'static lib/a/gone'],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('expands a glob, without what it excludes and without the file itself', () => {
    const every = (patterns: string, from?: string) => read(`import.meta.glob(${patterns}, { eager: true });`, from);

    expect(every("'../a/*.ts'")).toEqual(['glob lib/a/one.ts', 'glob lib/a/two.ts']);
    expect(every("['../**/*.ts', '!../a/*.ts']")).toEqual(['glob lib/a/deep/three.ts', 'glob lib/b/index.ts']);
    expect(every("'./*.{ts,tsx}'", 'lib/b/index.ts')).toEqual(['glob lib/b/view.tsx']);
  });

  it('counts an address only where it leads to a file of ours', () => {
    expect(read("new URL('../a/', import.meta.url); new URL('https://a.invalid/');")).toEqual([]);
    expect(read("new URL('lib/a/one.ts', import.meta.url);", 'app.config.ts')).toEqual(['url lib/a/one.ts']);
  });

  it('says the same import once', () => {
    expect(read("import { one } from '../a/one'; export { two } from '@/lib/a/one';")).toEqual(['static lib/a/one.ts']);
  });

  it('refuses what is no module', () => {
    expect(() => read('import {')).toThrow('lib/b/here.ts');
  });
});

it('reads the scripts of a page and the sheets of a sheet', () => {
  expect(read('<script type="module" src="./view.tsx"></script>', 'lib/b/index.html')).toEqual(['html lib/b/view.tsx']);
  expect(read("@import './view.css'; .a { composes: b from './view.css'; }", 'lib/b/a.css')).toEqual([
    'css lib/b/view.css',
  ]);
});

describe('the imports of the repository', () => {
  it('leave no file out, and lead to files that are there', () => {
    const files = new Set(sourceFiles());
    const imports = allImports();

    expect(imports.get('wxt.config.ts')?.map(({ to }) => to)).toContain('scripts/lib/chunks.mjs');
    expect(imports.get('entrypoints/popup/index.html')?.map(({ to }) => to)).toEqual(['entrypoints/popup/main.tsx']);
    const ours = [...imports.values()].flat().filter(({ to }) => /^(components|entrypoints|lib|practice)\//.test(to));
    expect(ours.filter(({ to }) => !files.has(to))).toEqual([]);
    expect(ours.length).toBeGreaterThan(1000);
  });
});
