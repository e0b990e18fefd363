import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { out, root } from '../../scripts/lib/paths.mjs';
import { type GrantbookChromium, launch } from './chromium.ts';
import {
  acceptAndAssign,
  confirmSteps,
  exportLog,
  fillGrant,
  introduce,
  invite,
  isInvitation,
  openForm,
  openPanel,
} from './flow.ts';
import { canPhotograph, photograph, screenSize, withScreen } from './screen.ts';
import { until } from './until.ts';
import { type VendorScript, vendorScripts } from './vendors.ts';

const folder = join(out, 'tour');
const schemes = ['light', 'dark'] as const;
let count = 0;

function announce(path: string, shows: string): void {
  console.log(`${relative(root, path)}  ${shows}`);
}

/** The next file's path; numbers keep the order of the tour. */
function nextPath(name: string): string {
  count += 1;
  return join(folder, `${String(count).padStart(2, '0')}-${name}`);
}

/** Photographs a page in light and in dark, at its own size or at the width given. */
async function shoot(page: Page, name: string, shows: string, width?: number): Promise<void> {
  const base = nextPath(name);
  if (width !== undefined) await page.setViewportSize({ width, height: 900 });
  // Nothing hovered.
  await page.mouse.move(1, 1);
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const path = `${base}-${colorScheme}.png`;
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    announce(path, `${shows} (${colorScheme})`);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

function keep(name: string, text: string, shows: string): void {
  const path = nextPath(name);
  writeFileSync(path, text);
  announce(path, shows);
}

/** Popup: from the first run to a form with mistakes, then to a grant that is started. */
async function tourPopup(
  browser: GrantbookChromium,
  page: Page,
  script: VendorScript,
  isFirst: boolean,
): Promise<Frame> {
  const { id, grant } = script;
  const popup = await browser.popup(page);
  if (isFirst) {
    await introduce(popup, () => shoot(popup, 'popup-who-are-you', 'Popup, the first time: who grants'));
    await shoot(popup, 'popup-no-grants', 'Popup without a grant, over a page that it recognises');
  }
  const form = await openForm(popup);
  if (isFirst) {
    await form.getByRole('button', { name: 'Start grant' }).click();
    await form.locator('[aria-invalid=true]').first().waitFor();
    await shoot(popup, 'popup-validation', 'Popup, what is missing said beside each field');
  }
  await fillGrant(form, grant);
  const field = form.getByRole('textbox', { name: 'IAM ticket' });
  await field.scrollIntoViewIfNeeded();
  await shoot(popup, `popup-new-grant-${id}`, `Popup, a new grant at ${grant.vendor}`);
  await form.getByRole('textbox', { name: 'Reason' }).scrollIntoViewIfNeeded();
  await shoot(popup, `popup-new-grant-${id}-end`, `Popup, a new grant at ${grant.vendor} with the recommended role`);
  await form.getByRole('button', { name: 'Start grant' }).click();
  return browser.guide(page);
}

/** The guide in the vendor's page, through invitation, acceptance and the rest. */
async function tourGuide(page: Page, guide: Frame, script: VendorScript): Promise<void> {
  const { id, grant } = script;
  const at = `in the ${grant.vendor} page`;
  await guide.getByRole('progressbar', { name: 'Checklist progress' }).waitFor();
  await shoot(page, `guide-${id}`, `Guide ${at}, first stage`);

  await confirmSteps(guide, isInvitation);
  await guide.getByRole('button', { name: 'Show me' }).first().click();
  await shoot(page, `guide-${id}-spotlight`, `Guide ${at}, Show me points at the next step's element`);
  await guide.getByRole('button', { name: 'Collapse guide' }).click();
  await shoot(page, `guide-${id}-collapsed`, `Guide ${at}, collapsed`);
  await guide.getByRole('button', { name: 'Expand guide' }).click();

  await script.openInvite(page);
  await script.typeEmail(page, grant.email);
  await script.chooseRole(page, script.tooMuch);
  await guide.getByRole('alert', { name: 'Role warning' }).waitFor();
  await shoot(page, `guide-${id}-role-warning`, `Guide ${at}, the chosen role gives more than the job needs`);
  await script.cancelInvite(page);

  await invite(page, script, script.role, () =>
    shoot(page, `guide-${id}-dialog`, `Guide ${at}, while the vendor's dialog is open`),
  );
  await guide.getByText('Observed').first().waitFor();
  await shoot(page, `guide-${id}-observed`, `Guide ${at}, what the page proved is observed`);
}

async function tourRest(browser: GrantbookChromium, page: Page, guide: Frame, script: VendorScript): Promise<void> {
  const { id, grant } = script;
  const panel = await openPanel(browser, page, 'Review');
  await panel.getByText(grant.email).first().waitFor();
  await shoot(panel, `panel-review-${id}`, 'Side panel, Review: the pending invitation with its age');
  await panel.getByRole('button', { name: 'Read this page' }).click();
  await panel.getByText('priya.raman@acme.example').first().waitFor();
  await shoot(panel, `panel-read-${id}`, `Side panel, Review after reading the ${grant.vendor} page`);
  await panel.getByRole('tab', { name: 'Guide' }).click();
  await shoot(panel, `panel-guide-${id}`, 'Side panel, Guide: the same checklist');
  await panel.close();

  await page.bringToFront();
  await acceptAndAssign(page, guide, script);
  await until('the acceptance is observed', async () =>
    (await guide.getByText('Observed').count()) > 0 ? true : undefined,
  );
  await confirmSteps(guide);
  await shoot(page, `guide-${id}-complete`, `Guide in the ${grant.vendor} page, complete`);
}

async function tourLog(browser: GrantbookChromium): Promise<void> {
  const log = await browser.log();
  const rows = log.getByRole('table', { name: 'Grants' }).getByRole('row');
  await rows.filter({ hasText: '@' }).first().waitFor();
  await shoot(log, 'log-wide', 'Log page, wide', 1280);
  await shoot(log, 'log-narrow', 'Log page, narrow', 480);
  await log.setViewportSize({ width: 1280, height: 900 });
  await rows.filter({ hasText: '@' }).first().click();
  await log
    .getByText(/granted by/i)
    .last()
    .waitFor();
  await shoot(log, 'log-grant', 'Log page, one grant with its entries', 1280);
  await log.keyboard.press('Escape');

  const json = await exportLog(log, 'JSON Lines', () =>
    shoot(log, 'log-export', 'Log page, choosing a format for the export'),
  );
  keep(json.name, json.text, 'The exported log, JSON Lines: every entry with its hash');
  const csv = await exportLog(log, 'CSV (spreadsheet)');
  keep(csv.name, csv.text, 'The exported log, CSV: one row per grant');
  await log.getByRole('button', { name: 'Verify log' }).click();
  await log.getByRole('status').filter({ hasText: 'Log verified' }).waitFor();
  await shoot(log, 'log-verified', 'Log page, the chain of entries verified');
  await log.close();
}

async function tourOptions(browser: GrantbookChromium): Promise<void> {
  const options = await browser.options();
  await options.getByRole('textbox', { name: 'Ticket pattern' }).waitFor();
  await shoot(options, 'options-wide', 'Options, wide', 1280);
  await shoot(options, 'options-narrow', 'Options, narrow', 480);
  await options.close();
}

async function tourPopupAgain(browser: GrantbookChromium, page: Page): Promise<void> {
  const popup = await browser.popup(page);
  await popup
    .getByRole('list', { name: 'Open grants' })
    .or(popup.getByRole('button', { name: 'New grant' }))
    .first()
    .waitFor();
  await shoot(popup, 'popup-open-grants', 'Popup with grants under way');
  await popup.close();
}

/** The whole flow without a window, every surface photographed. */
async function tour(): Promise<void> {
  const browser = await launch();
  try {
    for (const [index, script] of vendorScripts.entries()) {
      const page = await browser.page(script.teamUrl);
      await script.ready(page);
      const guide = await tourPopup(browser, page, script, index === 0);
      await tourGuide(page, guide, script);
      await tourPopupAgain(browser, page);
      await tourRest(browser, page, guide, script);
    }
    await tourLog(browser);
    await tourOptions(browser);
  } finally {
    for (const problem of browser.problems) console.log(problem);
    await browser.dispose();
  }
}

/** The whole window with page, guide and side panel, as only a screen shows it. */
async function tourWindow(colorScheme: (typeof schemes)[number]): Promise<void> {
  const [script] = vendorScripts;
  if (script === undefined) return;
  await withScreen(async (display) => {
    const browser = await launch({ headless: false, colorScheme, display, window: screenSize });
    try {
      const page = await browser.page(script.teamUrl);
      await script.ready(page);
      const popup = await browser.popup(page);
      await introduce(popup);
      const form = await openForm(popup);
      await fillGrant(form, script.grant);
      await form.getByRole('button', { name: 'Start grant' }).click();
      const guide = await browser.guide(page);
      await guide.getByRole('progressbar', { name: 'Checklist progress' }).waitFor();
      await confirmSteps(guide, isInvitation);
      await invite(page, script, script.role);
      const panel = await openPanel(browser, page, 'Review');
      await panel.getByText(script.grant.email).first().waitFor();
      await browser.firstTab.close();
      const path = `${nextPath('window')}-${colorScheme}.png`;
      photograph(display, path);
      announce(path, `The whole window: vendor page, guide and side panel (${colorScheme})`);
    } finally {
      await browser.dispose();
    }
  });
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
console.log('No display: the whole flow runs headless on both practice consoles. What each file shows:\n');
await tour();
if (canPhotograph()) for (const scheme of schemes) await tourWindow(scheme);
else console.log('Left out: a picture of the whole window, which needs Xvfb and ImageMagick.');
