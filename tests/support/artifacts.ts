import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { out } from '../../scripts/lib/paths.mjs';
import { type GrantbookChromium, type LaunchOptions, launch } from './chromium.ts';

const folder = join(out, 'failures');

/** A file name from a test's name. */
const fileName = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);

/** Photographs every open page, so that a failure on a machine without a display can be looked at. */
async function photograph(browser: GrantbookChromium, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [index, page] of browser.context.pages().entries()) {
    const path = join(folder, `${fileName(name)}-${index + 1}.png`);
    try {
      await page.screenshot({ path, timeout: 5_000 });
      console.log(`${path}: ${page.url()}`);
    } catch {
      // A page may close at any moment; the test's own error says what matters.
    }
  }
}

/**
 * Runs a test with a browser of its own, photographs every page when it fails, and ends the browser in any case.
 *
 * @param task the test, for the names of the photographs
 */
export async function withChromium(
  task: { readonly name: string },
  options: LaunchOptions,
  run: (browser: GrantbookChromium) => Promise<void>,
): Promise<void> {
  const browser = await launch(options);
  try {
    await run(browser);
  } catch (error) {
    await photograph(browser, task.name);
    throw error;
  } finally {
    await browser.dispose();
  }
}
