import { describe, it } from 'vitest';
import { withChromium } from '../support/artifacts.ts';
import { axePage } from '../support/axe.ts';
import { exportLog, fillGrant, introduce, invite, openForm, openPanel, startGrant } from '../support/flow.ts';
import { vendorScript } from '../support/vendors.ts';

const script = vendorScript('logrocket');

describe.each(['light', 'dark'] as const)('axe finds nothing in %s', (colorScheme) => {
  it('on the popup, from the first run to the errors of the form', ({ task }) =>
    withChromium(task, { colorScheme }, async (browser) => {
      const page = await browser.page(script.teamUrl);
      await script.ready(page);
      const popup = await browser.popup(page);
      await introduce(popup, async () => axePage(popup));
      await axePage(popup);

      const form = await openForm(popup);
      await axePage(popup);
      await form.getByRole('button', { name: 'Start grant' }).click();
      await form.locator('[aria-invalid=true]').first().waitFor();
      await axePage(popup);
      await fillGrant(form, script.grant);
      await axePage(popup);
    }));

  it('on guide, side panel, log and options', ({ task }) =>
    withChromium(task, { colorScheme }, async (browser) => {
      const page = await browser.page(script.teamUrl);
      await script.ready(page);
      const popup = await browser.popup(page);
      await introduce(popup);
      await popup.close();
      const guide = await startGrant(browser, page, script.grant);
      await axePage(guide);

      await script.openInvite(page);
      await script.chooseRole(page, script.tooMuch);
      await guide.getByRole('alert', { name: 'Role warning' }).waitFor();
      await axePage(guide);
      await script.cancelInvite(page);
      await invite(page, script, script.role);
      await guide.getByRole('button', { name: 'Collapse guide' }).click();
      await axePage(guide);

      const panel = await openPanel(browser, page, 'Review');
      await panel.getByText(script.grant.email).first().waitFor();
      await axePage(panel);
      await panel.getByRole('button', { name: 'Read this page' }).click();
      await panel.getByText('priya.raman@acme.example').first().waitFor();
      await axePage(panel);
      await panel.getByRole('tab', { name: 'Guide' }).click();
      await axePage(panel);

      const log = await browser.log();
      await log.getByRole('row').filter({ hasText: script.grant.email }).first().waitFor();
      await axePage(log);
      await exportLog(log, 'JSON Lines', async () => axePage(log));
      await log.getByRole('row').filter({ hasText: script.grant.email }).first().click();
      await axePage(log);
      await log.getByRole('button', { name: 'Verify log' }).click();
      await log.getByRole('status').filter({ hasText: 'Log verified' }).waitFor();
      await axePage(log);

      const options = await browser.options();
      await options.getByRole('textbox', { name: 'Ticket pattern' }).waitFor();
      await axePage(options);
    }));
});
