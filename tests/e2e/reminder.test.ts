import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withChromium } from '../support/artifacts.ts';
import { axePage } from '../support/axe.ts';
import { buildFolder } from '../support/builds.ts';
import type { GrantbookChromium } from '../support/chromium.ts';
import { introduce, invite, startGrant } from '../support/flow.ts';
import { until } from '../support/until.ts';
import { vendorScript } from '../support/vendors.ts';

const script = vendorScript('rudderstack');

/** A zone in which it is about noon now, whenever this test runs: nobody is reminded in the night. */
const offset = new Date().getUTCHours() - 12;
const noonZone = `Etc/GMT${offset >= 0 ? '+' : ''}${offset}`;
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: noonZone, dateStyle: 'short' }).format(new Date());

/** The production build with the permission given: nobody can click the browser's own question in a test. */
let allowed = '';
beforeAll(() => {
  allowed = mkdtempSync(join(tmpdir(), 'grantbook-notifying-'));
  cpSync(buildFolder('chromium'), allowed, { recursive: true });
  const path = join(allowed, 'manifest.json');
  const { optional_permissions, permissions, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, permissions: [...permissions, ...optional_permissions] }));
});
afterAll(() => rmSync(allowed, { recursive: true, force: true }));

const shownIn = ({ firstTab }: GrantbookChromium) =>
  firstTab.evaluate<string[]>('chrome.notifications.getAll().then(Object.keys)');

describe('reminders', () => {
  it('count on the toolbar button, notify once when switched on, and lead to the review', ({ task }) =>
    withChromium(task, { extension: allowed, timeZone: noonZone }, async (browser) => {
      const page = await browser.page(script.teamUrl);
      await script.ready(page);
      const popup = await browser.popup(page);
      await introduce(popup);
      await popup.close();
      await startGrant(browser, page, { ...script.grant, accessEnds: today });
      await invite(page, script, script.role);

      const badge = () => browser.firstTab.evaluate<string>('chrome.action.getBadgeText({})');
      await until('the badge counts the access that ends today', async () =>
        (await badge()) === '1' ? true : undefined,
      );
      const title = () => browser.firstTab.evaluate<string>('chrome.action.getTitle({})');
      await until('the button says so', async () =>
        (await title()) === 'Grantbook: 1 grant needs you today' ? true : undefined,
      );
      expect(
        await browser.firstTab.evaluate('chrome.alarms.get("upkeep").then((alarm) => alarm?.periodInMinutes)'),
      ).toBe(30);
      expect(await shownIn(browser)).toEqual([]);

      const options = await browser.options();
      // It is checked once the browser has answered.
      await options.getByRole('checkbox', { name: 'Remind me with a notification' }).click();
      await options.getByRole('checkbox', { name: 'Name people and tickets in it' }).waitFor();
      await axePage(options);
      await until('the notification is shown', async () => ((await shownIn(browser)).length === 1 ? true : undefined));
      expect(
        await browser.firstTab.evaluate('chrome.storage.local.get("reminded").then(({ reminded }) => reminded.day)'),
      ).toBe(today);

      // As the browser tells of a click on it, which no test can make.
      const [worker] = browser.context.serviceWorkers();
      await worker?.evaluate('chrome.notifications.onClicked.dispatch("grantbook-reminder")');
      const review = await browser.sidePanel();
      await review.getByRole('list', { name: 'Reviews due' }).getByText(script.grant.email).waitFor();
      await until('the notification is gone', async () => ((await shownIn(browser)).length === 0 ? true : undefined));

      // The background ends and starts again: the day's reminder was told.
      await browser.killBackground();
      await options.getByRole('checkbox', { name: 'Name people and tickets in it' }).check();
      await until('the background runs again', () => browser.background());
      await until('the badge is right again', async () => ((await badge()) === '1' ? true : undefined));
      expect(await shownIn(browser)).toEqual([]);
    }));

  it('are off where the browser was not asked', ({ task }) =>
    withChromium(task, { timeZone: noonZone }, async (browser) => {
      const options = await browser.options();
      const box = options.getByRole('checkbox', { name: 'Remind me with a notification' });
      await box.waitFor();

      expect(await box.isChecked()).toBe(false);
      expect(await options.evaluate('"notifications" in chrome')).toBe(false);
    }));
});
