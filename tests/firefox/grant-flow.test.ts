import { describe, expect, it } from 'vitest';
import { vendorOf } from '../../practice/serve.mjs';
import { sharedFirefox } from '../support/artifacts.ts';
import type { GrantbookFirefox } from '../support/firefox.ts';
import { admin } from '../support/flow.ts';
import { until } from '../support/until.ts';
import { acceptScript, type GrantInput } from '../support/vendors.ts';
import { walks } from '../support/walks.ts';

/** Says who the admin is, when the popup asks, and opens the form. */
async function openForm(firefox: GrantbookFirefox): Promise<void> {
  await firefox.open('popup.html');
  const asked = await until(
    'the popup is ready',
    async () =>
      (await firefox.marionette.find('textbox', 'Your name')) ?? (await firefox.marionette.find('button', 'New grant')),
  );
  if ((await asked.property('tagName')) === 'INPUT') {
    await asked.fill(admin.name);
    await (await firefox.see('textbox', 'Your email')).fill(admin.email);
    await (await firefox.see('button', 'Continue')).click();
  }
  await (await firefox.see('button', 'New grant')).click();
}

/** Fills in what the flow needs; the whole form is for the flow in Chromium. */
async function fillGrant(firefox: GrantbookFirefox, grant: GrantInput): Promise<void> {
  await (await firefox.see('textbox', 'IAM ticket')).fill(grant.ticket);
  await (await firefox.see('combobox', 'Vendor')).choose(grant.vendor);
  await (await firefox.see('textbox', 'Collaborator email')).fill(grant.email);
  await (await firefox.see('combobox', 'Purpose')).choose(grant.purpose);
  await (await firefox.see('textbox', 'Approved by')).fill(grant.approvedBy);
  await (await firefox.see('textbox', 'Reason')).fill(grant.reason);
}

/** All text of a step of the checklist, its state too, whether its stage is folded or not. */
const stepText = (firefox: GrantbookFirefox, id: string) =>
  firefox.marionette.script<string>(`return document.querySelector('[data-step="${id}"]')?.textContent ?? '';`);

/** The row of the table of grants that names a collaborator. */
const logRow = (firefox: GrantbookFirefox, email: string) =>
  firefox.marionette.script<string>(
    'return [...document.querySelectorAll("tr")].find((row) => row.innerText.includes(arguments[0]))?.innerText ?? "";',
    [email],
  );

const bodyText = (firefox: GrantbookFirefox) => firefox.marionette.script<string>('return document.body.innerText;');

const firefox = sharedFirefox();

describe('one grant, in Firefox', () => {
  it.each(walks)('goes from the ticket to the verified log at $generation', async (walk) => {
    const { generation, teamUrl, grant, role, invite, members } = walk;
    const browser = firefox();
    const heading = new RegExp(`${grant.ticket}.*${grant.email}`, 's');
    const page = await browser.vendorPage(teamUrl, { [vendorOf(generation)]: generation });
    await browser.see('button', /^Invite/);
    await openForm(browser);
    await fillGrant(browser, grant);
    await (await browser.see('button', 'Start grant')).click();

    // The guide opens by itself, and says what is to be given.
    await browser.show(page);
    await browser.enterGuide(heading);
    expect(await (await browser.see('region', 'Recommended role')).text()).toContain(role);
    expect(await stepText(browser, 'send-invitation')).not.toContain('Observed');

    // What the console then shows, nobody has to tick.
    await browser.leaveGuide();
    await browser.act(page, invite);
    await browser.enterGuide(heading);
    await until('the invitation is observed', async () =>
      (await stepText(browser, 'send-invitation')).includes('Observed') ? true : undefined,
    );
    await browser.leaveGuide();
    await page.evaluate(acceptScript(grant.email));
    await browser.act(page, members);

    await browser.open('log.html');
    const row = await until('the log shows the acceptance', async () => {
      const text = await logRow(browser, grant.email);
      return text.includes('Accepted') ? text : undefined;
    });
    expect(row).toContain(grant.ticket);
    await (await browser.see('button', 'Verify log')).click();
    await until('the log is verified', async () =>
      /Log verified: \d+ entries/.test(await bodyText(browser)) ? true : undefined,
    );
  });
});

/** Answers Firefox's question whether an extension may do more. */
async function answer(browser: GrantbookFirefox, button: 'button' | 'secondaryButton'): Promise<void> {
  const press = () =>
    browser.marionette.scriptInBrowser<boolean>(
      `if (PopupNotifications.panel.state !== 'open') return false;
       PopupNotifications.panel.firstElementChild.${button}.click();
       return true;`,
    );
  await until('Firefox asks', async () => ((await press()) ? true : undefined));
  await until('Firefox was answered', async () => ((await press()) ? undefined : true));
}

describe('reminders, in Firefox', () => {
  it.each([
    ['secondaryButton', false],
    ['button', true],
  ] as const)('are on only where the person says so: %s', async (button, allowed) => {
    const browser = firefox();
    await browser.open('options.html');
    const box = () => browser.see('checkbox', 'Remind me with a notification');
    const mayNotify = () =>
      browser.marionette.script<boolean>('return browser.permissions.contains({ permissions: ["notifications"] });');
    expect(await mayNotify()).toBe(false);

    await (await box()).click();
    await answer(browser, button);

    await until('the options show the answer', async () => {
      const isOn = await (await box()).property('checked');
      const isTold = (await bodyText(browser)).includes('The browser did not allow notifications');
      return isOn === allowed && isTold === !allowed ? true : undefined;
    });
    expect(await mayNotify()).toBe(allowed);
  });
});
