import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, install } from './browsers.mjs';

/** Programs with which the tests read exports back, and the Debian packages that hold them. */
const readers = {
  soffice: { what: 'LibreOffice Calc', packages: ['libreoffice-calc'] },
  pdftotext: { what: 'pdftotext (Poppler)', packages: ['poppler-utils'] },
};

/** @param {string} name */
const find = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/**
 * Finds a program, and installs it where that is possible: as root on a machine with apt.
 *
 * @param {'soffice' | 'pdftotext'} name
 * @returns {string} the path
 * @throws {Error} with one sentence that says what to install
 */
export function ensureReader(name) {
  const { what, packages } = readers[name];
  const found = find(name);
  if (found !== undefined) return found;
  if (canInstall()) install(packages);
  const installed = find(name);
  if (installed !== undefined) return installed;
  throw new Error(`Please install ${what}: the exports are read back with it.`);
}
