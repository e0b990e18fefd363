import { readFileSync } from 'node:fs';
import type { Frame, Locator, Page } from 'playwright-core';
import { chooseOption } from './antd.ts';
import type { GrantbookChromium } from './chromium.ts';
import { until } from './until.ts';
import { acceptScript, type GrantInput, type VendorScript } from './vendors.ts';
import type { Act, Spot } from './walks.ts';

/** Who grants, in every flow. */
export const admin = { name: 'Dana Whitfield', email: 'dana.whitfield@acme.example' };

/** Called at every moment worth a look; the tour photographs, tests check what is there. */
export type Look = (moment: string, at: Page | Frame) => Promise<void>;

const noLook: Look = async () => {};

/** First run: says who the admin is. */
export async function introduce(popup: Page, look: Look = noLook): Promise<void> {
  await popup.getByRole('textbox', { name: 'Your name' }).waitFor();
  await look('who-are-you', popup);
  await popup.getByRole('textbox', { name: 'Your name' }).fill(admin.name);
  await popup.getByRole('textbox', { name: 'Your email' }).fill(admin.email);
  await popup.getByRole('button', { name: 'Continue' }).click();
  await popup.getByRole('button', { name: 'New grant' }).waitFor();
}

/** The form `New grant` of a popup. */
export const grantForm = (popup: Page): Locator => popup.getByRole('form', { name: 'New grant' });

/** Opens the form, unless the popup opened on a draft. */
export async function openForm(popup: Page): Promise<Locator> {
  const form = grantForm(popup);
  const button = popup.getByRole('button', { name: 'New grant' });
  await form.or(button).first().waitFor();
  if (!(await form.isVisible())) await button.click();
  await form.waitFor();
  return form;
}

/** Checks a box of the group `Scope`, or adds the name that has none. */
async function chooseScope(form: Locator, name: string): Promise<void> {
  const scope = form.getByRole('group', { name: 'Scope' });
  const box = scope.getByRole('checkbox', { name, exact: true });
  if ((await box.count()) === 0) {
    await scope.getByRole('textbox').fill(name);
    await scope.getByRole('button', { name: /add/i }).click();
    await box.waitFor();
  }
  await box.check();
}

/** Fills the form in as a person does, field by field. */
export async function fillGrant(form: Locator, grant: GrantInput): Promise<void> {
  await form.getByRole('textbox', { name: 'IAM ticket' }).fill(grant.ticket);
  await form.getByRole('combobox', { name: 'Vendor' }).selectOption(grant.vendor);
  await form.getByRole('textbox', { name: 'Collaborator email' }).fill(grant.email);
  await form.getByRole('combobox', { name: 'Purpose' }).selectOption(grant.purpose);
  for (const name of grant.scope) await chooseScope(form, name);
  if (grant.accessEnds !== undefined) {
    await form.getByRole('checkbox', { name: 'Temporary access' }).check();
    await form.getByLabel('Access ends').fill(grant.accessEnds);
  }
  await form.getByRole('textbox', { name: 'Approved by' }).fill(grant.approvedBy);
  await form.getByRole('textbox', { name: 'Reason' }).fill(grant.reason);
}

/** What the form holds now. */
export async function readGrant(form: Locator): Promise<GrantInput> {
  const value = (role: 'textbox', name: string) => form.getByRole(role, { name }).inputValue();
  const chosen = (name: string) =>
    form.getByRole('combobox', { name }).evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text ?? '');
  const scope = form.getByRole('group', { name: 'Scope' }).getByRole('checkbox', { checked: true });
  const temporary = await form.getByRole('checkbox', { name: 'Temporary access' }).isChecked();
  return {
    ticket: await value('textbox', 'IAM ticket'),
    vendor: await chosen('Vendor'),
    email: await value('textbox', 'Collaborator email'),
    purpose: await chosen('Purpose'),
    scope: await scope.evaluateAll((boxes) =>
      boxes.map((box) => (box as HTMLInputElement).labels?.[0]?.textContent?.trim() ?? ''),
    ),
    ...(temporary ? { accessEnds: await form.getByLabel('Access ends').inputValue() } : {}),
    approvedBy: await value('textbox', 'Approved by'),
    reason: await value('textbox', 'Reason'),
  };
}

