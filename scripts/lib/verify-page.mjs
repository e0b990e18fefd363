import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classicScript } from './inline-script.mjs';
import { root } from './paths.mjs';

const folder = join(root, 'scripts', 'verify-page');

/**
 * Builds the page that verifies an exported log, as one file: its code stands in it, so that it works from a disk and
 * without a network.
 *
 * @returns {Promise<string>} HTML
 */
export async function verifyPage() {
  // A tag that ends the script early cannot stand in it.
  const code = (await classicScript(join(folder, 'main.ts'))).replace(/<\/script/gi, '<\\/script');
  return readFileSync(join(folder, 'verify.html'), 'utf8').replace('/* code */', () => code);
}
