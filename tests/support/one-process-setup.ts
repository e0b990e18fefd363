// Dexie takes what is there when it is loaded, which is once in a process.
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterAll, expect, vi } from 'vitest';

declare global {
  /** Modules that the file before replaced in this process. */
  var replacedModules: readonly string[] | undefined;
}

/** Files that share a process share loaded modules as well, unless one of them replaces some: all are loaded anew then. */
function loadAnew(testFile: string): void {
  const { replacedModules: before = [] } = globalThis;
  const replaced = [...readFileSync(testFile, 'utf8').matchAll(/\bvi\.(?:doM|m)ock\('([^']+)'/g)];
  globalThis.replacedModules = replaced.map(([, path = '']) => path);
  for (const path of before) vi.doUnmock(path);
  if (before.length + replaced.length > 0) vi.resetModules();
}

loadAnew(expect.getState().testPath ?? '');

/** Deletes the log's database; others have names of their own. */
function forgetLog(): Promise<unknown> {
  // Dexie warns of what it does then: it closes the connection, and opens another at the next use.
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  return new Promise((resolve) => {
    Object.assign(indexedDB.deleteDatabase('grantbook'), { onsuccess: resolve, onerror: resolve, onblocked: resolve });
  });
}

afterAll(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  await forgetLog();
});
