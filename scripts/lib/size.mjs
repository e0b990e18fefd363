import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { built } from './paths.mjs';
import { messageOf } from './process.mjs';

/**
 * In bytes: kB of 1,024 for what a vendor's page loads, gzipped; the package that a store takes, without the page that
 * only an auditor opens; and that page, gzipped.
 */
const budgets = { recogniser: 5 * 1024, reader: 15 * 1024, storePackage: 450_000, verifyPage: 120_000 };

/** The page that verifies exports from a disk; no page of ours loads it. */
const verifyFile = 'verify.html';

/**
 * Measures files of a build, in bytes, gzipped.
 *
 * @param {string} folder
 * @param {readonly string[]} files
 */
function gzipped(folder, files) {
  if (files.length === 0) throw new Error('The manifest names no such file.');
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
}

/**
 * Lists what the browser puts into every page of a vendor, and what recognised pages may load besides.
 *
 * @param {string} folder
 */
function scriptsOfThePage(folder) {
  /** @type {{ content_scripts?: { js?: string[], css?: string[] }[], web_accessible_resources?: { resources: string[] }[] }} */
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return {
    recogniser: (manifest.content_scripts ?? []).flatMap(({ js = [], css = [] }) => [...js, ...css]),
    reader: (manifest.web_accessible_resources ?? [])
      .flatMap(({ resources }) => resources)
      .filter((file) => !file.endsWith('.html')),
  };
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
    line(`content script, every page, gzip (${browser})`, budgets.recogniser, () =>
      gzipped(folder, scriptsOfThePage(folder).recogniser),
    ),
    line(`content script, recognised pages, gzip (${browser})`, budgets.reader, () =>
      gzipped(folder, scriptsOfThePage(folder).reader),
    ),
    line(
      `store package without verify.html, zip (${browser})`,
      budgets.storePackage,
      () => storePackageSize(folder, browser) - gzipped(folder, [verifyFile]),
    ),
    line(`verify.html, gzip (${browser})`, budgets.verifyPage, () => gzipped(folder, [verifyFile])),
  ]);
}
