import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { out } from '../../scripts/lib/paths.mjs';
import { buildFolder } from './builds.ts';
import type { GrantbookChromium, LaunchOptions } from './chromium.ts';
import { giveChromium, takeChromium } from './chromiums.ts';
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
 * Runs a test with a Grantbook of its own, photographs every page when it fails, and takes it out of the browser in any case.
 * Errors in pages of ours fail a test as well. A browser in which a test failed is ended: nobody knows what goes on in it.
 *
 * @param task the test, for the names of the photographs
 */
export async function withChromium(
  task: { readonly name: string },
  options: LaunchOptions,
  run: (browser: GrantbookChromium) => Promise<void>,
): Promise<void> {
  const { practice = {}, extension = buildFolder('chromium'), ...own } = options;
  const chromium = await takeChromium(own);
  let browser: GrantbookChromium | undefined;
  try {
    browser = await chromium.equip(extension, practice);
    await run(browser);
    expect(browser.problems).toEqual([]);
    await browser.dispose();
    giveChromium(own, chromium);
  } catch (error) {
    if (browser !== undefined) {
      await photograph(browser.context.pages(), task.name);
      for (const problem of browser.problems) console.log(problem);
    }
    await chromium.end();
    throw error;
  }
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
