import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const windows = process.platform === 'win32';
/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Ends a child and everything it started.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function end(child, signal) {
  if (child.pid === undefined) return;
  if (windows) {
    spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    for (const child of running) end(child, 'SIGKILL');
    process.exit(130);
  });
}

/**
 * @typedef {object} RunOptions
 * @property {Readonly<Record<string, string | undefined>>} [env]
 * @property {boolean} [capture] keeps stdout for the caller instead of showing it
 * @property {number | undefined} [minutes] after which the program is ended
 * @property {boolean} [shell]
 */

/**
 * Runs a program to its end, without stdin, and leaves nothing of it running.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, stdout: string, timedOut: boolean }>} `code` is -1 when it did not start or was ended
 */
function run(command, args, { env = {}, capture = false, minutes, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      shell,
      // A group of its own, so that browsers started by a test runner end with it.
      detached: !windows,
      stdio: ['ignore', capture ? 'pipe' : 'inherit', 'inherit'],
    });
    running.add(child);
    let stdout = '';
    let timedOut = false;
    child.stdout?.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
    });
    const timer =
      minutes === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            end(child, 'SIGKILL');
          }, minutes * 60_000);
    /** @param {number} code */
    const finish = (code) => {
      clearTimeout(timer);
      running.delete(child);
      end(child, 'SIGKILL');
      resolve({ code: timedOut ? -1 : code, stdout, timedOut });
    };
    child.on('error', (error) => {
      console.log(error.message);
      finish(-1);
    });
    child.on('exit', () => {
      // Whoever still holds the pipe is ended, so that 'close' comes.
      end(child, 'SIGKILL');
    });
    child.on('close', (code) => finish(code ?? -1));
  });
}

/**
 * Runs npm, the one that started us where there is one.
 *
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  if (own !== undefined && /npm-cli\.js$/.test(own) && existsSync(own))
    return run(process.execPath, [own, ...args], options);
  return run('npm', args, { ...options, shell: windows });
}

/**
 * Runs a command-line tool of an installed package with this Node.
 *
 * @param {string} name the package
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function tool(name, args, options) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : (bin[name.replace(/.*\//, '')] ?? Object.values(bin)[0]);
  return run(process.execPath, [join(folder, file), ...args], options);
}

/** Returns the words of what was thrown. @param {unknown} error */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));
