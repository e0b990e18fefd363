import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withChromium } from '../support/artifacts.ts';
import { closedShadowHosts, findGuide } from '../support/chromium.ts';
import { introduce, startGrant } from '../support/flow.ts';
import { siblingUrls } from '../support/practice.ts';
import { until } from '../support/until.ts';
import { vendorScripts } from '../support/vendors.ts';

/** What we put into a page; the practice console's own strip is not ours. */
const ours = async (page: Page) => (await closedShadowHosts(page)).filter((name) => name !== 'PRACTICE-STRIP');

/** The extension looks until a page has been quiet for 2 s; the consoles render late on top of that. */
const looked = 4_000;

/** Tabs that are looked at together. */
const atOnce = 4;

describe.each(vendorScripts)('pages of $id', (script) => {
  it('with a grant open, only the team page gets a guide', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      const page = await browser.page(script.teamUrl);
      await script.ready(page);
      const popup = await browser.popup(page);
      await introduce(popup);
      await popup.close();
      await startGrant(browser, page, script.grant);
      expect(await ours(page)).toHaveLength(1);

      const urls = siblingUrls(script.id === 'rudderstack' ? 'members' : 'organization-team');
      for (let start = 0; start < urls.length; start += atOnce) {
        const siblings = await Promise.all(urls.slice(start, start + atOnce).map((url) => browser.page(url)));
        await new Promise((resolve) => setTimeout(resolve, looked));
        for (const sibling of siblings) {
          expect(findGuide(sibling)?.url(), sibling.url()).toBeUndefined();
          expect(await ours(sibling), sibling.url()).toEqual([]);
          await sibling.close();
        }
      }
    }));

  it('the guide leaves with the team page and comes back with it, without a reload', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      const page = await browser.page(script.teamUrl);
      await script.ready(page);
      const popup = await browser.popup(page);
      await introduce(popup);
      await popup.close();
      await startGrant(browser, page, script.grant);

      await page.evaluate(() => history.pushState(null, '', location.pathname.replace(/[^/]+$/, 'nowhere')));
      await page.goBack();
      await browser.guide(page);

      const [elsewhere] = siblingUrls(script.id === 'rudderstack' ? 'members' : 'organization-team');
      await page.goto(elsewhere ?? '');
      await until('the guide has left', () => (findGuide(page) === undefined ? true : undefined));
      await page.goBack();
      await browser.guide(page);
      await expect.poll(() => ours(page)).toHaveLength(1);
    }));

  it('without a grant nothing is put into any page', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      const page = await browser.page(script.teamUrl);
      await script.ready(page);
      await new Promise((resolve) => setTimeout(resolve, looked));

      expect(findGuide(page)).toBeUndefined();
      expect(await ours(page)).toEqual([]);
    }));
});
