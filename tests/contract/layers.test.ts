import { describe, expect, it } from 'vitest';
import { allImports, importsOf } from '../../scripts/lib/imports.mjs';
import { breaches, carriedIntoThePage, circles, loadedTooEarly, orphans, type Tree } from '../support/layers';

describe('the repository', () => {
  const tree = allImports();

  it('imports in the allowed directions only', () => {
    expect(breaches(tree)).toEqual([]);
  });

  it('carries no storage, and nothing of the pages, into the page of a vendor', () => {
    expect(carriedIntoThePage(tree)).toEqual([]);
  });

  it('loads no writer of an export with a page', () => {
    expect(loadedTooEarly(tree)).toEqual([]);
  });

  it('has no circle of files', () => {
    expect(circles(tree)).toEqual([]);
  });

  it('has no file that nothing uses', () => {
    expect(orphans(tree)).toEqual([]);
  });
});

/** Reads a toy repository, given by its files. */
function toy(files: Readonly<Record<string, string>>): Tree {
  const paths = Object.keys(files);
  return new Map(Object.entries(files).map(([path, text]) => [path, importsOf(path, text, paths)]));
}

const registry = { 'lib/vendors/registry.ts': 'export const vendors = [];' };
const db = { 'lib/storage/db.ts': 'export const db = {};' };

