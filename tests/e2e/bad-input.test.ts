import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withChromium } from '../support/artifacts.ts';
import type { GrantbookChromium } from '../support/chromium.ts';
import { findGuide } from '../support/chromium.ts';
import { fillGrant, introduce, openForm, readGrant, startGrant } from '../support/flow.ts';
import { type GrantInput, vendorScript } from '../support/vendors.ts';

const script = vendorScript('rudderstack');

async function formOf(browser: GrantbookChromium): Promise<{ popup: Page; form: Locator; page: Page }> {
  const page = await browser.page(script.teamUrl);
  await script.ready(page);
  const popup = await browser.popup(page);
  await introduce(popup);
  return { popup, page, form: await openForm(popup) };
}

/** What a screen reader says after the field's name: the sentences that describe it. */
const described = (field: Locator) =>
  field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );

const field = (form: Locator, label: string) => form.getByLabel(label, { exact: true });

interface Wrong {
  readonly what: string;
  readonly label: string;
  readonly key: keyof GrantInput;
  readonly text: string;
  readonly says: RegExp;
}

const wrong: readonly Wrong[] = [
  { what: 'no ticket', label: 'IAM ticket', key: 'ticket', text: '', says: /ticket/i },
  {
    what: 'a ticket that misses the pattern',
    label: 'IAM ticket',
    key: 'ticket',
    text: 'see mail',
    says: /see mail.*#1234/,
  },
  { what: 'no e-mail', label: 'Collaborator email', key: 'email', text: ' ', says: /e-?mail/i },
  { what: 'an e-mail with a typo', label: 'Collaborator email', key: 'email', text: 'sam@partner,example', says: /\S/ },
  {
    what: 'an end in the past',
    label: 'Access ends',
    key: 'accessEnds',
    text: '2020-01-31',
    says: /past|before|later/i,
  },
  { what: 'no approver', label: 'Approved by', key: 'approvedBy', text: '', says: /approved/i },
  { what: 'no reason', label: 'Reason', key: 'reason', text: '', says: /reason/i },
  {
    what: 'a secret pasted as the reason',
    label: 'Reason',
    key: 'reason',
    text: 'Uses key ghp_16C7e42F292c6912E7710c838347Ae178B4a',
    says: /secret|key|token|password/i,
  },
];

describe('the form New grant', () => {
  it('says beside each field what is not right, goes to the first, and loses nothing', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      const { form, page } = await formOf(browser);
      await fillGrant(form, script.grant);
      for (const { what, label, key, text, says } of wrong) {
        const right = await field(form, label).inputValue();
        await field(form, label).fill(text);

        await form.getByRole('button', { name: 'Start grant' }).click();

        await expect.poll(() => field(form, label).getAttribute('aria-invalid'), { message: what }).toBe('true');
        await expect.poll(() => described(field(form, label)), { message: what }).toMatch(says);
        expect(await field(form, label).evaluate((element) => element === document.activeElement), what).toBe(true);
        expect(await readGrant(form), what).toEqual({ ...script.grant, [key]: text });
        await field(form, label).fill(right);
      }
      expect(findGuide(page)).toBeUndefined();
    }));

  it('starts nothing when it is empty, and marks every field that is needed', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      const { form, page } = await formOf(browser);

      await form.getByRole('button', { name: 'Start grant' }).click();

      for (const label of ['IAM ticket', 'Collaborator email', 'Purpose', 'Approved by', 'Reason']) {
        await expect.poll(() => field(form, label).getAttribute('aria-invalid'), { message: label }).toBe('true');
      }
      expect(findGuide(page)).toBeUndefined();
    }));

  it('warns of a second open grant for the same person and vendor, with a way to the first', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      const { popup, page } = await formOf(browser);
      await popup.close();
      await startGrant(browser, page, script.grant);

      const again = await browser.popup(page);
      const form = await openForm(again);
      await fillGrant(form, { ...script.grant, ticket: 'IAM-5678', email: script.grant.email.toUpperCase() });

      const warning = form.getByText(/open grant/i).filter({ hasText: script.grant.ticket });
      await warning.first().waitFor();
      const way = form
        .getByRole('link', { name: script.grant.ticket })
        .or(form.getByRole('button', { name: script.grant.ticket }));
      expect(await way.count()).toBeGreaterThan(0);
      // A warning, not a refusal: a second ticket for the same person happens.
      expect(await form.getByRole('button', { name: 'Start grant' }).isEnabled()).toBe(true);
    }));
});

describe('the first run', () => {
  it('asks again, beside the fields, for a name and an address that can be', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      const page = await browser.page(script.teamUrl);
      const popup = await browser.popup(page);
      await popup.getByRole('textbox', { name: 'Your email' }).fill('dana@');

      await popup.getByRole('button', { name: 'Continue' }).click();

      const name = popup.getByRole('textbox', { name: 'Your name' });
      const email = popup.getByRole('textbox', { name: 'Your email' });
      await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true');
      await expect.poll(() => email.getAttribute('aria-invalid')).toBe('true');
      expect(await described(name)).toMatch(/name/i);
      expect(await described(email)).toMatch(/\S/);
      expect(await email.inputValue()).toBe('dana@');
    }));
});
