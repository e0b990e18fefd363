import { dirname, resolve } from 'node:path';
import { rolldown } from 'rolldown';
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
    const bundle = await rolldown({ input, resolve: { alias: { '@': root } }, platform: 'browser' });
    const { output } = await bundle.generate({ format: 'iife', minify: true });
    await bundle.close();
    this.addWatchFile(input);
    // `</script` and `<!--` would end or change the element that the text is put into.
    const code = output[0].code.replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--').trim();
    return `export const code = ${JSON.stringify(code)};`;
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
