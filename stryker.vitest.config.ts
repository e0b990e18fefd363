import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What a mutated advice module is tested with: its own tests, and fewer random cases, since there are many mutants. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    environment: 'node',
    include: ['tests/unit/domain/advice/*.test.ts', 'tests/unit/vendors/advice.test.ts'],
    env: { PROPERTY_RUNS: '40' },
    // An instrumented module is slow by design.
    testNamePattern: /^(?!.*within a millisecond)/,
    testTimeout: 60_000,
  },
});
