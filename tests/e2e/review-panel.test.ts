import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { out } from '../../scripts/lib/paths.mjs';
import { withChromium } from '../support/artifacts.ts';
import { axePage } from '../support/axe.ts';
import { introduce, invite, openPanel, startGrant } from '../support/flow.ts';
import { until } from '../support/until.ts';
import { vendorScript } from '../support/vendors.ts';

const script = vendorScript('logrocket');
const folder = join(out, 'review');

/** Today by the clock on the wall, as the date field takes it. */
const today = () => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' }).format(new Date());

describe.each(['light', 'dark'] as const)('the side panel in %s', (colorScheme) => {
  mkdirSync(folder, { recursive: true });
  let count = 0;
  /** Checks a moment with axe, and photographs it for a person to look at. */
  async function look(panel: Page, moment: string): Promise<void> {
    count += 1;
    await axePage(panel);
    const path = join(folder, `${colorScheme}-${String(count).padStart(2, '0')}-${moment}.png`);
    await panel.screenshot({ path, fullPage: true, animations: 'disabled', caret: 'hide' });
  }

  it('shows every tab and list, empty and full', ({ task }) =>
    withChromium(task, { colorScheme }, async (browser) => {
      const page = await browser.page(`${script.teamUrl}?practice=paging:50`);
      await script.ready(page);
      const popup = await browser.popup(page);
      await introduce(popup);
      const panel = await openPanel(browser, page, 'Review');
      await panel.getByText('No invitation is waiting for an answer.').waitFor();
      await look(panel, 'review-empty');
      await panel.getByRole('tab', { name: 'Guide' }).click();
      await look(panel, 'guide-empty');

      const grant = { ...script.grant, accessEnds: today() };
      await startGrant(browser, page, grant);
      await look(panel, 'guide');
      await invite(page, script, script.role);
      await panel.getByRole('tab', { name: 'Review' }).click();
      const due = panel
        .getByRole('list', { name: 'Reviews due' })
        .getByRole('listitem')
        .filter({ hasText: grant.email });
      await due.waitFor();
      await look(panel, 'review-pending');

      await page.evaluate('window.practice.addPerson({ email: "eve.park@elsewhere.example" })');
      await page.getByRole('row').filter({ hasText: 'eve.park@elsewhere.example' }).waitFor();
      await panel.getByRole('button', { name: 'Read this page' }).click();
      const findings = panel.getByRole('list', { name: 'Findings' }).getByRole('listitem');
      const eve = findings.filter({ hasText: 'eve.park@elsewhere.example' });
      await eve.getByText('No ticket').waitFor();
      await look(panel, 'review-findings');
      await eve.getByText('Evidence').click();
      await eve.getByRole('button', { name: 'Attach a ticket' }).click();
      await look(panel, 'review-attach-a-ticket');
      await eve.getByRole('button', { name: 'Cancel' }).click();
      for (const width of [330, 480]) {
        await panel.setViewportSize({ width, height: 800 });
        await look(panel, `review-findings-${width}`);
      }
    }));

  it('puts a day into a calendar, and leads through a review of many', ({ task }) =>
    withChromium(task, { colorScheme }, async (browser) => {
      const page = await browser.page(script.teamUrl);
      await script.ready(page);
      const popup = await browser.popup(page);
      await introduce(popup);
      await popup.close();
      const grant = { ...script.grant, accessEnds: today() };
      await startGrant(browser, page, grant);
      await invite(page, script, script.role);
      const panel = await openPanel(browser, page, 'Review');
      const due = panel
        .getByRole('list', { name: 'Reviews due' })
        .getByRole('listitem')
        .filter({ hasText: grant.email });
      await due.waitFor();

      // Its day goes into a calendar: the log page opens on just that export.
      const opened = browser.context.waitForEvent('page');
      await due.getByRole('link', { name: /^Calendar file for/ }).click();
      const log = await opened;
      const dialog = log.getByRole('dialog', { name: 'Export log' });
      await dialog.getByRole('radio', { name: /^The open grant/, checked: true }).waitFor();
      const downloaded = log.waitForEvent('download');
      await dialog.getByRole('button', { name: 'Download' }).click();
      const file = await downloaded;
      const calendar = await readFile(await file.path(), 'utf8');
      expect(file.suggestedFilename()).toMatch(/\.ics$/);
      expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1);
      expect(calendar).toContain(`DTSTART;VALUE=DATE:${grant.accessEnds.replaceAll('-', '')}`);
      await log.close();

      // A review of everything that is due, begun, decided and signed off.
      const many = panel.getByRole('group', { name: 'Actions for reviews of many grants' });
      await many.getByRole('button', { name: 'Start review' }).click();
      const choice = panel.getByRole('form', { name: 'Start review' });
      await look(panel, 'review-many');
      await choice.getByRole('button', { name: 'Start review' }).click();
      const left = panel.getByRole('list', { name: /^Left to review/ }).getByRole('listitem');
      await left.getByRole('button', { name: 'Review', exact: true }).click();
      const decision = left.getByRole('form', { name: 'Review' });
      await decision.getByRole('combobox', { name: 'Decision' }).selectOption('Keep as it is');
      await decision.getByRole('textbox', { name: 'Reason' }).fill('Still on the checkout project');
      await look(panel, 'review-campaign');
      await decision.getByRole('button', { name: 'Review', exact: true }).click();
      await panel.getByRole('button', { name: 'Sign off' }).click();
      const signing = panel.getByRole('form', { name: 'Sign off' });
      await signing.getByRole('textbox').fill('Looked through with the team lead');
      await look(panel, 'review-sign-off');
      await signing.getByRole('button', { name: 'Sign off' }).click();
      await panel.getByText('1 signed-off review').click();
      await panel.getByText('As a table').click();
      await look(panel, 'review-signed-off');

      // Narrower than any browser lets a person make it.
      await panel.setViewportSize({ width: 320, height: 800 });
      await look(panel, 'review-320');
      const overflow = await panel.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBe(0);
      await until('the panel still has its tabs', () => panel.getByRole('tab', { name: 'Guide' }).isVisible());
    }));
});
