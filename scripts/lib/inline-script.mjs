import { dirname, resolve } from 'node:path';
import { build } from 'vite';
import { root } from './paths.mjs';

const suffix = '?inline-script';

/**
 * Vite plugin: `import { code } from './x?inline-script'` is the text of `x.ts` with all that it imports, as one
 * minified classic script, for documents that have to run without a network and without the extension.
 *
 * @returns {import('vite').Plugin}
 */
export const inlineScript = () => ({
  name: 'inline-script',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!source.endsWith(suffix) || importer === undefined) return undefined;
    const path = source.slice(0, -suffix.length);
    const file = path.startsWith('@/') ? resolve(root, path.slice(2)) : resolve(dirname(importer), path);
    return `\0inline-script:${file}.ts`;
  },
  async load(id) {
    if (!id.startsWith('\0inline-script:')) return undefined;
    const input = id.slice('\0inline-script:'.length);
    const code = await classicScript(input);
    this.addWatchFile(input);
    // `</script` and `<!--` would end or change the element that the text is put into.
    return `export const code = ${JSON.stringify(code.replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--').trim())};`;
  },
});

/**
 * Returns the code of a build that writes nothing and makes one file.
 *
 * @param {Awaited<ReturnType<typeof import('vite').build>>} built
 */
export function codeOf(built) {
  const [bundle] = [built].flat();
  if (bundle === undefined || !('output' in bundle)) throw new Error('The build made no file.');
  return bundle.output[0].code;
}

/**
 * Builds a module with all that it imports as one minified classic script.
 *
 * @param {string} entry a file's path
 */
export async function classicScript(entry) {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'script' } },
  });
  return codeOf(built);
}
