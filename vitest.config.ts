import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { inlineScript } from './scripts/lib/inline-script.mjs';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };

/** A robot may click where something moved from a moment before, as a person may; what fails twice is a fault. The report names both. */
const once = 1;

/** Files share processes, and start in them as in one of their own. */
const oneProcess = { isolate: false, setupFiles: ['tests/support/one-process-setup.ts'] };

/** One project per layer of `npm test`; browser layers run against the production build in `.output`. */
export default defineConfig({
  plugins: [inlineScript()],
  resolve: { alias },
  test: {
    // A busy machine is no failure.
    testTimeout: 60_000,
    // Vitest would leave one of two processors idle.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { ...oneProcess, name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          ...oneProcess,
          name: 'component',
          environment: 'jsdom',
          include: ['tests/component/**/*.test.tsx'],
          setupFiles: [...oneProcess.setupFiles, 'tests/support/component-setup.ts'],
        },
      },
      { extends: true, test: { name: 'contract', environment: 'node', include: ['tests/contract/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          // One browser serves all files of a worker.
          isolate: false,
          retry: once,
          setupFiles: ['tests/support/e2e-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'firefox',
          environment: 'node',
          include: ['tests/firefox/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
