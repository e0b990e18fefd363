import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { withChromium } from '../support/artifacts.ts';
import {
  acceptAndAssign,
  admin,
  confirmSteps,
  exportLog,
  fillGrant,
  finishSteps,
  grantForm,
  heading,
  introduce,
  invite,
  isInvitation,
  openForm,
  openPanel,
  progress,
  readGrant,
  step,
  steps,
} from '../support/flow.ts';
import { until } from '../support/until.ts';
import { vendorScripts } from '../support/vendors.ts';
import { verifyLog } from '../support/verify-log.ts';

describe.each(vendorScripts)('one grant at $id', (script) => {
  const { grant, role } = script;

  it('goes from the ticket to the exported log', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      // The admin comes from the ticket to the vendor's page and says once who they are.
      const page = await browser.page(script.teamUrl);
      await script.ready(page);
      const first = await browser.popup(page);
      await introduce(first);
      expect(await first.getByRole('region', { name: 'This page' }).innerText()).toContain(grant.vendor);

      // Half of the form, then back to the ticket: the popup closes, and what was typed is there again.
      const { accessEnds: _later, ...untilNow } = { ...grant, approvedBy: '', reason: 'Half a sen' };
      await fillGrant(await openForm(first), untilNow);
      await first.close();
      const second = await browser.popup(page);
      const form = grantForm(second);
      await form.waitFor();
      expect(await readGrant(form)).toEqual(untilNow);

      await fillGrant(form, grant);
      await form.getByRole('button', { name: 'Start grant' }).click();

      // The guide opens by itself.
      const guide = await browser.guide(page);
      await heading(guide, grant).waitFor();
      expect(await guide.getByRole('region', { name: 'Recommended role' }).innerText()).toContain(role);
      const atStart = await progress(guide);
      expect(atStart).toBeLessThan(1);

      // Before the invitation everything can only be confirmed; the page itself was observed.
      await steps(guide).getByText('Observed').first().waitFor();
      await confirmSteps(guide, isInvitation);

      // Show me brings the element into view and points at it.
      await guide.getByRole('button', { name: 'Show me' }).first().click();
      await invite(page, script, role);

      // What the page proved is observed, and nobody had to tick it.
      const sent = step(guide, /^Click “(?:Invite|Send Invitation)”/);
      await until('the invitation is observed', async () => ((await sent.isChecked()) ? true : undefined));
      expect(await sent.isDisabled()).toBe(true);
      expect(await step(guide, /^Choose the .*role/i).isDisabled()).toBe(true);

      // The side panel lists it while it is pending.
      const panel = await openPanel(browser, page, 'Review');
      const pending = panel.getByRole('region', { name: 'Pending invitations' });
      const row = pending.getByRole('row').or(pending.getByRole('listitem')).filter({ hasText: grant.email });
      await row.waitFor();
      const words = await row.innerText();
      expect(words).toContain(grant.ticket);
      expect(words).toMatch(/just now|second|minute|today/i);

      // The collaborator accepts; the rest is done and confirmed.
      await page.bringToFront();
      await acceptAndAssign(page, guide, script);
      await finishSteps(guide);
      await until('the checklist is complete', async () => ((await progress(guide)) === 1 ? true : undefined));

      // The log has it.
      const log = await browser.log();
      const line = log.getByRole('table', { name: 'Grants' }).getByRole('row').filter({ hasText: grant.email });
      await line.waitFor();
      expect(await line.innerText()).toContain(grant.ticket);
      expect(await line.innerText()).toContain('Active');

      const json = await exportLog(log, 'JSON Lines');
      const entries = verifyLog(json.text);
      const seen = (type: string) => entries.filter((entry) => entry.type === type);
      expect(seen('grant.started')).toHaveLength(1);
      expect(seen('invitation.seen')).toMatchObject([{ basis: 'observed', data: { role } }]);
      expect(seen('acceptance.seen')).toMatchObject([{ basis: 'observed', data: { role } }]);
      expect(new Set(entries.map((entry) => entry.personal['actor.email']?.value))).toEqual(new Set([admin.email]));

      const csv = await exportLog(log, 'CSV (spreadsheet)');
      const rows: Record<string, string>[] = parse(csv.text, { columns: true, bom: true });
      expect(rows).toMatchObject([
        {
          request_number: grant.ticket,
          grantee_email: grant.email,
          org_role: role,
          status: 'Active',
          business_justification: grant.reason,
          approved_by: grant.approvedBy,
          granted_by: admin.name,
          end_date: grant.accessEnds ?? '',
          invited_basis: 'observed',
          accepted_basis: 'observed',
        },
      ]);

      // Since then two exports were logged, and a checkpoint before the second; the log says so, and still holds.
      await log.getByRole('button', { name: 'Verify log' }).click();
      await log
        .getByRole('status')
        .filter({ hasText: `Log verified: ${entries.length + 3} entries` })
        .waitFor();
    }));
});
