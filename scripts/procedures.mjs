import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './lib/paths.mjs';

/** Writes docs/procedures.md anew, from the checklists as they are. */
const { module } = await runnerImport(join(root, 'scripts', 'lib', 'procedures.ts'), {
  configFile: false,
  root,
  logLevel: 'error',
  resolve: { alias: { '@': root } },
});
writeFileSync(join(root, 'docs', 'procedures.md'), module.proceduresPage());
