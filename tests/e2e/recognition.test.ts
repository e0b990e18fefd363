import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { vendors } from '@/lib/vendors/registry';
import { pageUrls, siblingUrls, vendorOf } from '../../practice/serve.mjs';
import { withChromium } from '../support/artifacts.ts';
import { closedShadowHosts, findGuide, type GrantbookChromium } from '../support/chromium.ts';
import { introduce, startGrant } from '../support/flow.ts';
import { until } from '../support/until.ts';
import { vendorScripts } from '../support/vendors.ts';
import { walks } from '../support/walks.ts';

/** What we put into a page; the practice console's own strip is not ours. */
const ours = async (page: Page) => (await closedShadowHosts(page)).filter((name) => name !== 'PRACTICE-STRIP');

/** How long the guide has to appear on a page that is known as recognised, in ms. */
const guided = 1_000;

/** Pages at the address of another one, and how an admin comes there from it. */
const within: Partial<Record<string, readonly { page: string; from: string; go(page: Page): Promise<void> }[]>> = {
  'access-management': [
    {
      page: 'member',
      from: 'users',
      go: async (page) => {
        const row = page.getByRole('row').filter({ hasText: 'priya.raman@acme.example' });
        await row.getByRole('button', { name: 'ellipsis' }).click();
        await page.getByRole('menuitem', { name: 'View member details' }).click();
        await page.getByRole('tab', { name: 'Individual Permissions' }).click();
      },
    },
    { page: 'group', from: 'groups', go: (page) => page.getByRole('button', { name: 'Contractors' }).click() },
  ],
};

/** Puts the saved page for inviting alone into the console, which has none: under an address of its own, as a router would. */
function goInvite(generation: string) {
  const folder = `lib/vendors/${vendorOf(generation)}/${generation}/__fixtures__`;
  const saved = readdirSync(folder).find((file) => /^invite-page.*\.html$/.test(file)) ?? 'no saved page';
  const html = readFileSync(`${folder}/${saved}`, 'utf8').replace(/^.*<body>|<\/body>.*$/gs, '');
  return (page: Page) =>
    page.evaluate((body) => {
      history.pushState(null, '', `${location.pathname}/invite`);
      document.body.innerHTML = body;
    }, html);
}

/** Where the new word for the page, “Team members”, is what the other vendor calls its own: no pack may take it. */
const lostWhenRenamed: readonly string[] = ['teammates'];

/** A generation's pages by their ids, and as the popup names them beside the vendor. */
function namesOf(generation: string): Readonly<Record<string, string>> {
  const vendor = vendors.find(({ id }) => id === vendorOf(generation));
  const found = vendor?.generations.find(({ id }) => id === generation);
  if (!vendor || !found) throw new Error(`There is no generation ${generation}.`);
  const named = (name: string) => `${vendor.name} ${found.info.name.startsWith(name) ? found.info.name : name}`;
  return Object.fromEntries(found.pages.pages.map(({ id, name }) => [id, named(name)]));
}

const region = (popup: Page) => popup.getByRole('region', { name: 'This page' });

/** Waits until the popup over a tab says so of the page in it. */
async function says(browser: GrantbookChromium, page: Page, line: string): Promise<void> {
  let text = '';
  const what = `the popup says “${line}” of ${page.url()}`;
  const popup = await browser.popup(page);
  await until(what, async () => {
    text = await region(popup).innerText();
    return text.split('\n').includes(line) ? true : undefined;
  }).catch(() => {
    throw new Error(`${what}; it says: ${text}`);
  });
  await popup.close();
}

interface Visit {
  readonly id: string;
  readonly url: string;
}

type LookAt = (page: Page, visit: Visit) => Promise<void>;

/** Opens addresses, looks at each, and closes it again. */
async function visit(browser: GrantbookChromium, visits: readonly Visit[], lookAt: LookAt): Promise<void> {
  for (const one of visits) {
    const page = await browser.page(one.url);
    await lookAt(page, one);
    await page.close();
  }
}

/** The same, but the extension looks at all of them at once: until a page was quiet for 2 s it may still be ours. */
async function visitTogether(browser: GrantbookChromium, visits: readonly Visit[], lookAt: LookAt): Promise<void> {
  const pages = await Promise.all(visits.map(({ url }) => browser.page(url)));
  for (const [index, page] of pages.entries()) {
    await lookAt(page, visits[index] as Visit);
    await page.close();
  }
}

