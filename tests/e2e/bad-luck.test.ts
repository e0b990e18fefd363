import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withChromium } from '../support/artifacts.ts';
import { closedShadowHosts, closedShadowText, type GrantbookChromium } from '../support/chromium.ts';
import {
  confirmSteps,
  exportLog,
  fillGrant,
  heading,
  introduce,
  invite,
  isInvitation,
  openForm,
  openPanel,
  progress,
  startGrant,
  step,
  steps,
} from '../support/flow.ts';
import { until } from '../support/until.ts';
import { type VendorScript, vendorScript, vendorScripts } from '../support/vendors.ts';
import { verifyLog } from '../support/verify-log.ts';

const rudderstack = vendorScript('rudderstack');

/** A vendor's page with a grant started and the guide open. */
async function guided(
  browser: GrantbookChromium,
  script: VendorScript,
  query = '',
): Promise<{ page: Page; guide: Frame }> {
  const page = await browser.page(script.teamUrl + query);
  await script.ready(page);
  const popup = await browser.popup(page);
  await introduce(popup);
  await popup.close();
  return { page, guide: await startGrant(browser, page, script.grant) };
}

/** Opens a database in a frame, as any code there could: `ok` or the reason why not. */
const openDatabase = (frame: Frame) =>
  frame.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('probe');
        request.onsuccess = () => resolve('ok');
        request.onerror = () => resolve(String(request.error));
      }),
  );

const sentStep = /^Click “(?:Invite|Send Invitation)”/;

describe('the background ends between two steps', () => {
  it('the guide reconnects, and nothing is lost or doubled', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      const { page, guide } = await guided(browser, rudderstack);
      const [first] = await confirmSteps(guide, (name) => /workspace/.test(name));
      expect(first).toBeDefined();
      const before = await progress(guide);
      const started = await browser.background();

      await browser.killBackground();
      const next = steps(guide).getByRole('checkbox', { checked: false, disabled: false }).first();
      await next.click();
      await until('the step is confirmed', async () => ((await progress(guide)) > before ? true : undefined));
      const again = await browser.background();
      expect(again).toBeDefined();
      expect(again).not.toBe(started);

      // The watch on the page survives as well.
      await confirmSteps(guide, isInvitation);
      await browser.killBackground();
      await invite(page, rudderstack, rudderstack.role);
      await until('the invitation is observed', async () =>
        (await step(guide, sentStep).isChecked()) ? true : undefined,
      );

      const entries = verifyLog((await exportLog(await browser.log(), 'JSON Lines')).text);
      const confirmed = entries.filter(({ type }) => type === 'step.confirmed').map(({ data }) => data.step);
      expect(confirmed.length).toBeGreaterThanOrEqual(2);
      expect(new Set(confirmed).size).toBe(confirmed.length);
      expect(entries.filter(({ type }) => type === 'invitation.seen')).toHaveLength(1);
      expect(entries.filter(({ type }) => type === 'grant.started')).toHaveLength(1);
    }));

  it('a popup that is being filled in still starts its grant, once', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      const page = await browser.page(rudderstack.teamUrl);
      await rudderstack.ready(page);
      const popup = await browser.popup(page);
      await introduce(popup);
      const form = await openForm(popup);
      await fillGrant(form, rudderstack.grant);

      await browser.killBackground();
      await form.getByRole('button', { name: 'Start grant' }).click();
      await heading(await browser.guide(page), rudderstack.grant).waitFor();

      const entries = verifyLog((await exportLog(await browser.log(), 'JSON Lines')).text);
      expect(entries.filter(({ type }) => type === 'grant.started')).toHaveLength(1);
    }));
});

describe('the extension is updated while the page is open', () => {
  it('the orphan says so and leaves, and a reload brings the guide back', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      const { page } = await guided(browser, rudderstack);
      await browser.update();

      await until('the orphan says what happened', async () => {
        await page.mouse.click(300, 5);
        return (await closedShadowText(page)).includes('Grantbook was updated. Reload this page to go on') || undefined;
      });
      await page.mouse.click(300, 5);
      expect((await closedShadowHosts(page)).filter((name) => name === 'GRANTBOOK-GUIDE')).toHaveLength(1);

      await page.reload();
      await rudderstack.ready(page);
      await heading(await browser.guide(page), rudderstack.grant).waitFor();
      expect((await closedShadowHosts(page)).filter((name) => name === 'GRANTBOOK-GUIDE')).toHaveLength(1);
    }));
});

