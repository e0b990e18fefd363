import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The first Chromium that loads an unpacked extension by command, and the first Firefox that the manifest allows. */
const oldest = { chromium: 128, firefox: 140 };

const onLinux = {
  chromium: {
    names: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
      'microsoft-edge-stable',
      'msedge',
    ],
    paths: [
      '/usr/lib/chromium/chromium',
      '/opt/google/chrome/chrome',
      '/opt/microsoft/msedge/msedge',
      '/snap/bin/chromium',
    ],
  },
  firefox: {
    names: ['firefox', 'firefox-esr'],
    paths: [
      '/usr/lib/firefox/firefox',
      '/usr/lib/firefox-esr/firefox-esr',
      '/opt/firefox/firefox',
      '/snap/bin/firefox',
    ],
  },
};

const onMac = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox'],
};

const onWindows = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

const named = { chromium: 'GRANTBOOK_CHROMIUM', firefox: 'GRANTBOOK_FIREFOX' };

/**
 * @typedef {'chromium' | 'firefox'} Kind
 * @typedef {{ platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>, home: string }} Machine
 */

/**
 * Lists where a browser may be, best first.
 *
 * @param {Kind} kind
 * @param {Machine} machine
 * @returns {string[]}
 */
export function candidates(kind, { platform, env, home }) {
  const chosen = env[named[kind]];
  if (chosen) return [chosen];
  if (platform === 'darwin') {
    return ['/Applications', `${home}/Applications`].flatMap((folder) =>
      onMac[kind].map((path) => `${folder}/${path}`),
    );
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => onWindows[kind].map((path) => `${folder}\\${path}`));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '' && !folder.startsWith('/snap/'));
  return [
    ...onLinux[kind].names.flatMap((name) =>
      [...folders, '/usr/bin', '/usr/local/bin'].map((folder) => join(folder, name)),
    ),
    ...onLinux[kind].paths,
  ];
}

/** @param {string} path */
function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Returns the major version; undefined where a program does not start or will not say.
 *
 * @param {string} path
 */
function majorVersion(path) {
  const { stdout, status } = spawnSync(path, ['--version'], {
    encoding: 'utf8',
    timeout: 30_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const major = /(\d+)\.\d/.exec(stdout ?? '')?.[1];
  return status === 0 && major !== undefined ? Number(major) : undefined;
}

/** @param {Kind} kind */
function find(kind) {
  const machine = { platform: process.platform, env: process.env, home: homedir() };
  return candidates(kind, machine).find((path) => {
    if (!runnable(path)) return false;
    // chrome.exe does not answer on Windows; Ubuntu's chromium may be a script that only advertises a snap.
    if (process.platform === 'win32') return true;
    return (majorVersion(path) ?? 0) >= oldest[kind];
  });
}

/** Returns the path of Chromium, Chrome or Edge, or of what GRANTBOOK_CHROMIUM names. */
export const findChromium = () => find('chromium');

/** Returns the path of Firefox, or of what GRANTBOOK_FIREFOX names. */
export const findFirefox = () => find('firefox');

/** Tells root on a machine with apt, which is what a CI container is. */
export const canInstall = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** @param {readonly string[]} args */
function apt(args) {
  const { status } = spawnSync('apt-get', ['-q', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 10 * 60_000,
  });
  return status === 0;
}

/**
 * Installs Debian packages as root; the package lists are fetched first, and once more should that fail.
 *
 * @param {readonly string[]} packages
 */
export function install(packages) {
  console.log(`Installing ${packages.join(', ')} (apt-get) …`);
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    if (apt(['update']) && apt(['install', '-y', '--no-install-recommends', ...packages])) return true;
  }
  return false;
}

const wanted = {
  chromium: {
    what: `Chromium, Chrome or Edge (${oldest.chromium} or newer)`,
    packages: ['chromium', 'fonts-liberation', 'fonts-dejavu-core'],
  },
  firefox: { what: `Firefox (${oldest.firefox} or newer)`, packages: ['firefox-esr'] },
};

/** @param {Kind} kind */
function ensure(kind) {
  const found = find(kind);
  if (found !== undefined) return found;
  const { what, packages } = wanted[kind];
  const chosen = process.env[named[kind]];
  if (chosen) throw new Error(`${named[kind]} names ${chosen}, which is not ${what}.`);
  if (canInstall()) {
    install(packages);
    const installed = find(kind);
    if (installed !== undefined) return installed;
  }
  throw new Error(`Please install ${what}, or name the program in ${named[kind]}.`);
}

/**
 * Finds Chromium, Chrome or Edge, and installs Chromium where that is possible. Never downloads a browser by itself.
 *
 * @returns {string} the path
 * @throws {Error} with one sentence that says what to install
 */
export const ensureChromium = () => ensure('chromium');

/**
 * The same for Firefox.
 *
 * @returns {string} the path
 * @throws {Error} with one sentence that says what to install
 */
export const ensureFirefox = () => ensure('firefox');
