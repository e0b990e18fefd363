import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Frame, type Page } from 'puppeteer-core';
import { interceptPractice, type PracticeChoice } from '../../practice/serve.mjs';
import { ensureFirefox } from '../../scripts/lib/browsers.mjs';
import { buildFolder } from './builds.ts';
import { patience, until } from './until.ts';
import type { Act, Spot } from './walks.ts';

/** The origin that the extension gets; Firefox draws one at random where a profile does not name it. */
const uuid = '6f0e2a3c-5d4b-4c1a-9e8f-7a6b5c4d3e2f';
const ours = `moz-extension://${uuid}/`;

/** A Firefox with Grantbook in it, driven over WebDriver BiDi. */
export interface GrantbookFirefox {
  /** Opens a vendor's page in a new tab, where the practice console of the choice answers. */
  vendorPage(url: string, practice: PracticeChoice): Promise<Page>;
  /** Opens a page of the extension, such as `popup.html`, in a new tab. */
  open(file: string): Promise<Page>;
  /** Waits for the guide in a vendor's page that bears such a heading. */
  guide(page: Page, heading: string): Promise<Frame>;
  /** Evaluates in the browser's own window, where its questions to the person stand. */
  evaluateInWindow(expression: string): Promise<unknown>;
  /** Closes every tab but the first, which is empty. */
  closeTabs(): Promise<void>;
  /** The tabs that were opened and not closed, oldest first. */
  pages(): readonly Page[];
  dispose(): Promise<void>;
}

/** The protocol itself, for the two things that Puppeteer has no word for; its public types leave both members out. */
interface Protocol {
  readonly connection: { send(method: string, parameters: object): Promise<{ readonly result: unknown }> };
}
interface Context {
  readonly _id: string;
}

/** Returns the selector of an element by role and accessible name, as Firefox itself computes them. */
export const named = (role: string, name: string): string =>
  `::-p-aria([name=${JSON.stringify(name)}][role=${JSON.stringify(role)}])`;

/** Material UI puts a zero-width space beside an icon, and Firefox into the name. */
const selectorOf = (spot: Spot): string =>
  'css' in spot ? spot.css : ['', '\u200b'].map((before) => named(spot.role, before + spot.name)).join(', ');

/** Does on a vendor's page what a walk says. */
export async function act(page: Page, acts: readonly Act[]): Promise<void> {
  for (const one of acts) {
    if ('press' in one) await page.keyboard.press(one.press);
    else if ('click' in one) await page.locator(selectorOf(one.click)).click();
    else await page.locator(selectorOf(one.into)).fill(one.type);
  }
}

function geckoId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

/**
 * Starts Firefox without a window, with a new profile and an unpacked extension, by default the production build.
 *
 * @throws when no Firefox is there, or the extension is not built
 */
export async function launch(extension = buildFolder('firefox')): Promise<GrantbookFirefox> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: ensureFirefox(),
    defaultViewport: null,
    // Its own window and pages of an extension count as the browser's own.
    args: ['--remote-allow-system-access', '--width=1440', '--height=900'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId(extension)]: uuid }),
      'ui.prefersReducedMotion': 1,
      // Its questions take an answer at once, and not only after half a second without a click.
      'security.notification_enable_delay': 0,
    },
  });
  const { connection } = browser as unknown as Protocol;
  await browser.installExtension(extension);

  const opened: Page[] = [];
  const newTab = async (): Promise<Page> => {
    const page = await browser.newPage();
    page.setDefaultTimeout(patience);
    opened.push(page);
    return page;
  };

  return {
    vendorPage: async (url, practice) => {
      const page = await newTab();
      await interceptPractice(page, practice);
      await page.goto(url);
      return page;
    },
    open: async (file) => {
      const page = await newTab();
      const url = ours + file;
      const { _id: context } = page.mainFrame() as unknown as Context;
      // Firefox never tells over BiDi that a page of an extension has loaded (https://bugzil.la/1755014).
      await connection.send('browsingContext.navigate', { context, url, wait: 'none' });
      await until(`${file} has loaded`, async () =>
        (await page.evaluate(`location.href === '${url}' && document.readyState === 'complete'`)) ? true : undefined,
      );
      return page;
    },
    guide: (page, heading) =>
      until(`the guide says ${heading}`, async () => {
        for (const frame of page.frames()) {
          try {
            const isGuide = await frame.evaluate(`location.href.startsWith('${ours}guide.html')`);
            if (isGuide && (await frame.$(named('heading', heading))) !== null) return frame;
          } catch {
            // Another grant takes over in a frame of its own, and the one before goes while it is looked into.
          }
        }
        return undefined;
      }),
    evaluateInWindow: async (expression) => {
      const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
      const [window] = (tree.result as { contexts: readonly { context: string }[] }).contexts;
      const target = { context: window?.context };
      const evaluated = await connection.send('script.evaluate', { expression, target, awaitPromise: true });
      return (evaluated.result as { result?: { value?: unknown } }).result?.value;
    },
    closeTabs: async () => {
      for (const page of opened.splice(0)) await page.close();
    },
    pages: () => opened,
    dispose: () => browser.close(),
  };
}
