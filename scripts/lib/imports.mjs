import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { root } from './paths.mjs';

/**
 * One file's use of another. `from` is a path in the repository; `to` too, where it is ours, else a package's name.
 *
 * @typedef {'static' | 'type' | 'dynamic' | 'glob' | 'url' | 'html' | 'css'} ImportKind
 * @typedef {{ from: string, to: string, kind: ImportKind }} Import
 */

const folders = ['entrypoints', 'components', 'lib', 'practice', 'scripts', 'tests'];
const read = /\.(m?[jt]s|tsx|html|css)$/;
/** As imports name files, and what they may leave out. */
const endings = ['', '.ts', '.tsx', '.mjs', '.css', '/index.ts', '/index.tsx'];

/** Lists the files of `folders`, saved vendor pages left out, and the configurations beside them. */
export function sourceFiles() {
  const inside = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => posix.join(...entry.parentPath.slice(root.length + 1).split(/[\\/]/), entry.name)),
  );
  const beside = readdirSync(root).filter((name) => name.endsWith('.ts'));
  return [...inside.filter((path) => !path.includes('/__fixtures__/')), ...beside].sort();
}

/**
 * Reads what one file imports. Globs come as one import for each file that they match.
 *
 * @param {string} from path in the repository
 * @param {string} text
 * @param {readonly string[]} files
 * @returns {readonly Import[]} each once
 */
export function importsOf(from, text, files) {
  const known = new Set(files);
  const found = from.endsWith('.html') ? inHtml(text) : from.endsWith('.css') ? inCss(text) : inModule(from, text);
  /** @type {(found: Found) => Import[]} */
  const importsIn = ({ kind, words }) => {
    if (kind === 'glob') return matching(words, from, files).map((to) => ({ from, to, kind }));
    const to = resolve(words[0] ?? '', from, known);
    // An address is an import only where it leads to a file.
    return kind === 'url' && !known.has(to) ? [] : [{ from, to, kind }];
  };
  return [...new Map(found.flatMap(importsIn).map((one) => [`${one.kind} ${one.to}`, one])).values()];
}

/**
 * Reads what every file imports, by the path of the importer.
 *
 * @returns {ReadonlyMap<string, readonly Import[]>}
 */
export function allImports() {
  const files = sourceFiles();
  return new Map(
    files
      .filter((path) => read.test(path))
      .map((path) => [path, importsOf(path, readFileSync(join(root, path), 'utf8'), files)]),
  );
}

/** @typedef {{ kind: ImportKind, words: readonly string[] }} Found as it stands in the file, all patterns of a glob */

/** @type {(text: string) => Found[]} */
const inHtml = (text) =>
  [...text.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="(\.[^"]+)"/g)].map(([, word = '']) => ({
    kind: 'html',
    words: [word],
  }));

/** @type {(text: string) => Found[]} */
const inCss = (text) =>
  [...text.matchAll(/@import\s+(?:url\()?['"]([^'"]+)['"]|composes:[^;]*\bfrom\s+['"]([^'"]+)['"]/g)].map(
    ([, word, composed]) => ({ kind: 'css', words: [word ?? composed ?? ''] }),
  );

/** @type {(from: string, text: string) => Found[]} */
function inModule(from, text) {
  const { program, errors } = parseSync(from, text);
  if (errors[0]) throw new Error(`${from}: ${errors[0].message}`);
  /** @type {Found[]} */
  const found = [];
  /** @param {ImportKind} kind @param {unknown} source */
  const add = (kind, source) => {
    const words = literals(source);
    if (words.length > 0) found.push({ kind, words });
  };
  new Visitor({
    ImportDeclaration({ source, importKind, specifiers }) {
      const names = specifiers.filter((one) => one.type === 'ImportSpecifier');
      const onlyTypes =
        specifiers.length > 0 && names.length === specifiers.length && names.every((one) => one.importKind === 'type');
      add(importKind === 'type' || onlyTypes ? 'type' : 'static', source);
    },
    ExportNamedDeclaration({ source, exportKind }) {
      add(exportKind === 'type' ? 'type' : 'static', source);
    },
    ExportAllDeclaration({ source, exportKind }) {
      add(exportKind === 'type' ? 'type' : 'static', source);
    },
    ImportExpression({ source }) {
      add('dynamic', source);
    },
    TSImportType({ source }) {
      add('type', source);
    },
    CallExpression({ callee, arguments: [patterns] }) {
      if (callee.type !== 'MemberExpression' || !isImportMeta(callee.object)) return;
      if (callee.property.type === 'Identifier' && callee.property.name === 'glob') add('glob', patterns);
    },
    NewExpression({ callee, arguments: [address, base] }) {
      if (callee.type !== 'Identifier' || callee.name !== 'URL' || base?.type !== 'MemberExpression') return;
      if (isImportMeta(base.object)) add('url', address);
    },
  }).visit(program);
  return found;
}

/** @param {{ type: string }} node */
const isImportMeta = (node) => node.type === 'MetaProperty';

/** Returns the strings of a literal, or of a list of them. @param {any} node @returns {string[]} */
function literals(node) {
  if (node?.type === 'ArrayExpression') return node.elements.flatMap(literals);
  return node?.type === 'Literal' && typeof node.value === 'string' ? [node.value] : [];
}

/**
 * Returns the path in the repository that a word means to the file, or null where it names a package.
 *
 * @type {(word: string, from: string) => string | null}
 */
function pathOf(word, from) {
  if (word.startsWith('@/')) return word.slice(2);
  // `new URL('lib/a.ts', import.meta.url)` in a file at the root.
  return /^[./]/.test(word) || !from.includes('/') ? posix.join(word.startsWith('/') ? '' : dirname(from), word) : null;
}

/** @type {(word: string, from: string, known: ReadonlySet<string>) => string} */
function resolve(word, from, known) {
  const bare = word.replace(/\?.*$/, '');
  const path = pathOf(bare, from);
  const file = path === null ? undefined : endings.map((ending) => path + ending).find((name) => known.has(name));
  if (file !== undefined) return file;
  if (path !== null && /^(\.|@?\/)/.test(bare)) return path;
  return bare.startsWith('node:') ? bare : bare.split('/', bare.startsWith('@') ? 2 : 1).join('/');
}

/**
 * Returns the files that one of the patterns means and none of those with `!` excludes.
 *
 * @type {(patterns: readonly string[], from: string, files: readonly string[]) => string[]}
 */
function matching(patterns, from, files) {
  const expressions = patterns.map((pattern) => ({
    not: pattern.startsWith('!'),
    matches: expression(pathOf(pattern.replace(/^!/, ''), from) ?? pattern),
  }));
  return files.filter(
    (file) =>
      file !== from &&
      expressions.some(({ not, matches }) => !not && matches.test(file)) &&
      !expressions.some(({ not, matches }) => not && matches.test(file)),
  );
}

/** @param {string} glob with `*`, `**` and `{a,b}` */
const expression = (glob) =>
  new RegExp(
    `^${glob
      .replace(/[.+^$()|[\]\\?]/g, '\\$&')
      .replace(/\{([^}]*)\}/g, (_, words) => `(${words.replaceAll(',', '|')})`)
      .replace(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(.*/)?'))}$`,
  );
