import { buildExtension, buildPractice } from './lib/build.mjs';
import { ensureDependencies, nodeProblem } from './lib/dependencies.mjs';
import { hasDisplay } from './lib/display.mjs';
import { messageOf, tool } from './lib/process.mjs';

/** @returns {Promise<string | undefined>} why it could not be done, in a sentence */
async function start() {
  const problem = nodeProblem();
  if (problem !== undefined) return problem;
  if (!(await ensureDependencies())) return 'The dependencies could not be installed.';
  const { ensureChromium } = await import('./lib/browsers.mjs');
  let browser;
  try {
    browser = ensureChromium();
  } catch (error) {
    return messageOf(error);
  }
  if (!(await buildExtension('chrome'))) return 'The extension could not be built.';
  if (!(await buildPractice())) return 'The practice consoles could not be built.';

  const script = hasDisplay() ? 'tests/support/try-out.ts' : 'tests/support/tour.ts';
  const { code } = await tool('tsx', [script], { env: { GRANTBOOK_CHROMIUM: browser } });
  return code === 0 ? undefined : 'It did not go through to the end; what went wrong is said above.';
}

const failure = await start();
if (failure !== undefined) {
  console.log(failure);
  process.exitCode = 1;
}
