import { describe, expect, it } from 'vitest';
import { withChromium } from '../support/artifacts.ts';
import { axePage } from '../support/axe.ts';
import { exportLog, introduce, invite, openPanel, startGrant } from '../support/flow.ts';
import { vendorScripts } from '../support/vendors.ts';
import { verifyLog } from '../support/verify-log.ts';

describe.each(vendorScripts)('the review at $id', (script) => {
  const { grant, role } = script;
  const namesTotal = script.id === 'logrocket';

  it('notices who came without a ticket and who left, and proves a removal', ({ task }) =>
    withChromium(task, { colorScheme: 'dark' }, async (browser) => {
      // With a pager LogRocket's console names a total.
      const pager = script.teamUrl.includes('?') ? '&' : '?';
      const page = await browser.page(`${script.teamUrl}${pager}practice=paging:50`);
      await script.ready(page);
      const popup = await browser.popup(page);
      await introduce(popup);
      await popup.close();
      await startGrant(browser, page, grant);
      await invite(page, script, role);

      const panel = await openPanel(browser, page, 'Review');
      const pending = panel.getByRole('list', { name: 'Pending invitations' });
      const row = pending.getByRole('listitem').filter({ hasText: grant.email });
      await row.getByRole('button', { name: 'Reminder' }).click();
      expect(await row.getByRole('textbox', { name: 'Reminder to the collaborator' }).inputValue()).toContain(
        grant.ticket,
      );

      // Behind the admin's back: the invitation is withdrawn, and somebody comes without a ticket.
      await page.bringToFront();
      const stranger = 'eve.park@elsewhere.example';
      const { email } = grant;
      await page.evaluate(`window.practice.remove(${JSON.stringify(email)})`);
      await page.evaluate(`window.practice.addPerson({ email: ${JSON.stringify(stranger)} })`);
      await page.getByRole('row').filter({ hasText: stranger }).waitFor();
      await panel.getByRole('button', { name: 'Read this page' }).click();

      const findings = panel.getByRole('list', { name: 'Findings' });
      const found = findings.getByRole('listitem').filter({ hasText: stranger });
      await found.getByText('No ticket').waitFor();
      // A list of which the page names no total proves nobody absent, so the invitation stays open there.
      await row.getByText(namesTotal ? 'No longer listed' : 'Pending', { exact: true }).waitFor();
      await panel.getByText(namesTotal ? 'Complete' : 'Not complete', { exact: true }).waitFor();
      await axePage(panel);

      // A ticket is attached to the account that had none, and the list says what it has.
      await found.getByRole('button', { name: 'Attach a ticket' }).click();
      const form = found.getByRole('form', { name: 'Attach a ticket' });
      await form.getByRole('textbox', { name: 'Ticket' }).fill('IAM-77');
      await form.getByRole('textbox', { name: 'Approved by' }).fill('Priya Raman');
      await form.getByRole('textbox', { name: 'Reason' }).fill('Was there before the log');
      await axePage(panel);
      await form.getByRole('button', { name: 'Attach a ticket' }).click();
      await found.waitFor({ state: 'detached' });

      await row.getByRole('button', { name: 'Withdrawn' }).click();
      const why = row.getByRole('form', { name: 'Withdrawn' });
      await why.getByRole('textbox', { name: 'Reason for withdrawal' }).fill('The project was put off');
      await why.getByRole('button', { name: 'Withdrawn' }).click();
      await row.waitFor({ state: 'detached' });

      const log = await browser.log();
      const entries = verifyLog((await exportLog(log, 'JSON Lines')).text);
      const kinds = entries.map(({ type }) => type);
      expect(kinds).toEqual(expect.arrayContaining(['roster.read', 'invitation.withdrawn']));
      expect(kinds.includes('invitation.gone')).toBe(namesTotal);
      const adopted = entries.filter(({ type, grant: id }) => type === 'acceptance.seen' && id !== null);
      expect(adopted.map(({ basis }) => basis)).toEqual(['observed']);
    }));
});
