import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { built } from './paths.mjs';
import { messageOf } from './process.mjs';

/** In bytes: 12 kB of 1,024, and 400,000 for the package that a store takes. */
const budgets = { contentScript: 12 * 1024, storePackage: 400_000 };

/**
 * Measures what the browser puts into a vendor's page, in bytes, gzipped.
 *
 * @param {string} folder
 */
function contentScriptSize(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  /** @type {{ js?: string[], css?: string[] }[]} */
  const scripts = manifest.content_scripts ?? [];
  const files = scripts.flatMap(({ js = [], css = [] }) => [...js, ...css]);
  if (files.length === 0) throw new Error('The manifest names no content script.');
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
}

/**
 * Measures the newest package that was zipped for a browser, in bytes.
 *
 * @param {string} folder
 * @param {'chrome' | 'firefox'} browser
 */
function storePackageSize(folder, browser) {
  const parent = dirname(folder);
  const zips = existsSync(parent) ? readdirSync(parent).filter((name) => name.endsWith(`-${browser}.zip`)) : [];
  const [newest] = zips.map((name) => statSync(join(parent, name))).sort((a, b) => b.mtimeMs - a.mtimeMs);
  if (newest === undefined) throw new Error('There is no package; has the build layer run?');
  return newest.size;
}

/** @typedef {{ what: string, bytes?: number, budget: number, error?: string, ok: boolean }} Line */

/**
 * Measures both builds against their budgets.
 *
 * @returns {Line[]} one per browser and budget
 */
export function measureSizes() {
  /** @type {(what: string, budget: number, measure: () => number) => Line} */
  const line = (what, budget, measure) => {
    try {
      const bytes = measure();
      return { what, bytes, budget, ok: bytes <= budget };
    } catch (error) {
      return { what, budget, error: messageOf(error), ok: false };
    }
  };
  /** @type {['chrome' | 'firefox', string][]} */
  const builds = [
    ['chrome', built.chromium],
    ['firefox', built.firefox],
  ];
  return builds.flatMap(([browser, folder]) => [
    line(`content script, gzip (${browser})`, budgets.contentScript, () => contentScriptSize(folder)),
    line(`store package, zip (${browser})`, budgets.storePackage, () => storePackageSize(folder, browser)),
  ]);
}
