import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { siblingUrls, teamUrl } from '../../practice/serve.mjs';
import { withChromium } from '../support/artifacts.ts';
import { buildFolder } from '../support/builds.ts';
import { launch } from '../support/chromium.ts';
import { introduce, startGrant } from '../support/flow.ts';
import { until } from '../support/until.ts';
import { vendorScript } from '../support/vendors.ts';

const { grant } = vendorScript('rudderstack');
const reader = 'page-reader.js';
const members = teamUrl('members');

/** The scripts of ours that a page carries, by their file names. */
async function scriptsIn(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const names: string[] = [];
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension:')) names.push(url.replace(/.*\//, ''));
  });
  await session.send('Debugger.enable');
  await session.detach();
  return names;
}

it('what reads and guides is loaded on recognised pages only', ({ task }) =>
  withChromium(task, {}, async (browser) => {
    const [elsewhere = ''] = siblingUrls('members');
    const other = await browser.page(elsewhere);
    const page = await browser.page(members);

    await until('the reader is loaded', async () => ((await scriptsIn(page)).includes(reader) ? true : undefined));

    // Longer than it takes a page to be told as none of ours.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(await scriptsIn(other)).toEqual(['vendor-page.js']);
  }));

it('neither the policy of a page nor what it changed of its own world keeps the guide away, and nothing is left in it', ({
  task,
}) =>
  withChromium(task, {}, async (browser) => {
    const body = readFileSync('lib/vendors/rudderstack/members/__fixtures__/practice-antd-6.html', 'utf8');
    const headers = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };
    await browser.context.route(members, (route) => route.fulfill({ contentType: 'text/html', body, headers }));
    const page = await browser.page('about:blank');
    await page.addInitScript(() => {
      const broken = () => {
        throw new Error('not for extensions');
      };
      Object.assign(Element.prototype, { closest: broken, matches: broken, checkVisibility: broken });
      Object.assign(globalThis, { MutationObserver: broken, names: [] });
      Object.assign(globalThis, { names: Object.getOwnPropertyNames(globalThis) });
    });
    await page.goto(members);
    const popup = await browser.popup(page);
    await introduce(popup);
    await popup.close();

    await startGrant(browser, page, grant);

    expect(
      await page.evaluate('Object.getOwnPropertyNames(globalThis).filter((name) => !names.includes(name))'),
    ).toEqual([]);
  }));

it('a page whose reader the browser refuses is told as such', async () => {
  const extension = mkdtempSync(join(tmpdir(), 'grantbook-without-reader-'));
  cpSync(buildFolder('chromium'), extension, { recursive: true });
  rmSync(join(extension, reader));
  const browser = await launch({ extension });
  try {
    const page = await browser.page(members);
    const first = await browser.popup(page);
    await introduce(first);
    await first.close();

    await until('the popup says what helps', async () => {
      const popup = await browser.popup(page);
      const text = await popup.getByRole('region', { name: 'This page' }).innerText();
      await popup.close();
      return text.includes('could not be loaded. Reload the page.') ? true : undefined;
    });
  } finally {
    await browser.dispose();
    rmSync(extension, { recursive: true, force: true });
  }
});