describe('what is found', () => {
  it.each([
    ['domain → vendors', 'lib/domain/a.ts', "import { vendors } from '../vendors/registry';", 'static'],
    ['vendors → storage', 'lib/vendors/a.ts', "import { db } from '../storage/db';", 'static'],
    ['components → storage', 'components/log/a.tsx', "import { db } from '../../lib/storage/db';", 'static'],
    ['an alias', 'components/log/a.tsx', "import { db } from '@/lib/storage/db';", 'static'],
    ['a re-export', 'lib/page/a.ts', "export * from '../storage/db';", 'static'],
    ['a side effect', 'lib/exports/a.ts', "import '@/lib/storage/db';", 'static'],
    ['a type', 'lib/domain/a.ts', "import type { Vendor } from '../vendors/registry';", 'type'],
    ['a type in a type', 'lib/domain/a.ts', "export type A = import('../vendors/registry').A;", 'type'],
    ['a dynamic import', 'lib/messaging/a.ts', "export const a = () => import('../storage/db');", 'dynamic'],
    ['a glob', 'lib/domain/a.ts', "export const all = import.meta.glob('../vendors/*.ts');", 'glob'],
    ['an address', 'lib/page/a.ts', "export const a = new URL('../storage/db.ts', import.meta.url);", 'url'],
  ])('%s', (_name, file, text, kind) => {
    const found = breaches(toy({ ...registry, ...db, [file]: text }));

    expect(found).toEqual([
      expect.stringMatching(new RegExp(`^${file} -> lib/(vendors/registry|storage/db).ts \\(${kind}\\)$`)),
    ]);
  });

  it.each([
    ['lib/storage/a.ts', "import { badge } from '../background/badge';"],
    ['lib/log/a.ts', "import { Dialog } from '@/components/ui/dialog';"],
    ['components/ui/a.tsx', "import { send } from '@/lib/messaging/client';"],
    ['components/ui/a.tsx', "import { read } from '@/lib/page/read-facts';"],
    ['components/ui/a.tsx', "import { browser } from '@/lib/browser';"],
    ['components/export/a.tsx', "import { writeExport } from '@/lib/exports/write-export';"],
    ['components/export/a.tsx', "import { write } from '@/lib/exports/formats/vanta/write';"],
    ['lib/exports/formats/vanta/head.ts', "import { write } from './write';"],
    ['lib/react/a.ts', "import { App } from '@/entrypoints/popup/app';"],
    ['scripts/a.mjs', "import { App } from '../entrypoints/popup/app';"],
    ['lib/background/a.ts', "import { wholeLog } from '../../tests/support/covers';"],
    ['practice/shared/a.ts', "import { vendors } from '@/lib/vendors/registry';"],
    ['lib/log/a.ts', "import browser from 'webextension-polyfill';"],
    ['lib/domain/a.ts', "import { readFileSync } from 'node:fs';"],
    ['lib/domain/a.ts', "import { useState } from 'react';"],
    ['services/a.ts', ''],
  ])('%s: %s', (file, text) => {
    expect(breaches(toy({ [file]: text }))).toHaveLength(1);
  });

  it('what is allowed is not', () => {
    const tree = toy({
      ...registry,
      ...db,
      'lib/domain/a.ts': "import { z } from 'zod/mini'; import { b } from './b';",
      'lib/domain/b.ts': '',
      'components/a.tsx': "import { vendors } from '@/lib/vendors/registry'; import styles from './a.module.css';",
      'components/a.module.css': '',
      'lib/background/a.ts': "import { db } from '../storage/db';",
    });

    expect(breaches(tree)).toEqual([]);
  });

  it('storage, where the content script reaches it through files that may import it; types are not carried', () => {
    const script = (kind: string) =>
      toy({
        ...db,
        'entrypoints/vendor-page.content/index.ts': "import { a } from '@/lib/log/a';",
        'lib/log/a.ts': `import ${kind} { db } from '../storage/db';`,
      });

    expect(carriedIntoThePage(script(''))).toEqual(['lib/storage/db.ts']);
    expect(carriedIntoThePage(script('type'))).toEqual([]);
  });

  it('a schema in the content script, where its type is none', () => {
    const script = (kind: string) =>
      toy({
        'entrypoints/vendor-page.content/index.ts': `import ${kind} { Fact } from '@/lib/domain/a';`,
        'lib/domain/a.ts': "import * as z from 'zod/mini';",
      });

    expect(carriedIntoThePage(script(''))).toEqual(['zod']);
    expect(carriedIntoThePage(script('type'))).toEqual([]);
  });

  it('a writer of exports that comes with a page, where it is not loaded on demand', () => {
    const page = (load: string) =>
      toy({
        'entrypoints/log/main.tsx': "import './app';",
        'entrypoints/log/app.tsx': load,
        'entrypoints/log/dialogs.tsx': "import { writeExport } from '@/lib/exports/write-export';",
        'lib/exports/write-export.ts': "import type { FormatHead } from './export-format';",
        'lib/exports/export-format.ts': '',
      });

    expect(loadedTooEarly(page("import './dialogs';"))).toEqual(['lib/exports/write-export.ts']);
    expect(loadedTooEarly(page("const dialogs = () => import('./dialogs');"))).toEqual([]);
  });

  it('a circle, of types too', () => {
    const tree = toy({
      'lib/domain/a.ts': "import { b } from './b';",
      'lib/domain/b.ts': "import type { C } from './c';",
      'lib/domain/c.ts': "import { b } from './b';",
    });

    expect(circles(tree)).toEqual(['lib/domain/b.ts -> lib/domain/c.ts -> lib/domain/b.ts']);
  });

  it('a file that nothing uses, or only a test, or only one that nothing uses', () => {
    const tree = toy({
      'entrypoints/popup/index.html': '<script type="module" src="./main.tsx"></script>',
      'entrypoints/popup/main.tsx': "import { used } from '@/lib/domain/used';",
      'lib/domain/used.ts': "export const all = import.meta.glob('./globbed/*.ts');",
      'lib/domain/globbed/a.ts': '',
      'lib/domain/tested.ts': '',
      'lib/domain/forgotten.ts': "import { island } from './island';",
      'lib/domain/island.ts': '',
      'tests/unit/a.test.ts': "import { tested } from '@/lib/domain/tested'; import { help } from '../support/help';",
      'tests/support/help.ts': '',
      'tests/support/forgotten.ts': '',
    });

    expect(orphans(tree)).toEqual([
      'lib/domain/tested.ts',
      'lib/domain/forgotten.ts',
      'lib/domain/island.ts',
      'tests/support/forgotten.ts',
    ]);
  });
});
