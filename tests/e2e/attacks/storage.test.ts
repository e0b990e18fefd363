import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withChromium } from '../../support/artifacts.ts';
import { attackExpression, attackedBuild, type Loot, planted } from '../../support/attacked-build.ts';
import { admin, confirmSteps, fillGrant, introduce, openForm, readGrant, startGrant } from '../../support/flow.ts';
import { vendorScript } from '../../support/vendors.ts';

it('code in the content script’s own world reads and writes nothing that is stored', async ({ task }) => {
  const extension = attackedBuild('chromium');
  const { teamUrl, ready, grant } = vendorScript('rudderstack');
  try {
    await withChromium(task, { extension }, async (browser) => {
      const page = await browser.page(teamUrl);
      await ready(page);
      const first = await browser.popup(page);
      await introduce(first);
      await first.close();
      const guide = await startGrant(browser, page, grant);
      const drafted = await browser.popup(page);
      await fillGrant(await openForm(drafted), { ...grant, ticket: '#77' });
      await drafted.close();

      const loot: Loot = JSON.parse(await page.evaluate(attackExpression));
      await browser.killBackground();
      await confirmSteps(guide, (name) => /workspace/.test(name));

      expect(JSON.stringify(loot.read)).not.toContain(admin.email);
      expect(loot.refused).toEqual(expect.arrayContaining(['local.get', 'local.set', 'local.clear', 'session.get']));
      const log = await browser.log();
      await log.getByRole('button', { name: 'Verify log' }).click();
      await log.getByText(/^Log verified: \d+ entries/).waitFor();
      expect(await log.getByText('Part of the log is missing').count()).toBe(0);
      const options = await browser.options();
      expect(await options.getByRole('textbox', { name: 'Your email' }).inputValue()).toBe(admin.email);
      const popup = await browser.popup(page);
      expect(await readGrant(await openForm(popup))).toMatchObject({ ticket: '#77', email: grant.email });
      expect(await page.locator('html').getAttribute('data-loot')).not.toContain(planted.draft.ticket);
    });
  } finally {
    rmSync(extension, { recursive: true, force: true });
  }
});
