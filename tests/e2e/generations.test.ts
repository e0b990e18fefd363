import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withChromium } from '../support/artifacts.ts';
import { confirmSteps, exportLog, introduce, startGrant, steps } from '../support/flow.ts';
import { type PracticeGeneration, teamUrl, vendorOf } from '../support/practice.ts';
import { until } from '../support/until.ts';
import { acceptScript, vendorScript } from '../support/vendors.ts';
import { verifyLog } from '../support/verify-log.ts';

/** One practice console: what an admin does on it from the invitation to the accepted membership. */
interface Walk {
  readonly generation: PracticeGeneration;
  readonly purpose: string;
  readonly scope: readonly string[];
  /** Invites with the recommended role. */
  invite(page: Page, email: string): Promise<void>;
  /** Goes where members are listed, after the acceptance; where it is another place than invitations. */
  members?(page: Page): Promise<void>;
  /** Gives access in each entry of the scope, where that is done on the same page. */
  assign?(page: Page, email: string): Promise<void>;
}

const dialog = (page: Page) => page.getByRole('dialog');
const rudderstack = vendorScript('rudderstack');
const logrocket = vendorScript('logrocket');

const walks: readonly Walk[] = [
  {
    generation: 'teammates',
    purpose: 'Look only',
    scope: ['Acme Production'],
    invite: async (page, email) => {
      await page.getByRole('button', { name: 'Invite Teammate' }).click();
      await dialog(page).getByLabel('Email').fill(email);
      await dialog(page).getByRole('button', { name: 'Invite', exact: true }).click();
    },
  },
  {
    generation: 'members',
    purpose: 'Look only',
    scope: ['Acme Production'],
    invite: async (page, email) => {
      await rudderstack.openInvite(page);
      await rudderstack.typeEmail(page, email);
      await rudderstack.sendInvite(page);
    },
  },
  {
    generation: 'organization',
    purpose: 'Look only',
    scope: ['Production'],
    invite: async (page, email) => {
      await page.getByRole('button', { name: 'Invite member' }).click();
      await dialog(page).getByLabel('Email address').fill(email);
      await dialog(page).getByRole('combobox', { name: 'Organization Role' }).click();
      await page.getByRole('option', { name: 'member', exact: true }).click();
      await dialog(page).getByRole('button', { name: 'Send invite(s)' }).click();
      await dialog(page).locator('input[type="password"]').fill('practice');
      await page.keyboard.press('Enter');
    },
  },
  {
    generation: 'access-management',
    purpose: 'Look only',
    scope: ['Production'],
    invite: async (page, email) => {
      await page.getByRole('button', { name: 'Invite users' }).click();
      await dialog(page).getByLabel('Email addresses').fill(email);
      await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
      await dialog(page).getByRole('button', { name: 'Next' }).click();
      await dialog(page).locator('.ant-select').last().click();
      await page
        .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
        .first()
        .click();
      await page.keyboard.press('Escape');
      await dialog(page).getByRole('button', { name: 'Next' }).click();
      await dialog(page).getByRole('button', { name: 'Invite', exact: true }).click();
    },
    members: (page) => page.getByRole('tab', { name: 'Users' }).click(),
  },
  {
    generation: 'organization-team',
    purpose: 'Implementation or configuration',
    scope: ['Production', 'Staging'],
    invite: async (page, email) => {
      await logrocket.openInvite(page);
      await logrocket.typeEmail(page, email);
      await logrocket.sendInvite(page);
    },
    ...(logrocket.assign ? { assign: logrocket.assign.run } : {}),
  },
  {
    generation: 'team-members',
    purpose: 'Support or analysis',
    scope: ['Production'],
    invite: async (page, email) => {
      const form = page.getByRole('region', { name: 'Invite Team Members' });
      await form.getByLabel('Email').fill(email);
      await form.getByRole('button', { name: 'Invite', exact: true }).click();
    },
  },
];

const isKeyRecord = (step: string) => /^Note in .*: (?:key|token) name/.test(step);
const isMembership = (step: string) => /^Watch the /.test(step);

/** Records an API key or token under the step that asks for it. */
async function recordKey(guide: Frame): Promise<void> {
  const form = guide.getByRole('form', { name: 'Key record' });
  await form.getByRole('textbox', { name: 'What the key is for' }).fill('Source Maps');
  await form.getByRole('combobox', { name: 'Key permissions' }).selectOption({ index: 1 });
  await form.getByRole('button', { name: 'Record key' }).click();
  await form.getByRole('list', { name: 'Recorded keys' }).or(steps(guide)).first().waitFor();
}

describe.each(walks)('$generation', ({ generation, purpose, scope, invite, members, assign }) => {
  const vendor = vendorOf(generation);
  const { accessEnds: _none, ...grant } = { ...vendorScript(vendor).grant, purpose, scope };

  it('guides from the invitation over acceptance and key to the removal, and logs each', ({ task }) =>
    withChromium(task, { practice: { [vendor]: generation } }, async (browser) => {
      const page = await browser.page(teamUrl(generation));
      const popup = await browser.popup(page);
      await introduce(popup);
      await popup.close();
      const guide = await startGrant(browser, page, grant);
      const log = await browser.log();
      const logged = async () => verifyLog((await exportLog(log, 'JSON Lines')).text).map(({ type }) => type);
      const sees = (type: string) =>
        until(`${type} is in the log`, async () => ((await logged()).includes(type) ? true : undefined));

      await page.bringToFront();
      await invite(page, grant.email);
      await sees('invitation.seen');
      await page.bringToFront();
      await page.evaluate(acceptScript(grant.email));
      await members?.(page);
      await sees('acceptance.seen');
      await page.bringToFront();
      if (assign) {
        await assign(page, grant.email);
      }

      const key = guide.getByRole('checkbox', { name: 'An API key is needed' });
      if (!(await key.isChecked())) await key.click();
      await confirmSteps(guide, isKeyRecord);
      await recordKey(guide);
      await sees('key.recorded');
      await page.bringToFront();
      const confirmed = await confirmSteps(guide);
      expect(confirmed.filter(isMembership)).toEqual([]);

      await guide.getByText('Remove this access').click();
      await guide.getByRole('textbox', { name: 'Reason for removal' }).fill('The project ended.');
      await guide.getByRole('button', { name: 'Start removal' }).click();
      await guide.getByText('Access is being removed').waitFor();
      await confirmSteps(guide);
      await guide.getByText('The access is removed').waitFor();

      const entries = verifyLog((await exportLog(log, 'JSON Lines')).text);
      const [seen, accepted] = ['invitation.seen', 'acceptance.seen'].map((type) =>
        entries.find((one) => one.type === type),
      );
      expect(seen).toMatchObject({ basis: 'observed', data: { generation } });
      expect(accepted).toMatchObject({ basis: 'observed', data: { generation } });
      expect(entries.filter(({ type }) => type === 'key.recorded')).toHaveLength(1);
      expect(entries.filter(({ type }) => type === 'removal.started')).toHaveLength(1);
      expect(entries.some(({ data }) => (data as { reaches?: string }).reaches === 'removed')).toBe(true);
      await log.getByRole('table', { name: 'Grants' }).getByText('Removed').waitFor();
    }));
});
