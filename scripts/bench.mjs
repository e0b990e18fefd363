import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildExtension } from './lib/build.mjs';
import { codeOf, inlineScript } from './lib/inline-script.mjs';
import { out, root } from './lib/paths.mjs';
import { tool } from './lib/process.mjs';

const sizes = process.argv[2] ?? '1000,10000,100000';

/** Production code of the storage and the verifier, as one script that runs in a page of the extension. */
async function benchCode() {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [inlineScript()],
    resolve: { alias: { '@': root } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(root, 'tests', 'bench', 'page.ts'), formats: ['iife'], name: 'benchPage' },
    },
  });
  return codeOf(built);
}

if (!process.argv.includes('--no-build') && !(await buildExtension('chrome'))) {
  console.log('The extension could not be built.');
  process.exitCode = 1;
} else {
  const file = join(out, 'bench-page.js');
  mkdirSync(out, { recursive: true });
  writeFileSync(file, await benchCode());
  const env = { GRANTBOOK_BENCH_CODE: file, GRANTBOOK_BENCH_SIZES: sizes };
  const only = process.env.GRANTBOOK_BENCH_ONLY;
  const scripts = only === 'page' ? ['vendor-page'] : only ? ['run'] : ['run', 'vendor-page'];
  for (const script of scripts) {
    const { code } = await tool('tsx', [`tests/bench/${script}.ts`], { env });
    if (code !== 0) process.exitCode = 1;
  }
}
