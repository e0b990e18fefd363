import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { teamUrl } from '../../practice/serve.mjs';
import { withChromium } from '../support/artifacts.ts';
import { axePage } from '../support/axe.ts';
import { introduce, openPanel, startGrant } from '../support/flow.ts';
import { until } from '../support/until.ts';
import { vendorScript } from '../support/vendors.ts';

const rudderstack = vendorScript('rudderstack');
const { grant } = rudderstack;

/** A colleague lets somebody in behind the admin's back. */
const letIn = (page: Page, email: string, role: string) =>
  page.evaluate(`window.practice.addPerson(${JSON.stringify({ email, name: 'Sam Rivera', role })})`);

describe('a role that nobody knows', () => {
  it('is said so beside the member, described once, and then held against the grant', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      const page = await browser.page(rudderstack.teamUrl);
      await rudderstack.ready(page);
      const popup = await browser.popup(page);
      await introduce(popup);
      await popup.close();
      await startGrant(browser, page, { ...grant, purpose: 'Look only' });
      await letIn(page, grant.email, 'Campaign wizard');
      await page.getByRole('row').filter({ hasText: 'Campaign wizard' }).waitFor();

      const panel = await openPanel(browser, page, 'Review');
      await panel.getByRole('button', { name: 'Read this page' }).click();
      const rows = panel.getByRole('region', { name: 'Rows that were read' });
      await rows.getByText('Grantbook does not know what “Campaign wizard” gives.').waitFor();
      await rows.getByRole('button', { name: 'Describe this role' }).click();
      const dialog = panel.getByRole('dialog', { name: 'What “Campaign wizard” gives' });
      await dialog.getByRole('checkbox', { name: 'Viewing the set-up' }).check();
      await dialog.getByRole('checkbox', { name: 'Managing members' }).check();
      await axePage(panel);
      await dialog.getByRole('button', { name: 'Keep description' }).click();

      await rows.getByText(`Beyond ${grant.ticket}: managing members`).waitFor();
      expect(await rows.getByRole('button', { name: 'Describe this role' }).count()).toBe(0);
    }));
});

describe('groups and the baseline of an organization', () => {
  it('are described in the guide, counted by the advice, and forgotten in the options', ({ task }) =>
    withChromium(task, { practice: { rudderstack: 'access-management' } }, async (browser) => {
      const page = await browser.page(teamUrl('access-management'));
      const popup = await browser.popup(page);
      await introduce(popup);
      await popup.close();
      const guide = await startGrant(browser, page, { ...grant, purpose: 'Transformations' });
      const advice = guide.getByRole('region', { name: 'Recommended role' });
      await advice
        .getByText('a member policy with Edit, Create & Delete on Transformations', { exact: true })
        .first()
        .waitFor();
      const describeGroup = advice.getByRole('button', { name: 'Describe a group' });
      await until('the details are open', async () => {
        if (await describeGroup.isVisible()) return true;
        await advice
          .locator('details:not([open]) > summary')
          .click({ timeout: 1000 })
          .catch(() => undefined);
        return undefined;
      });

      await describeGroup.click();
      const group = guide.getByRole('dialog', { name: 'What a group gives' });
      await group.getByRole('textbox', { name: 'Name of the group' }).fill('Transformers');
      await group
        .getByRole('textbox', { name: 'The vendor’s list' })
        .fill('Transformations\nEdit: on\nConnect: off\nCreate & Delete: on');
      await group.getByRole('button', { name: 'Keep description' }).click();
      await advice.getByText('the group “Transformers”', { exact: true }).waitFor();

      await advice.getByRole('button', { name: 'Describe the baseline' }).click();
      const baseline = guide.getByRole('dialog', { name: 'What your Baseline Workspace Policy gives' });
      for (const name of ['Changing transformations', 'Creating or deleting transformations']) {
        await baseline.getByRole('checkbox', { name, exact: true }).check();
      }
      await baseline.getByRole('button', { name: 'Keep description' }).click();
      // Whoever has it by the baseline needs no group.
      await advice.getByText('no more than the baseline policy', { exact: true }).first().waitFor();

      const options = await browser.options();
      const own = options.getByRole('region', { name: 'Roles, groups and policies of your own' });
      await axePage(options);
      await own.getByRole('button', { name: 'Forget Baseline Workspace Policy' }).click();
      await advice.getByText('the group “Transformers”', { exact: true }).waitFor();
      await own.getByRole('button', { name: 'Forget Transformers' }).click();
      await advice
        .getByText('a member policy with Edit, Create & Delete on Transformations', { exact: true })
        .first()
        .waitFor();
    }));
});
