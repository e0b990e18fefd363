import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { teamUrl, vendorOf } from '../../practice/serve.mjs';
import { chooseInAntd } from '../support/antd.ts';
import { withChromium } from '../support/artifacts.ts';
import { exportLog, introduce, startGrant } from '../support/flow.ts';
import { vendorScript, vendorScripts } from '../support/vendors.ts';
import { verifyLog } from '../support/verify-log.ts';

/** One practice console: how an admin opens its form, and which role is too much there. */
interface Console {
  readonly generation: string;
  readonly purpose: string;
  readonly scope: readonly string[];
  /** As the log quotes them. */
  readonly recommended: string;
  readonly tooMuch: string;
  open(page: Page): Promise<void>;
  type(page: Page, email: string): Promise<void>;
  choose(page: Page): Promise<void>;
}

const rudderstack = vendorScript('rudderstack');
const logrocket = vendorScript('logrocket');

const consoles: readonly Console[] = [
  {
    generation: 'teammates',
    purpose: 'Look only',
    scope: [],
    recommended: 'Read-Only',
    tooMuch: 'Admin',
    open: (page) => page.getByRole('button', { name: 'Invite Teammate' }).click(),
    type: (page, email) => page.getByRole('dialog').getByLabel('Email').fill(email),
    choose: (page) => chooseInAntd(page, page.getByRole('dialog').locator('.ant-select'), 'Admin'),
  },
  {
    generation: 'members',
    purpose: 'Sources and destinations',
    scope: [],
    recommended: 'Read-Write',
    tooMuch: 'Admin',
    open: rudderstack.openInvite,
    type: rudderstack.typeEmail,
    choose: (page) => rudderstack.chooseRole(page, 'Admin'),
  },
  {
    generation: 'organization',
    purpose: 'Sources and destinations',
    scope: ['Production'],
    recommended: 'Member',
    tooMuch: 'Admin',
    open: (page) => page.getByRole('button', { name: 'Invite member' }).click(),
    type: (page, email) => page.getByRole('dialog').getByLabel('Email address').fill(email),
    choose: async (page) => {
      await page.getByRole('dialog').getByRole('combobox', { name: 'Organization Role' }).click();
      await page.getByRole('option', { name: 'admin', exact: true }).click();
    },
  },
  {
    generation: 'access-management',
    purpose: 'Transformations',
    scope: ['Production'],
    recommended: 'Member',
    tooMuch: 'Admin',
    open: (page) => page.getByRole('button', { name: 'Invite users' }).click(),
    type: async (page, email) => {
      await page.getByRole('dialog').getByLabel('Email addresses').fill(email);
      await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
    },
    choose: (page) => chooseInAntd(page, page.getByRole('dialog').locator('.ant-select'), 'Admin'),
  },
  {
    generation: 'organization-team',
    purpose: 'Implementation or configuration',
    scope: ['Production'],
    recommended: 'Member',
    tooMuch: 'Owner',
    open: logrocket.openInvite,
    type: logrocket.typeEmail,
    choose: (page) => logrocket.chooseRole(page, 'Owner'),
  },
  {
    generation: 'team-members',
    purpose: 'Support or analysis',
    scope: ['Production'],
    recommended: 'Developer',
    tooMuch: 'Admin',
    open: (page) => page.getByRole('region', { name: 'Invite Team Members' }).waitFor(),
    type: (page, email) => page.getByRole('region', { name: 'Invite Team Members' }).getByLabel('Email').fill(email),
    // Several roles may be held: Admin is added to the one that is the default.
    choose: async (page) => {
      await page
        .getByRole('region', { name: 'Invite Team Members' })
        .getByRole('button', { name: /Developer/ })
        .click();
      await page.getByRole('option', { name: 'Admin', exact: true }).click();
      await page.keyboard.press('Escape');
    },
  },
];

const why = 'Approved for the launch week only';

describe.each(consoles)('$generation', ({ generation, purpose, scope, recommended, tooMuch, open, type, choose }) => {
  const vendor = vendorOf(generation);
  const grant = { ...vendorScript(vendor).grant, purpose, scope };

  it(`warns of ${tooMuch}, takes a justification, and logs the exception`, ({ task }) =>
    withChromium(task, { practice: { [vendor]: generation } }, async (browser) => {
      const page = await browser.page(teamUrl(generation));
      const popup = await browser.popup(page);
      await introduce(popup);
      await popup.close();
      const guide = await startGrant(browser, page, grant);
      expect(await guide.getByRole('region', { name: 'Recommended role' }).innerText()).toContain(recommended);

      await open(page);
      await type(page, grant.email);
      await choose(page);
      const warning = guide.getByRole('alert', { name: 'Role warning' });
      await warning.waitFor();
      const words = await warning.innerText();
      expect(words).toContain(`${tooMuch} also gives`);
      expect(words).toContain(`Recommended: ${recommended}.`);

      await guide.getByRole('textbox', { name: 'Justification' }).fill(why);
      await guide.getByRole('button', { name: 'Log exception' }).click();
      await guide.getByText(why).first().waitFor();
      await warning.waitFor({ state: 'hidden' });

      const entries = verifyLog((await exportLog(await browser.log(), 'JSON Lines')).text);
      expect(entries.filter((entry) => entry.type === 'role.justified')).toMatchObject([
        {
          basis: 'confirmed',
          data: { generation, recommended, chosen: tooMuch },
          personal: { 'data.justification': { value: why } },
        },
      ]);
    }));
});

describe.each(vendorScripts)('addresses in the form of $id', (script) => {
  const { grant, tooMuch } = script;
  const stranger = 'someone.else@partner.example';

  it('warns of another address, of several, and of a domain that does not sign in through SSO', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      const options = await browser.options();
      const vendor = options.getByRole('region', { name: grant.vendor });
      await vendor.getByRole('checkbox', { name: 'People sign in through SSO' }).check();
      await vendor.getByRole('textbox', { name: 'SSO email domain' }).fill('acme.example');
      await options.getByText('Saved', { exact: true }).waitFor();
      const page = await browser.page(script.teamUrl);
      await script.ready(page);
      const popup = await browser.popup(page);
      await introduce(popup);
      await popup.close();
      const guide = await startGrant(browser, page, grant);
      const warning = guide.getByRole('alert', { name: 'Role warning' });
      const says = (words: string) => warning.getByText(words).waitFor();

      await script.openInvite(page);
      await script.typeEmail(page, stranger);
      await says(`The form names ${stranger}. This grant is for ${grant.email}: compare it with the ticket`);
      // There is nothing to justify: the address has to be put right.
      expect(await guide.getByRole('textbox', { name: 'Justification' }).count()).toBe(0);

      await script.typeEmail(page, `${grant.email}, ${stranger}`);
      await says(`The form names 2 addresses: ${stranger} too. This grant is for ${grant.email} alone.`);

      await script.typeEmail(page, grant.email);
      await says(`${grant.email} is not of the domain that signs in through SSO`);

      // Both fields are wrong, and both are told.
      await script.typeEmail(page, stranger);
      await script.chooseRole(page, tooMuch);
      await says(`${tooMuch} also gives`);
      await says(`The form names ${stranger}.`);
    }));
});
