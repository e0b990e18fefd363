import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { out } from '../../scripts/lib/paths.mjs';
import { type LaunchOptions as ChromiumOptions, type GrantbookChromium, launch as launchChromium } from './chromium.ts';
import { type GrantbookFirefox, launch as launchFirefox } from './firefox.ts';

const folder = join(out, 'failures');

/** A file name from a test's name. */
const fileName = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(-80);

/** Where a picture goes. */
function picture(name: string): `${string}.png` {
  mkdirSync(folder, { recursive: true });
  return `${join(folder, fileName(name))}.png`;
}

/** A page of Playwright or Puppeteer. */
interface Photographed {
  url(): string;
  screenshot(options: { path: `${string}.png` }): Promise<unknown>;
}

/** Photographs open pages, so that a failure on a machine without a display can be looked at. */
async function photograph(pages: readonly Photographed[], name: string): Promise<void> {
  for (const [index, page] of pages.entries()) {
    const path = picture(`${name}-${index + 1}`);
    try {
      await page.screenshot({ path });
      console.log(`${path}: ${page.url()}`);
    } catch {
      // A page may close at any moment; the test's own error says what matters.
    }
  }
}

/**
 * Runs a test with a browser of its own, photographs every page when it fails, and ends the browser in any case. Errors in
 * pages of ours fail a test as well.
 *
 * @param task the test, for the names of the photographs
 */
export async function withChromium(
  task: { readonly name: string },
  options: ChromiumOptions,
  run: (browser: GrantbookChromium) => Promise<void>,
): Promise<void> {
  const browser = await launchChromium(options);
  try {
    await run(browser);
    expect(browser.problems).toEqual([]);
  } catch (error) {
    await photograph(browser.context.pages(), task.name);
    for (const problem of browser.problems) console.log(problem);
    throw error;
  } finally {
    await browser.dispose();
  }
}

/**
 * One Chromium for all tests of a file, where they are many and short. Every test begins without the tabs of the one before it; the log
 * and a side panel that is open stay. Errors in pages of ours fail a test as well.
 *
 * @returns answers the browser, inside a test
 */
export function sharedChromium(options: ChromiumOptions = {}): () => GrantbookChromium {
  let browser: GrantbookChromium | undefined;
  const current = () => {
    if (browser === undefined) throw new Error('Chromium has not started.');
    return browser;
  };

  beforeAll(async () => {
    browser = await launchChromium(options);
  });
  beforeEach(async ({ task, onTestFailed }) => {
    const { context, firstTab } = current();
    for (const page of context.pages()) {
      if (page !== firstTab && !page.url().includes('/sidepanel.html')) await page.close();
    }
    onTestFailed(async () => {
      await photograph(current().context.pages(), task.name);
      for (const problem of current().problems) console.log(problem);
    });
  });
  afterEach(() => {
    expect(current().problems).toEqual([]);
  });
  afterAll(async () => {
    await browser?.dispose();
  });
  return current;
}

/**
 * One Firefox for all tests of a file, since its start takes longer than a flow. Every test begins without the tabs of the one
 * before it, and one that fails leaves photographs.
 *
 * @param extension answers the unpacked extension; the production build when left out
 * @returns answers the browser, inside a test
 */
export function sharedFirefox(extension?: () => string): () => GrantbookFirefox {
  let browser: GrantbookFirefox | undefined;
  const current = () => {
    if (browser === undefined) throw new Error('Firefox has not started.');
    return browser;
  };

  beforeAll(async () => {
    browser = await launchFirefox(extension?.());
  });
  beforeEach(async ({ task, onTestFailed }) => {
    await current().closeTabs();
    onTestFailed(() => photograph(current().pages(), `firefox-${task.name}`));
  });
  afterAll(async () => {
    await browser?.dispose();
  });
  return current;
}