type Role = Parameters<Page['getByRole']>[0];

const at = (page: Page, spot: Spot): Locator =>
  'css' in spot ? page.locator(spot.css) : page.getByRole(spot.role as Role, { name: spot.name, exact: true });

/** Does on a vendor's page what a walk says. */
export async function act(page: Page, acts: readonly Act[]): Promise<void> {
  for (const one of acts) {
    if ('click' in one && 'css' in one.click && one.click.css.includes('-item-option'))
      await chooseOption(at(page, one.click));
    else if ('click' in one) await at(page, one.click).click();
    else if ('type' in one) await at(page, one.into).fill(one.type);
    else await page.keyboard.press(one.press);
  }
}

/** Clicks what closes its own popup, which may be gone before a robot is told that it clicked. */
async function clickAway(button: Locator): Promise<void> {
  await button.click().catch((error: Error) => {
    if (!/has been closed/.test(error.message)) throw error;
  });
}

/** Starts a grant from the popup over a vendor's page; the admin is known already. */
export async function startGrant(browser: GrantbookChromium, page: Page, grant: GrantInput): Promise<Frame> {
  const popup = await browser.popup(page);
  const form = await openForm(popup);
  await fillGrant(form, grant);
  await clickAway(form.getByRole('button', { name: 'Start grant' }));
  const guide = await browser.guide(page);
  await heading(guide, grant).waitFor();
  return guide;
}

/** The heading of the guide: ticket and e-mail. */
export const heading = (guide: Frame, { ticket, email }: GrantInput): Locator =>
  guide.getByRole('heading').filter({ hasText: ticket }).filter({ hasText: email });

export const steps = (guide: Frame | Page): Locator => guide.getByRole('list', { name: 'Steps' });

/** How far the checklist is, 0 to 1. */
export async function progress(guide: Frame | Page): Promise<number> {
  const bar = guide.getByRole('progressbar', { name: 'Checklist progress' });
  return bar.evaluate((element) => {
    if (element instanceof HTMLProgressElement) return element.position;
    const now = Number(element.getAttribute('aria-valuenow'));
    return now / Number(element.getAttribute('aria-valuemax') ?? 100);
  });
}

/** A checkbox of the checklist by part of its step's text. */
export const step = (guide: Frame | Page, text: string | RegExp): Locator =>
  steps(guide).getByRole('checkbox', { name: text });

/** The box that the admin could tick next. */
const nextBox = (guide: Frame | Page): Locator =>
  steps(guide).getByRole('checkbox', { checked: false, disabled: false }).first();

/** The text of the step that the admin could tick next; empty when there is none. */
async function nextStep(guide: Frame | Page): Promise<string> {
  const box = nextBox(guide);
  if ((await box.count()) === 0) return '';
  return box.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent?.trim() ?? '');
}

/** How many steps are done. Unlike their share it never falls, though steps may be added while one is confirmed. */
async function doneSteps(guide: Frame | Page): Promise<number> {
  const bar = guide.getByRole('progressbar', { name: 'Checklist progress' });
  return Number(await bar.getAttribute('aria-valuenow'));
}

/** Confirms steps in their order until none is left, or one is reached that is not to be confirmed. */
export async function confirmSteps(
  guide: Frame | Page,
  stop: (step: string) => boolean = () => false,
): Promise<readonly string[]> {
  const confirmed: string[] = [];
  for (;;) {
    const name = await nextStep(guide);
    if (name === '' || stop(name)) return confirmed;
    const before = await doneSteps(guide);
    const isDone = async () => ((await doneSteps(guide)) > before ? true : undefined);
    await nextBox(guide).click();
    // The frame may move between a robot's aim and its click; it clicks again then, as a person does.
    const hit = await until(`“${name}” is confirmed`, isDone, 5_000).catch(() => false);
    if (!hit && (await nextStep(guide)) === name) await nextBox(guide).click();
    await until(`“${name}” is confirmed`, isDone);
    confirmed.push(name);
  }
}

/** Tells the step that only the key's record settles. */
export const isKeyRecord = (step: string): boolean => /^Note in .*: (?:key|token) name/.test(step);

