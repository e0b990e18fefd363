import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countReport } from './count.mjs';
import { out } from './paths.mjs';
import { tool } from './process.mjs';

/**
 * Runs one vitest project.
 *
 * @param {string} layer names the report, out/test/<layer>.json
 * @param {object} what
 * @param {string} what.project
 * @param {readonly string[]} [what.only] test files
 * @param {readonly string[]} [what.except] test files
 * @param {number} what.minutes
 * @param {Record<string, string>} [what.env]
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runVitest(layer, { project, only = [], except = [], minutes, env = {} }) {
  const file = join(out, 'test', `${layer}.json`);
  rmSync(file, { force: true });
  const { code, timedOut } = await tool(
    'vitest',
    [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...except.flatMap((path) => ['--exclude', path]),
      ...only,
    ],
    { minutes, env },
  );
  if (timedOut) console.log(`Stopped after ${minutes} minutes.`);
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Counted as a failure below.
  }
  const { passed, failed, notes } = countReport(report, code);
  for (const note of notes) console.log(note);
  return { passed, failed };
}
