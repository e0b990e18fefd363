import { ensureDependencies, nodeProblem } from './lib/dependencies.mjs';
import { chooseLayers, layers } from './lib/layers.mjs';

const total = { passed: 0, failed: 0 };

/** The very last thing this program says; external checks read it. */
function finish() {
  const nothingRan = total.passed + total.failed === 0;
  if (nothingRan) total.failed = 1;
  process.exitCode = total.failed > 0 ? 1 : 0;
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
}

/** @param {string} reason */
function stop(reason) {
  console.log(reason);
  total.failed += 1;
  finish();
}

async function main() {
  const { chosen, unknown } = chooseLayers(process.argv.slice(2));
  if (unknown.length > 0) {
    return stop(`No such layer: ${unknown.join(', ')}. There are: ${layers.map(({ name }) => name).join(', ')}.`);
  }
  const problem = nodeProblem();
  if (problem !== undefined) return stop(problem);
  if (!(await ensureDependencies())) return stop('The dependencies could not be installed.');

  const lines = [];
  for (const { name, run } of chosen) {
    console.log(`\n=== ${name} ===`);
    const start = performance.now();
    let counts;
    try {
      counts = await run();
    } catch (error) {
      console.log(error);
      counts = { passed: 0, failed: 1 };
    }
    total.passed += counts.passed;
    total.failed += counts.failed;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    lines.push(
      `${counts.failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`,
    );
    console.log(lines.at(-1));
  }
  console.log(`\n=== summary ===\n${lines.join('\n')}`);
  finish();
}

await main();
