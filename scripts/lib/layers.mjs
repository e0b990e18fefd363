import { ensureChromium, ensureFirefox } from './browsers.mjs';
import { buildPackage, buildPractice } from './build.mjs';
import { messageOf, tool } from './process.mjs';
import { measureSizes } from './size.mjs';
import { runVitest } from './vitest.mjs';
import { lintFirefoxBuild } from './web-ext.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */

/** Counts a gate as one test. @type {(ok: boolean) => Counts} */
const gate = (ok) => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
/** @type {(results: readonly boolean[]) => Counts} */
const gates = (results) => ({
  passed: results.filter(Boolean).length,
  failed: results.filter((ok) => !ok).length,
});

/** Contract tests that read the builds. */
const onBuilds = ['tests/contract/manifest.test.ts'];

/**
 * Finds the browser of a test run; without one it counts as one failure, said in a sentence.
 *
 * @param {string} variable names the browser to the tests
 * @param {() => string} ensure
 * @param {(env: Record<string, string>) => Promise<Counts>} runTests
 */
async function withBrowser(variable, ensure, runTests) {
  let path;
  try {
    path = ensure();
  } catch (error) {
    console.log(messageOf(error));
    return gate(false);
  }
  console.log(`Browser: ${path}`);
  return runTests({ [variable]: path });
}

/**
 * @typedef {object} Layer
 * @property {string} name
 * @property {boolean} [needsBuild] whether the production builds have to be there
 * @property {() => Promise<Counts>} run
 */

/** Every layer of `npm test`, in order. @type {readonly Layer[]} */
export const layers = [
  { name: 'lint', run: async () => gate((await tool('@biomejs/biome', ['ci', '.'], { minutes: 2 })).code === 0) },
  {
    name: 'types',
    run: async () => {
      const prepared = (await tool('wxt', ['prepare'], { minutes: 2 })).code === 0;
      return gate(prepared && (await tool('typescript', ['--noEmit'], { minutes: 5 })).code === 0);
    },
  },
  { name: 'unit', run: () => runVitest('unit', { project: 'unit', minutes: 15 }) },
  { name: 'component', run: () => runVitest('component', { project: 'component', minutes: 15 }) },
  { name: 'contract', run: () => runVitest('contract', { project: 'contract', except: onBuilds, minutes: 5 }) },
  {
    name: 'build',
    run: async () => gates([await buildPackage('chrome'), await buildPackage('firefox'), await buildPractice()]),
  },
  {
    name: 'size',
    needsBuild: true,
    run: async () => {
      const lines = measureSizes();
      const figure = (bytes = 0) => `${bytes.toLocaleString('en')} bytes`;
      for (const { what, bytes, budget, error, ok } of lines) {
        console.log(`${ok ? 'ok    ' : 'FAILED'} ${what}: ${error ?? figure(bytes)}, budget ${figure(budget)}`);
      }
      return gates(lines.map(({ ok }) => ok));
    },
  },
  {
    name: 'manifest',
    needsBuild: true,
    run: () => runVitest('manifest', { project: 'contract', only: onBuilds, minutes: 2 }),
  },
  { name: 'web-ext', needsBuild: true, run: async () => gate(await lintFirefoxBuild()) },
  {
    name: 'e2e',
    needsBuild: true,
    run: () =>
      withBrowser('GRANTBOOK_CHROMIUM', ensureChromium, (env) =>
        runVitest('e2e', { project: 'e2e', minutes: 30, env }),
      ),
  },
  {
    name: 'firefox',
    needsBuild: true,
    run: () =>
      withBrowser('GRANTBOOK_FIREFOX', ensureFirefox, (env) =>
        runVitest('firefox', { project: 'firefox', minutes: 6, env }),
      ),
  },
];

/**
 * The layers to run for the names asked for, in their order; all without a name. Layers that read the builds bring the
 * build layer along.
 *
 * @param {readonly string[]} names
 * @returns {{ chosen: readonly Layer[], unknown: readonly string[] }}
 */
export function chooseLayers(names) {
  const unknown = names.filter((name) => !layers.some((layer) => layer.name === name));
  const asked = layers.filter((layer) => names.length === 0 || names.includes(layer.name));
  const needsBuild = asked.some((layer) => layer.needsBuild === true);
  return { chosen: layers.filter((layer) => asked.includes(layer) || (needsBuild && layer.name === 'build')), unknown };
}
