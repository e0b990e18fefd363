import { test } from 'vitest';
import { type Chromium, type ChromiumOptions, startChromium } from './chromium.ts';

/** Browsers that no test uses now, by what they were started with. */
type Idle = Map<string, Chromium>;

let idle: Idle = new Map();

/** Ends with the worker, and not with a file. */
// biome-ignore lint/correctness/noEmptyPattern: vitest reads in it which fixtures are needed
const inWorker = test.extend('chromiums', { scope: 'worker' }, async ({}, { onCleanup }) => {
  const chromiums: Idle = new Map();
  onCleanup(async () => {
    for (const chromium of chromiums.values()) await chromium.end();
  });
  return chromiums;
});

/** Lets the tests of a file use the browsers of its worker: called by the setup of every file. */
export function shareChromiums(): void {
  inWorker.beforeAll(({ chromiums }) => {
    idle = chromiums;
  });
}

const keyOf = (options: ChromiumOptions) => JSON.stringify(options);

/** Returns a browser that was started so. It is the taker's alone until it is given back. */
export async function takeChromium(options: ChromiumOptions): Promise<Chromium> {
  const key = keyOf(options);
  const taken = idle.get(key);
  idle.delete(key);
  return taken ?? startChromium(options);
}

/** Leaves a browser, with nothing in it, to the next test. */
export function giveChromium(options: ChromiumOptions, chromium: Chromium): void {
  idle.set(keyOf(options), chromium);
}
