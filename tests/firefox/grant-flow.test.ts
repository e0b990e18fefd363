import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { withFirefox } from '../support/artifacts.ts';
import type { GrantbookFirefox } from '../support/firefox.ts';
import { admin } from '../support/flow.ts';
import { until } from '../support/until.ts';
import { acceptScript, type GrantInput, vendorScripts } from '../support/vendors.ts';

/** Fills in what the flow needs; the whole form is for the flow in Chromium. */
async function fillGrant(firefox: GrantbookFirefox, grant: GrantInput): Promise<void> {
  await (await firefox.see('textbox', 'IAM ticket')).fill(grant.ticket);
  await (await firefox.see('combobox', 'Vendor')).choose(grant.vendor);
  await (await firefox.see('textbox', 'Collaborator email')).fill(grant.email);
  await (await firefox.see('combobox', 'Purpose')).choose(grant.purpose);
  await (await firefox.see('textbox', 'Approved by')).fill(grant.approvedBy);
  await (await firefox.see('textbox', 'Reason')).fill(grant.reason);
}

/** Chooses in an antd select, whose list of options stands at the end of the page. */
async function chooseAntdOption(page: Page, option: string): Promise<void> {
  await page.locator('.ant-modal .ant-select').click();
  await page.locator(`.ant-select-item-option[title="${option}"]`).click();
}

const bodyText = (firefox: GrantbookFirefox) => firefox.marionette.script<string>('return document.body.innerText;');

describe.each(vendorScripts)('one grant at $id, in Firefox', (script) => {
  const { grant, role } = script;

  it('goes from the ticket to the verified log', ({ task }) =>
    withFirefox(task, {}, async (firefox) => {
      const page = await firefox.vendorPage(script.teamUrl);
      await firefox.see('button', /^Invite/);

      await firefox.open('popup.html');
      await (await firefox.see('textbox', 'Your name')).fill(admin.name);
      await (await firefox.see('textbox', 'Your email')).fill(admin.email);
      await (await firefox.see('button', 'Continue')).click();
      await (await firefox.see('button', 'New grant')).click();
      await fillGrant(firefox, grant);
      await (await firefox.see('button', 'Start grant')).click();

      await firefox.show(page);
      await firefox.enterGuide();
      await firefox.see('heading', new RegExp(`${grant.ticket}.*${grant.email}`, 's'));
      expect(await (await firefox.see('region', 'Recommended role')).text()).toContain(role);
      await until('the page is observed', async () =>
        (await bodyText(firefox)).includes('Observed') ? true : undefined,
      );

      await firefox.leaveGuide();
      await (await firefox.see('button', /^Invite/)).click();
      await (await firefox.see('textbox', /^Email/)).fill(grant.email);
      // LogRocket's form starts with the role in question.
      if (script.id === 'rudderstack') await chooseAntdOption(page, role);
      await (await firefox.see('button', /^(?:Invite|Send Invitation)$/)).click();
      await until('the invitation is pending', async () =>
        (await bodyText(firefox)).includes('Pending') ? true : undefined,
      );

      await page.evaluate(acceptScript(grant.email));
      await firefox.open('log.html');
      await until('the log shows the acceptance', async () => {
        const text = await bodyText(firefox);
        return text.includes(grant.email) && text.includes('Accepted') ? true : undefined;
      });
      await (await firefox.see('button', 'Verify log')).click();
      await until('the log is verified', async () =>
        /Log verified: \d+ entries/.test(await bodyText(firefox)) ? true : undefined,
      );
    }));
});