describe.each(vendorScripts)('third-party storage is blocked at $id', (script) => {
  it('the guide works all the same', ({ task }) =>
    withChromium(task, { blockThirdPartyStorage: true }, async (browser) => {
      const { page, guide } = await guided(browser, script);
      expect(await openDatabase(guide)).toMatch(/denied permission/);

      await confirmSteps(guide, isInvitation);
      await invite(page, script, script.role);

      await until('the invitation is observed', async () =>
        (await step(guide, sentStep).isChecked()) ? true : undefined,
      );
    }));
});

const refusals = [
  { refuse: 'already-member', says: /already a member/i },
  { refuse: 'member-limit', says: /limit/i },
  { refuse: 'sso', says: /single sign-on|SSO/i },
] as const;

describe.each(vendorScripts)('$id refuses', (script) => {
  it('the guide says so in words, and nothing is taken for observed', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      const { page, guide } = await guided(browser, script);
      await confirmSteps(guide, isInvitation);

      for (const { refuse, says } of refusals) {
        await page.evaluate(`window.practice.configure({ refuse: '${refuse}' })`);
        await script.openInvite(page);
        await script.typeEmail(page, script.grant.email);
        await script.chooseRole(page, script.role);
        await script.sendInvite(page);
        await page.getByText(says).first().waitFor();

        await guide.getByText(says).first().waitFor();
        expect(await step(guide, sentStep).isChecked(), refuse).toBe(false);
        await script.cancelInvite(page);
      }

      const entries = verifyLog((await exportLog(await browser.log(), 'JSON Lines')).text);
      expect(entries.filter(({ type }) => type === 'invitation.seen')).toEqual([]);
    }));
});

describe.each(vendorScripts)('hostile member names at $id', (script) => {
  it('are shown as text where the page is read', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      const { page } = await guided(browser, script, '?practice=people:60');

      const panel = await openPanel(browser, page, 'Review');
      await panel.getByRole('button', { name: 'Read this page' }).click();

      const rows = panel.getByRole('group').filter({ hasText: 'rows that were read' });
      await rows.waitFor();
      if ((await rows.getAttribute('open')) === null) await rows.getByText('rows that were read').click();
      for (const name of ['<img src=x onerror="window.practiceHacked=true">', '=HYPERLINK("https://evil.example/']) {
        await panel.getByText(name).first().waitFor();
      }
      expect(await panel.locator('img[src="x"], script:not([src])').count()).toBe(0);
      expect(await panel.evaluate('globalThis.practiceHacked')).toBeUndefined();
      expect(await page.evaluate('globalThis.practiceHacked')).toBeUndefined();
    }));
});

const strangers = [
  { what: 'no envelope', message: 'hello' },
  { what: 'an unknown request', message: { command: 'log.erase', payload: {} } },
  { what: 'the wrong shape', message: { command: 'grant.start', payload: { id: 1, form: null } } },
  {
    what: 'a request of the content script, from another page',
    message: { command: 'page.facts', payload: { grant: '6f0e2a3c-5d4b-4c1a-9e8f-7a6b5c4d3e2f', facts: {} } },
  },
] as const;

/** Sends from a page of the extension, as code there would. */
const sendMessage = (from: Page, message: unknown): Promise<unknown> =>
  from.evaluate(async (sent) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
    };
    return chrome.runtime.sendMessage(sent).catch(String);
  }, message);

describe('messages that are not ours', () => {
  it('are refused, and the background lives on', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      const page = await browser.page(rudderstack.teamUrl);
      const options = await browser.options();
      const known = await sendMessage(options, { command: 'refused.count', payload: {} });
      expect(known).toMatchObject({ count: expect.any(Number) });
      const started = await browser.background();

      for (const { what, message } of strangers) {
        const answer = await sendMessage(options, message);

        expect(JSON.stringify(answer ?? null), what).not.toContain('"ok":true');
      }

      const { count } = known as { count: number };
      const after = await sendMessage(options, { command: 'refused.count', payload: {} });
      expect(after).toEqual({ count: count + strangers.length });
      expect(await browser.background()).toBe(started);
      await introduce(await browser.popup(page));
    }));
});
