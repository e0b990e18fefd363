import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { out } from '../../scripts/lib/paths.mjs';
import { type LaunchOptions as ChromiumOptions, type GrantbookChromium, launch as launchChromium } from './chromium.ts';
import { type LaunchOptions as FirefoxOptions, type GrantbookFirefox, launch as launchFirefox } from './firefox.ts';

const folder = join(out, 'failures');

/** A file name from a test's name. */
const fileName = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(-80);

/** Where a picture goes. */
function picture(name: string): string {
  mkdirSync(folder, { recursive: true });
  return join(folder, `${fileName(name)}.png`);
}

/** Photographs every open page, so that a failure on a machine without a display can be looked at. */
async function photograph(browser: GrantbookChromium, name: string): Promise<void> {
  for (const [index, page] of browser.context.pages().entries()) {
    const path = picture(`${name}-${index + 1}`);
    try {
      await page.screenshot({ path, timeout: 5_000 });
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
    await photograph(browser, task.name);
    for (const problem of browser.problems) console.log(problem);
    throw error;
  } finally {
    await browser.dispose();
  }
}

/** The same with Firefox, of which the tab in front is photographed. */
export async function withFirefox(
  task: { readonly name: string },
  options: FirefoxOptions,
  run: (browser: GrantbookFirefox) => Promise<void>,
): Promise<void> {
  const browser = await launchFirefox(options);
  try {
    await run(browser);
  } catch (error) {
    const path = picture(`firefox-${task.name}`);
    const png = await browser.marionette.screenshot().catch(() => undefined);
    if (png !== undefined) {
      writeFileSync(path, Buffer.from(png, 'base64'));
      console.log(`${path}: the tab in front`);
    }
    throw error;
  } finally {
    await browser.dispose();
  }
}
