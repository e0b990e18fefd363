import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withChromium } from '../support/artifacts.ts';
import type { GrantbookChromium } from '../support/chromium.ts';
import { exportLog } from '../support/flow.ts';
import { until } from '../support/until.ts';
import { verifyLog } from '../support/verify-log.ts';

/** Asks the background, as the popup does. */
const ask = (browser: GrantbookChromium, command: string, payload: unknown) =>
  browser.firstTab.evaluate<{ ok?: boolean } | undefined>(
    `chrome.runtime.sendMessage(${JSON.stringify({ command, payload })})`,
  );

async function grant(browser: GrantbookChromium, name: string): Promise<string> {
  const email = `${name}@partner.example`;
  const form = {
    ticket: `IAM-${name.length}00`,
    vendor: 'rudderstack',
    email,
    purpose: 'look',
    scope: ['Acme Production'],
    temporary: false,
    accessEnds: '',
    approvedBy: 'Priya Raman',
    reason: 'Looks at delivery for the launch',
  };
  const reply = await ask(browser, 'grant.start', { id: crypto.randomUUID(), form });
  expect(reply).toMatchObject({ ok: true });
  return email;
}

async function emptyDatabase(browser: GrantbookChromium): Promise<void> {
  await browser.killBackground();
  await browser.firstTab.evaluate(`new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('grantbook');
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  })`);
}

const keeping = async (log: Page) => {
  await log.getByRole('button', { name: 'Backup and import' }).click();
  return log.getByRole('dialog', { name: 'Backup and import' });
};

async function backUp(log: Page): Promise<{ path: string; text: string }> {
  const dialog = await keeping(log);
  const downloaded = log.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Back up', exact: true }).click();
  const path = await (await downloaded).path();
  await dialog.getByText(/^Saved as /).waitFor();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  return { path, text: readFileSync(path, 'utf8') };
}

describe('a database that was lost', () => {
  it('is whole again after its backup was restored, with what was logged since', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      await ask(browser, 'identity.save', { name: 'Dana Whitfield', email: 'dana.whitfield@acme.example' });
      const old = [await grant(browser, 'ines'), await grant(browser, 'tomas')];
      const backup = await backUp(await browser.log());
      for (const page of browser.context.pages()) if (page !== browser.firstTab) await page.close();

      await emptyDatabase(browser);
      const fresh = await grant(browser, 'sam');
      const log = await browser.log();
      const banner = log.getByRole('alert').filter({ hasText: 'Part of this log is missing' });
      await banner.getByText(/Restore your last backup/).waitFor();
      await log.getByRole('row').filter({ hasText: fresh }).waitFor();
      expect(await log.getByRole('row').filter({ hasText: 'ines@partner.example' }).count()).toBe(0);

      const dialog = await keeping(log);
      await dialog.getByLabel('Backup or export').setInputFiles({
        name: 'backup.jsonl',
        mimeType: 'application/jsonl',
        buffer: Buffer.from(backup.text),
      });
      await dialog.getByText(/^Restored \d+ entries\. Nothing that was here was removed\.$/).waitFor();
      await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();

      for (const email of [...old, fresh]) await log.getByRole('row').filter({ hasText: email }).waitFor();
      await until('the banner goes', async () => ((await banner.count()) === 0 ? true : undefined));
      await log.getByRole('button', { name: 'Verify log' }).click();
      await log
        .getByRole('status')
        .filter({ hasText: /^Log verified: \d+ entries$/ })
        .waitFor();
      expect(await log.getByText(/were lost/).count()).toBe(0);
      const exported = (await exportLog(log, 'JSON Lines')).text;
      const [own = ''] = backup.text.split('{"backup":');
      expect(own.split('\n').length).toBeGreaterThan(3);
      expect(exported.startsWith(own)).toBe(true);
      const entries = verifyLog(exported);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_entry, index) => index + 1));
      expect(entries.filter(({ type }) => type === 'grant.started')).toHaveLength(3);
    }));
});
