import { buildExtension } from './lib/build.mjs';
import { runVitest } from './lib/vitest.mjs';

const kills = process.argv[2] ?? '500';
if (!(await buildExtension('chrome'))) {
  console.log('The extension could not be built.');
  process.exitCode = 1;
} else {
  const { failed } = await runVitest('crash', {
    project: 'e2e',
    only: ['tests/e2e/crash.test.ts'],
    minutes: 90,
    env: { GRANTBOOK_KILLS: kills },
  });
  process.exitCode = failed > 0 ? 1 : 0;
}