/** Records an API key or token under the step that asks for it. */
export async function recordKey(guide: Frame | Page): Promise<void> {
  const form = guide.getByRole('form', { name: 'Key record' });
  await form.getByRole('textbox', { name: 'What the key is for' }).fill('Source Maps');
  await form.getByRole('combobox', { name: 'Key permissions' }).selectOption({ index: 1 });
  await form.getByRole('button', { name: 'Record key' }).click();
  await until('the key is recorded', async () => (isKeyRecord(await nextStep(guide)) ? undefined : true));
}

/** Confirms every step that is left, with a record of the key where one asks for it. */
export async function finishSteps(guide: Frame | Page): Promise<void> {
  await confirmSteps(guide, isKeyRecord);
  if (!isKeyRecord(await nextStep(guide))) return;
  await recordKey(guide);
  await confirmSteps(guide);
}

/** Confirms a step against which the page speaks, and states why. */
export async function confirmAllTheSame(guide: Frame | Page, text: string | RegExp, reason: string): Promise<void> {
  await step(guide, text).click();
  await guide.getByRole('textbox', { name: 'Reason to confirm all the same' }).fill(reason);
  await guide.getByRole('button', { name: 'Confirm all the same' }).click();
}

/** The first step of the invitation itself. */
export const isInvitation = (step: string): boolean => /^Click “Invite/.test(step);

/** Invites on the vendor's page, as the admin does, and waits until the console lists the invitation. */
export async function invite(page: Page, script: VendorScript, role: string, look: Look = noLook): Promise<void> {
  await script.openInvite(page);
  await script.typeEmail(page, script.grant.email);
  await script.chooseRole(page, role);
  await look('invite-dialog', page);
  await script.sendInvite(page);
  await page.getByRole('row').filter({ hasText: script.grant.email }).filter({ hasText: 'Pending' }).waitFor();
}

/** The step that only the collaborator can settle. */
const acceptance = /^Watch /;

/**
 * The collaborator accepts, which the page shows and nobody confirms; the admin follows the guide to what is given only
 * then, and gives it.
 */
export async function acceptAndAssign(page: Page, guide: Frame | Page, script: VendorScript): Promise<void> {
  const { grant, assign } = script;
  await page.evaluate(acceptScript(grant.email));
  await page.getByRole('row').filter({ hasText: grant.email }).filter({ hasText: 'Active' }).waitFor();
  const isNext = (name: string) => acceptance.test(name) || assign?.step.test(name) === true;
  await confirmSteps(guide, isNext);
  await until('the acceptance is observed', async () => (acceptance.test(await nextStep(guide)) ? undefined : true));
  if (assign === undefined) return;
  await confirmSteps(guide, isNext);
  await assign.run(page, grant.email);
}

/** Opens the real side panel from the popup and goes to one of its tabs. */
export async function openPanel(browser: GrantbookChromium, page: Page, tab: 'Guide' | 'Review'): Promise<Page> {
  const popup = await browser.popup(page);
  await clickAway(popup.getByRole('button', { name: 'Open review' }));
  const panel = await browser.sidePanel();
  await panel.getByRole('tab', { name: tab }).click();
  return panel;
}

/** Exports the log on the log page. */
export async function exportLog(
  log: Page,
  format: string,
  look: Look = noLook,
): Promise<{ name: string; text: string }> {
  // A robot waits until what it clicks stands still, which a page behind others tells but once a second.
  await log.bringToFront();
  await log.getByRole('button', { name: 'Export log' }).click();
  const dialog = log.getByRole('dialog', { name: 'Export log' });
  await dialog.getByRole('radio', { name: format }).check();
  await look('export-dialog', log);
  const downloaded = log.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  const download = await downloaded;
  const text = readFileSync(await download.path(), 'utf8');
  if (await dialog.isVisible()) await log.keyboard.press('Escape');
  return { name: download.suggestedFilename(), text };
}

/** Returns the types of the entries that are in the log, oldest first, as the database has them. */
export const loggedTypes = (browser: GrantbookChromium): Promise<readonly string[]> =>
  browser.firstTab.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('grantbook');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('entries').objectStore('entries').getAll();
      reading.onsuccess = () => resolve(reading.result.map(({ type }) => type));
      reading.onerror = () => reject(reading.error);
      opening.result.close();
    };
  })`);
