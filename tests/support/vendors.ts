import type { Page } from 'playwright-core';
import { teamUrl } from '../../practice/serve.mjs';
import { chooseInAntd } from './antd.ts';

/** What an admin types into the form `New grant`. */
export interface GrantInput {
  readonly ticket: string;
  /** As in the combobox `Vendor`. */
  readonly vendor: string;
  readonly email: string;
  /** As in the combobox `Purpose`. */
  readonly purpose: string;
  /** Checkboxes of the group `Scope`; those that are not there are added. */
  readonly scope: readonly string[];
  /** `YYYY-MM-DD` for temporary access. */
  readonly accessEnds?: string;
  readonly approvedBy: string;
  readonly reason: string;
}

/** One vendor as the flows see it: its practice console, a plausible grant, and what an admin does on the page. */
export interface VendorScript {
  readonly id: string;
  readonly teamUrl: string;
  readonly grant: GrantInput;
  /** The least role that does the job, as the vendor's menu says it. */
  readonly role: string;
  /** A role that gives more than the job needs. */
  readonly tooMuch: string;
  /** Waits until the console shows its list. */
  ready(page: Page): Promise<void>;
  openInvite(page: Page): Promise<void>;
  typeEmail(page: Page, email: string): Promise<void>;
  chooseRole(page: Page, role: string): Promise<void>;
  sendInvite(page: Page): Promise<void>;
  /** Closes the invite form unsent. */
  cancelInvite(page: Page): Promise<void>;
  /** What is given only after the collaborator has accepted, and the step at which the guide says so. */
  readonly assign?: { readonly step: RegExp; run(page: Page, email: string): Promise<void> };
}

const rudderstack: VendorScript = {
  id: 'rudderstack',
  teamUrl: teamUrl('members'),
  grant: {
    ticket: 'IAM-1234',
    vendor: 'RudderStack',
    email: 'sam.rivera@partner.example',
    purpose: 'Sources and destinations',
    scope: ['Acme Production'],
    accessEnds: '2099-06-30',
    approvedBy: 'Priya Raman',
    reason: 'Sets up the web and iOS sources for the checkout project',
  },
  role: 'Read-Write',
  tooMuch: 'Admin',
  ready: async (page) => {
    await page.getByRole('button', { name: 'Invite member' }).waitFor();
    await page.getByText('dana.whitfield@acme.example').first().waitFor();
  },
  openInvite: async (page) => {
    await page.getByRole('button', { name: 'Invite member' }).click();
    await page.getByRole('dialog').getByLabel('Email').waitFor();
  },
  typeEmail: (page, email) => page.getByRole('dialog').getByLabel('Email').fill(email),
  chooseRole: (page, role) => chooseInAntd(page, page.getByRole('dialog').locator('.ant-select'), role),
  sendInvite: (page) => page.getByRole('dialog').getByRole('button', { name: 'Invite', exact: true }).click(),
  cancelInvite: async (page) => {
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  },
};

const logrocket: VendorScript = {
  id: 'logrocket',
  teamUrl: teamUrl('organization-team'),
  grant: {
    ticket: '#1234',
    vendor: 'LogRocket',
    email: 'ines.okafor@partner.example',
    purpose: 'Implementation or configuration',
    scope: ['Production', 'Staging'],
    approvedBy: 'Marcus Oyelaran',
    reason: 'Uploads source maps and sets the privacy rules before the launch',
  },
  role: 'Member',
  tooMuch: 'Owner',
  ready: async (page) => {
    await page.getByRole('button', { name: 'Invite Team Member' }).waitFor();
    await page.getByText('dana.whitfield@acme.example').first().waitFor();
  },
  openInvite: async (page) => {
    await page.getByRole('button', { name: 'Invite Team Member' }).click();
    await page.getByRole('dialog').getByLabel('Email address').waitFor();
  },
  typeEmail: (page, email) => page.getByRole('dialog').getByLabel('Email address').fill(email),
  chooseRole: async (page, role) => {
    await page.getByRole('dialog').getByRole('combobox').click();
    await page.getByRole('option', { name: role, exact: true }).click();
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
  },
  sendInvite: (page) => page.getByRole('dialog').getByRole('button', { name: 'Send Invitation' }).click(),
  cancelInvite: async (page) => {
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  },
  assign: {
    step: /“Apps” column/,
    run: async (page, email) => {
      await page
        .getByRole('row')
        .filter({ hasText: email })
        .getByRole('button', { name: /apps?$/i })
        .click();
      const dialog = page.getByRole('dialog');
      for (const app of ['Production', 'Staging']) {
        const row = dialog.getByRole('listitem').filter({ hasText: app });
        await row.getByRole('button', { name: 'Add to App' }).click();
        await row.getByRole('combobox').click();
        await page.getByRole('option', { name: 'Admin', exact: true }).click();
        await row.getByRole('button', { name: 'Save' }).click();
        // The message goes by itself; the button stays as it is after a save.
        await row.getByRole('button', { name: 'Save', disabled: true }).waitFor();
      }
      await dialog.getByRole('button', { name: 'Done' }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
  },
};

/** In the order in which flows and tour visit them. */
export const vendorScripts: readonly VendorScript[] = [rudderstack, logrocket];

/** @returns the script of one vendor */
export const vendorScript = (id: VendorScript['id']): VendorScript => (id === 'rudderstack' ? rudderstack : logrocket);

/** What makes the collaborator accept: to be evaluated in the practice console, in any browser. */
export const acceptScript = (email: string) => `window.practice.accept(${JSON.stringify(email)})`;
