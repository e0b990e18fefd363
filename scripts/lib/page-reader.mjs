import { join } from 'node:path';
import { build } from 'vite';
import { codeOf } from './inline-script.mjs';
import { root } from './paths.mjs';

/** The file of the content script's second part, as the first part asks for it. */
export const pageReader = 'page-reader.js';

/**
 * How scripts of a vendor's page are made small: their size is a gate, and everywhere else this takes too long to be
 * worth it.
 */
export const smallest = /** @type {const} */ ({
  minify: 'terser',
  terserOptions: { ecma: 2020, module: true, compress: { passes: 3, keep_fargs: false } },
});

/**
 * Builds what reads and guides on recognised pages: one module, which the content script imports there. WXT builds
 * scripts that export nothing.
 *
 * @returns {Promise<string>} code
 */
export async function pageReaderCode() {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      ...smallest,
      rolldownOptions: {
        input: join(root, 'lib', 'page', 'page-reader.ts'),
        preserveEntrySignatures: 'strict',
        output: { format: 'es', codeSplitting: false },
      },
    },
  });
  return codeOf(built);
}
