import type { Import } from '../../scripts/lib/imports.mjs';

interface Layer {
  /** A folder with its slash, or one file. */
  readonly path: string | RegExp;
  /** Layers of ours that it may import, besides itself. */
  readonly ours: readonly string[];
  /** Packages that it may import; `null` allows any. */
  readonly packages: readonly string[] | null;
}

const services = ['domain', 'vendors', 'messaging', 'storage', 'browser'];
const product = [...services, 'page', 'heads', 'exports', 'dom', 'log', 'background', 'react', 'components'];

/** The allowed directions. A file belongs to the first layer whose path it has. */
export const layers: Readonly<Record<string, Layer>> = {
  domain: { path: 'lib/domain/', ours: [], packages: ['zod', '@noble/hashes'] },
  vendors: { path: 'lib/vendors/', ours: ['domain'], packages: [] },
  page: { path: 'lib/page/', ours: ['domain', 'vendors'], packages: ['wxt'] },
  // Pages offer the formats by their heads; the writers come on demand.
  heads: {
    path: /^lib\/exports\/(formats\/[^/]+\/head|formats|export-(format|link|order)|expected-size|told-rules)\.ts$/,
    ours: ['domain', 'vendors'],
    packages: ['zod'],
  },
  exports: {
    path: 'lib/exports/',
    ours: ['domain', 'vendors', 'heads'],
    packages: ['zod', '@noble/hashes', 'canonicalize', 'ical-generator'],
  },
  browser: { path: 'lib/browser.ts', ours: [], packages: ['webextension-polyfill'] },
  messaging: { path: 'lib/messaging/', ours: ['domain', 'vendors', 'browser'], packages: ['zod'] },
  storage: { path: 'lib/storage/', ours: ['domain', 'browser'], packages: ['zod', '@noble/hashes', 'dexie'] },
  background: { path: 'lib/background/', ours: services, packages: ['zod', '@noble/hashes'] },
  dom: { path: 'lib/dom/', ours: [], packages: [] },
  log: { path: 'lib/log/', ours: [...services, 'heads', 'exports', 'dom'], packages: ['dexie'] },
  react: {
    path: 'lib/react/',
    ours: [...services, 'heads', 'dom', 'log'],
    packages: ['react', 'dexie', 'dexie-react-hooks'],
  },
  components: {
    path: 'components/',
    ours: ['domain', 'vendors', 'heads', 'dom'],
    packages: ['react', 'react-dom', 'lucide-react', '@tanstack/react-virtual'],
  },
  entrypoints: { path: 'entrypoints/', ours: product, packages: ['react', 'react-dom', 'wxt'] },
  practice: { path: 'practice/', ours: [], packages: null },
  scripts: { path: 'scripts/', ours: ['domain', 'exports', 'vendors'], packages: null },
  tests: { path: 'tests/', ours: [...product, 'entrypoints', 'practice', 'scripts'], packages: null },
  configurations: { path: /^[^/]+\.ts$/, ours: ['scripts', 'page'], packages: null },
};

/** Layers that must not run in a vendor's page, imported by whatever. */
const neverInThePage = ['storage', 'browser', 'react', 'components', 'background'];
/** Packages that are too large for the content script: it may import types of schemas, no schema. */
const tooLarge = ['zod', 'react', 'dexie'];

export type Tree = ReadonlyMap<string, readonly Import[]>;

const layerOf = (file: string): string | undefined =>
  Object.keys(layers).find((name) => {
    const path = layers[name]?.path;
    return typeof path === 'string' ? file.startsWith(path) : path?.test(file);
  });

/** Lists the imports that go in no allowed direction, and files that belong to no layer. */
export function breaches(tree: Tree): string[] {
  return [...tree].flatMap(([file, imports]) => {
    const name = layerOf(file);
    const layer = layers[name ?? ''];
    if (name === undefined || layer === undefined) return [`${file} belongs to no layer`];
    return imports
      .filter(({ to }) => {
        const target = layerOf(to);
        if (target === undefined) return layer.packages !== null && !layer.packages.includes(to);
        return target !== name && !layer.ours.includes(target);
      })
      .map(({ to, kind }) => `${file} -> ${to} (${kind})`);
  });
}

const runTime = (imports: readonly Import[]) => imports.filter(({ kind }) => kind !== 'type');

/** Returns every file that is reached from the roots, the roots included. */
function reached(tree: Tree, roots: readonly string[], follow = (imports: readonly Import[]) => imports): Set<string> {
  const seen = new Set(roots);
  // A set hands out what is added to it while it is walked.
  for (const file of seen) for (const { to } of follow(tree.get(file) ?? [])) seen.add(to);
  return seen;
}

/** Lists what the content script carries into the vendor's page, however indirectly, and must not. */
export function carriedIntoThePage(tree: Tree): string[] {
  const roots = [...tree.keys()].filter((file) => file.startsWith('entrypoints/vendor-page'));
  return [...reached(tree, roots, runTime)].filter(
    (file) => tooLarge.includes(file) || neverInThePage.includes(layerOf(file) ?? ''),
  );
}

/** Lists the writers of exports that a page loads with itself: they come on demand. */
export function loadedTooEarly(tree: Tree): string[] {
  const roots = [...tree.keys()].filter((file) => /^entrypoints\/[^/]+\/main\.tsx$/.test(file));
  const withPage = (imports: readonly Import[]) => runTime(imports).filter(({ kind }) => kind !== 'dynamic');
  return [...reached(tree, roots, withPage)].filter((file) => layerOf(file) === 'exports');
}

/** Lists the circles of files, each as one way round it. */
export function circles(tree: Tree): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]) => {
    if (way.includes(file)) {
      found.push([...way.slice(way.indexOf(file)), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    for (const { to } of tree.get(file) ?? []) walk(to, [...way, file]);
    done.add(file);
  };
  for (const file of tree.keys()) walk(file, []);
  return found;
}

/** Files that a tool starts by their names. */
const started = [
  /^entrypoints\//,
  /^practice\/(.+\.html|vite\.config\.ts)$/,
  /^scripts\/([^/]+|verify-page\/main\.ts)$/,
  /^tests\/(.+\.test\.tsx?|bench\/.+|support\/(tour|try-out|[\w-]+-setup)\.ts)$/,
  /^[^/]+\.ts$/,
];

/** Lists the modules and styles that nothing uses. A test alone keeps no file of `components` and `lib`. */
export function orphans(tree: Tree): string[] {
  const roots = [...tree.keys()].filter((file) => started.some((path) => path.test(file)));
  const used = reached(tree, roots);
  const shipped = reached(
    tree,
    roots.filter((file) => !file.startsWith('tests/')),
  );
  return [...tree.keys()].filter(
    (file) => !/\.d\.m?ts$|\.html$/.test(file) && !(/^(components|lib)\//.test(file) ? shipped : used).has(file),
  );
}
