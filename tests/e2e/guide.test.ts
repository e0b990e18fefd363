import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { teamUrl } from '../../practice/serve.mjs';
import { withChromium } from '../support/artifacts.ts';
import type { GrantbookChromium } from '../support/chromium.ts';
import { introduce, loggedTypes, startGrant, steps } from '../support/flow.ts';
import { until } from '../support/until.ts';
import { vendorScript } from '../support/vendors.ts';

const { grant, typeEmail, chooseRole, sendInvite, ...rudderstack } = vendorScript('rudderstack');

/** Opens a console of RudderStack with a grant that is guided there. */
async function arrive(browser: GrantbookChromium, generation: string, query = '') {
  const page = await browser.page(`${teamUrl(generation)}${query}`);
  const popup = await browser.popup(page);
  await introduce(popup);
  await popup.close();
  const guide = await startGrant(browser, page, grant);
  await page.bringToFront();
  return { page, guide };
}

/** The step at hand, in a guide or the side panel. */
const current = (at: Parameters<typeof steps>[0]) => steps(at).locator('[aria-current="step"]');

describe('RudderStack’s invite wizard', () => {
  it('is followed through all its steps, and its summary is taken for no invitation', ({ task }) =>
    withChromium(task, { practice: { rudderstack: 'access-management' } }, async (browser) => {
      const { page, guide } = await arrive(browser, 'access-management');
      const dialog = page.getByRole('dialog');
      const follows = (text: RegExp) => current(guide).getByText(text).waitFor();

      await page.getByRole('button', { name: 'Invite users' }).click();
      await follows(/^Enter sam\.rivera@partner\.example and click “Add”/);
      await dialog.getByLabel('Email addresses').fill(grant.email);
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      await dialog.locator('.ant-tag').waitFor();
      await follows(/^Choose the role Member and click “Next”/);
      await dialog.getByRole('button', { name: 'Next' }).click();
      await follows(/^Select a group/);
      await dialog.locator('.ant-select').last().click();
      await page
        .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
        .first()
        .click();
      await page.keyboard.press('Escape');
      await dialog.getByRole('button', { name: 'Next' }).click();
      await follows(/^Check the confirmation window/);
      expect(await loggedTypes(browser)).not.toContain('invitation.seen');

      await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
      await guide.getByText('Invited', { exact: true }).waitFor();
      expect(await loggedTypes(browser)).toContain('invitation.seen');
    }));
});

describe('a modal dialog of the vendor', () => {
  /** Opens the real side panel as an admin does whose guide cannot be clicked. */
  async function goOn(browser: GrantbookChromium, page: Page): Promise<Page> {
    const popup = await browser.popup(page);
    await popup.getByText('The guide waits behind the vendor’s dialog').waitFor();
    await popup.getByRole('button', { name: 'Go on in the side panel' }).click();
    return browser.sidePanel();
  }

  it('makes the guide say so once, and the side panel goes on with the same grant', ({ task }) =>
    withChromium(task, { practice: { rudderstack: 'members' } }, async (browser) => {
      const { page, guide } = await arrive(browser, 'members', '?practice=nativeDialog');
      const words = guide.getByText(
        'The vendor’s dialog keeps this guide from being clicked. Go on in the side panel.',
      );

      await rudderstack.openInvite(page);
      await words.waitFor();
      const panel = await goOn(browser, page);

      await panel.getByRole('heading', { level: 2, name: `${grant.ticket} ${grant.email}` }).waitFor();
      await current(panel)
        .getByText(/^Enter sam\.rivera/)
        .waitFor();
      await typeEmail(page, grant.email);
      await current(panel)
        .getByText(/^Choose the role Read-Write/)
        .waitFor();
      await chooseRole(page, 'Admin');
      await panel.getByRole('alert', { name: 'Role warning' }).getByText('Admin is selected.').waitFor();
      await panel.getByRole('button', { name: 'Show me' }).click();
      await chooseRole(page, 'Read-Write');
      await panel.getByRole('alert', { name: 'Role warning' }).waitFor({ state: 'detached' });
      await panel.getByRole('checkbox', { name: 'Click “Invite member”.' }).click();
      await sendInvite(page);

      await panel.getByText('Invited', { exact: true }).waitFor();
      await words.waitFor({ state: 'detached' });
      await guide.getByText('Invited', { exact: true }).waitFor();
      expect(await loggedTypes(browser)).toEqual(expect.arrayContaining(['step.confirmed', 'invitation.seen']));
    }));
});

describe('a landmark that the vendor renamed', () => {
  it('is named, pointed at, and found again after a reload', ({ task }) =>
    withChromium(task, { practice: { rudderstack: 'access-management' } }, async (browser) => {
      const { page, guide } = await arrive(browser, 'access-management');
      await page.evaluate("window.practice.configure({ rename: { Users: 'People' } })");
      await page.reload();
      const renamed = await browser.guide(page);
      await renamed.getByText('4 of 5 landmarks found').waitFor();
      await renamed.getByText('Not found: the tab “Users”. The checklist goes on without them.').waitFor();

      await renamed.getByText('Point at what is missing').click();
      await renamed.getByRole('button', { name: 'Point at the tab “Users”' }).click();
      await page.getByRole('tab', { name: 'People' }).click();
      await renamed.getByText('landmarks found').waitFor({ state: 'detached' });
      await page.reload();
      const again = await browser.guide(page);
      await steps(again).waitFor();

      const popup = await until('the popup has heard of the page', async () => {
        const shown = await browser.popup(page);
        const healthy = await shown.getByText('All 5 landmarks found').isVisible();
        return healthy ? shown : undefined;
      });
      expect(await popup.getByRole('region', { name: 'This page' }).textContent()).not.toContain('Not found');
      expect(guide.isDetached()).toBe(true);
    }));
});