const withSwitches = (url: string, switches: string) => `${url}${url.includes('?') ? '&' : '?'}practice=${switches}`;

describe.each(walks)('pages of $generation', ({ generation, teamUrl, grant }) => {
  const practice = { [vendorOf(generation)]: generation };
  const names = namesOf(generation);
  const notOurs = `${grant.vendor}, but not a page that Grantbook guides on.`;
  const pages = Object.entries(pageUrls(generation)).map(([id, url]) => ({ id, url }));
  const team = pages.find(({ url }) => url === teamUrl)?.id ?? '';
  const inside = [...(within[generation] ?? []), { page: 'invite', from: team, go: goInvite(generation) }];

  it('each is recognised as itself and guided on, and no sibling is', ({ task }) =>
    withChromium(task, { practice }, async (browser) => {
      const first = await browser.page(teamUrl);
      const popup = await browser.popup(first);
      await introduce(popup);
      await popup.close();
      await startGrant(browser, first, grant);
      await first.close();

      await visitTogether(browser, pages, async (page, { id }) => {
        await says(browser, page, names[id] ?? '');
        await browser.guide(page);
        for (const { page: name, go } of inside.filter(({ from }) => from === id)) {
          await go(page);
          await says(browser, page, names[name] ?? '');
        }
      });
      const siblings = siblingUrls(generation).map((url) => ({ id: 'sibling', url }));
      await visitTogether(browser, siblings, async (page) => {
        await says(browser, page, notOurs);
        expect(findGuide(page)?.url(), page.url()).toBeUndefined();
        expect(await ours(page), page.url()).toEqual([]);
      });

      const met = [...pages.map(({ id }) => id), ...inside.map(({ page }) => page)];
      expect(met.sort()).toEqual(Object.keys(names).sort());
    }));

  it('late, under other class names and other words they are recognised, or named as lost; never as another', ({
    task,
  }) =>
    withChromium(task, { practice }, async (browser) => {
      const first = await browser.page(teamUrl);
      const popup = await browser.popup(first);
      await introduce(popup);
      await popup.close();
      await startGrant(browser, first, grant);
      await first.close();

      const late = pages.map(({ id, url }) => ({ id, url: withSwitches(url, 'slow:600,rerender:700,shuffle') }));
      // One by one, as an admin meets them: a browser slows tabs behind others down still further.
      await visit(browser, late, (page, { id }) => says(browser, page, names[id] ?? ''));

      const team = pages.filter(({ url }) => url === teamUrl);
      const renamed = team.map(({ id, url }) => ({ id, url: withSwitches(url, 'rename:near') }));
      await visit(browser, renamed, async (page, { id }) => {
        const isLost = lostWhenRenamed.includes(generation);
        await says(browser, page, isLost ? notOurs : (names[id] ?? ''));
      });

      // In words that nobody knows: the admin says what the page is, and that holds for this path from then on.
      const page = await browser.page(withSwitches(teamUrl, 'rename:far'));
      await says(browser, page, notOurs);
      const asking = await browser.popup(page);
      await region(asking).getByText('It is one of them?').click();
      const [id = ''] = team.map((one) => one.id);
      await region(asking).getByRole('combobox', { name: 'This page is' }).selectOption(`${generation}/${id}`);
      await region(asking).getByRole('button', { name: 'Guide me here anyway' }).click();
      await region(asking).getByText('Recognised', { exact: true }).waitFor();
      await asking.close();
      await browser.guide(page);
      await page.reload();
      await browser.guide(page);
      await says(browser, page, names[id] ?? '');
      await page.goto(withSwitches(new URL('/elsewhere', teamUrl).href, 'rename:far'));
      await says(browser, page, notOurs);
    }));
});

describe.each(vendorScripts)('pages of $id', (script) => {
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
});

it('without a grant nothing is put into any page', ({ task }) =>
  withChromium(task, {}, async (browser) => {
    await introduce(await browser.popup(browser.firstTab));
    const pages = await Promise.all(vendorScripts.map(({ teamUrl }) => browser.page(teamUrl)));
    for (const page of pages) {
      const popup = await browser.popup(page);
      await region(popup).getByText('Recognised', { exact: true }).waitFor();
    }
    await new Promise((resolve) => setTimeout(resolve, guided));

    for (const page of pages) {
      expect(findGuide(page)).toBeUndefined();
      expect(await ours(page)).toEqual([]);
    }
  }));
