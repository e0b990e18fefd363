/** Asks that several entrypoints, or one and what it loads on demand, use a module. */
const shared = { minShareCount: 2, includeDependenciesRecursively: false };

/**
 * Puts the code that pages and background share into three files. Left alone the bundler makes one of each set of pages
 * that shares something: thirty files, most below 3 kB, sixteen of them before the log shows its first row, and the
 * browser is asked for each by itself. `core` and `ui` stand on nothing, `store` on `core` alone: files that import each
 * other would not run. The guide loads no `store`.
 *
 * @type {{ name: string, test: RegExp, minShareCount: number, includeDependenciesRecursively: boolean }[]}
 */
export const chunkGroups = [
  // First, `base.css` included: what the parts of the interface say of themselves comes after it.
  {
    name: 'core',
    test: /node_modules[\\/](zod|@noble|canonicalize|webextension-polyfill)[\\/]|[\\/]lib[\\/](domain|dom|vendors|messaging|browser)\b|[\\/]ui[\\/]base\.css|wxt-plugins/,
    ...shared,
  },
  { name: 'store', test: /node_modules[\\/]dexie[\\/]|[\\/]lib[\\/]storage[\\/]/, ...shared },
  {
    name: 'ui',
    // Vite's part of every page is for documents, and would stop the background.
    test: /node_modules[\\/](react|react-dom|scheduler|lucide-react)[\\/]|[\\/]components[\\/]ui[\\/].+(\.tsx?|\.module\.css)$|wxt-html-plugins|modulepreload-polyfill/,
    ...shared,
  },
];
