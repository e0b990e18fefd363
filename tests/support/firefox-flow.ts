import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { vendorOf } from '../../practice/serve.mjs';
import { sharedFirefox } from './artifacts.ts';
import { act, type GrantbookFirefox, named } from './firefox.ts';
import { admin } from './flow.ts';
import { until } from './until.ts';
import { acceptScript, type GrantInput } from './vendors.ts';
import { type Walk, walks } from './walks.ts';

/** Says who the admin is, when the popup asks, and opens the form. */
export async function openForm(popup: Page): Promise<void> {
  const [name, grant] = [named('textbox', 'Your name'), named('button', 'New grant')];
  const asks = await until('the popup is ready', async () => {
    if ((await popup.$(name)) !== null) return true;
    return (await popup.$(grant)) === null ? undefined : false;
  });
  if (asks) {
    await popup.locator(name).fill(admin.name);
    await popup.locator(named('textbox', 'Your email')).fill(admin.email);
    await popup.locator(named('button', 'Continue')).click();
  }
  await popup.locator(grant).click();
}

/** Chooses an option of a native select by its text. */
async function choose(popup: Page, name: string, option: string): Promise<void> {
  const select = await popup.waitForSelector(named('combobox', name));
  const value = await select?.evaluate(
    (element, text) => [...(element as HTMLSelectElement).options].find((one) => one.text.trim() === text)?.value,
    option,
  );
  await select?.select(value ?? option);
}

/** Fills in what the flow needs; the whole form is for the flow in Chromium. */
export async function fillGrant(popup: Page, grant: GrantInput): Promise<void> {
  const fill = (name: string, text: string) => popup.locator(named('textbox', name)).fill(text);
  await fill('IAM ticket', grant.ticket);
  await choose(popup, 'Vendor', grant.vendor);
  await fill('Collaborator email', grant.email);
  await choose(popup, 'Purpose', grant.purpose);
  await fill('Approved by', grant.approvedBy);
  await fill('Reason', grant.reason);
}

/** Grants at one console, from the ticket to the verified log. */
async function grantAt(browser: GrantbookFirefox, walk: Walk): Promise<void> {
  const { generation, teamUrl, grant, role, invite, members } = walk;
  const page = await browser.vendorPage(teamUrl, { [vendorOf(generation)]: generation });
  const popup = await browser.open('popup.html');
  await openForm(popup);
  await fillGrant(popup, grant);
  await popup.locator(named('button', 'Start grant')).click();

  // The guide opens by itself, and says what is to be given.
  await page.bringToFront();
  const guide = await browser.guide(page, `${grant.ticket} ${grant.email}`);
  // Its state too, whether its stage is folded or not.
  const sent = () => guide.$eval('[data-step="send-invitation"]', (step) => step.textContent ?? '');
  const advice = await guide.waitForSelector(named('region', 'Recommended role'));
  expect(await advice?.evaluate((region) => region.textContent)).toContain(role);
  expect(await sent()).not.toContain('Observed');

  // What the console then shows, nobody has to tick.
  await act(page, invite);
  await until('the invitation is observed', async () => ((await sent()).includes('Observed') ? true : undefined));
  await page.evaluate(acceptScript(grant.email));
  await act(page, members);

  const log = await browser.open('log.html');
  const row = await until('the log shows the acceptance', async () => {
    const rows = await log.$$eval('tr', (all) => all.map((one) => one.innerText));
    return rows.find((text) => text.includes(grant.email) && text.includes('Accepted'));
  });
  expect(row).toContain(grant.ticket);
  await log.locator(named('button', 'Verify log')).click();
  await log.waitForFunction(() => /Log verified: \d+ entries/.test(document.body.innerText));
}

/** Tests one grant at each console of one share of them. A file for each share, so that browsers go through them side by side. */
export function testGrants({ share, of }: { readonly share: number; readonly of: number }): void {
  const firefox = sharedFirefox();
  const own = walks.filter((_walk, index) => index % of === share - 1);
  it.each(own)('a grant goes from the ticket to the verified log at $generation, in Firefox', (walk) =>
    grantAt(firefox(), walk),
  );
}
