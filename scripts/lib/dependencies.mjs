import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { npm } from './process.mjs';

const oldestNode = { major: 20, minor: 19 };

/** Says what is wrong with a version of Node, in a sentence; undefined where nothing is. */
export function nodeProblem(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > oldestNode.major || (major === oldestNode.major && minor >= oldestNode.minor);
  return ok ? undefined : `Node ${oldestNode.major}.${oldestNode.minor} or newer is needed; this is ${version}.`;
}

/** @typedef {Readonly<Record<string, { version?: string, integrity?: string, optional?: boolean }>>} Packages */

/** @type {(path: string) => Packages | undefined} */
const lockfile = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined);

/**
 * Compares what the lockfile asks for with what npm noted down when it last installed. Dates would do less: a fresh
 * clone and a switched branch both have new files.
 *
 * @param {Packages} wanted
 * @param {Packages | undefined} installed
 */
export function isInstalled(wanted, installed) {
  if (installed === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const there = installed[path];
    // Binaries for other platforms are listed and left out.
    if (there === undefined) return entry.optional === true;
    return there.version === entry.version && there.integrity === entry.integrity;
  });
}

/**
 * Installs the locked dependencies when they are missing or others than the lockfile names.
 *
 * @returns {Promise<boolean>} whether they are there now
 */
export async function ensureDependencies() {
  const wanted = lockfile(join(root, 'package-lock.json'));
  if (wanted === undefined) {
    console.log('package-lock.json is missing.');
    return false;
  }
  const current = () => isInstalled(wanted, lockfile(join(root, 'node_modules', '.package-lock.json')));
  if (current()) return true;
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    console.log(attempt === 1 ? 'Installing dependencies (npm ci) …' : 'Once more …');
    const { code } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund'], { minutes: 10 });
    if (code === 0) return true;
  }
  return false;
}
